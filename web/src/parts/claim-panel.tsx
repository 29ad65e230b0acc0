// The claim that is open beside a view: who says what, where exactly, and who denies it.
import { useEffect, useRef, useState } from 'preact/hooks'
import { useQuery } from '../api/use'
import type { Dispute, Named } from '../api/types'
import query from '../queries/Claim.graphql'
import { useExplorer } from '../state/exploration'
import { EntityLink } from './links'
import { Facts, Sentence } from './sentence'
import { Sides } from './sides'
import { Empty, Failed, Loading } from './states'
import { count } from './words'

type Open = Dispute & { independentSources: number; predicate: { label: string }; subject: Named; object: Named | null }

/** How much of each kind is shown when more is asked for. */
const most = 100

export function ClaimPanel({ id, close }: { id: string; close: () => void }) {
  const { state } = useExplorer()
  const [whole, setWhole] = useState('')
  const answer = useQuery<{ node: Partial<Open> | null }>(query, whole === id ? { id, said: most } : { id })
  const last = useRef<Open | null>(null)
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus({ preventScroll: true }), [id])
  useEffect(() => {
    const fit = () => box.current?.style.setProperty('--top', `${Math.max(16, box.current.getBoundingClientRect().top)}px`)
    fit()
    addEventListener('scroll', fit, { passive: true })
    addEventListener('resize', fit)
    return () => {
      removeEventListener('scroll', fit)
      removeEventListener('resize', fit)
    }
  }, []) // it ends above the legend wherever it begins, so that nothing needs to be scrolled for it
  useEffect(() => {
    const covers = matchMedia('(max-width: 1023px)') // as shell.css
    const below = (inert: boolean) => document.querySelectorAll<HTMLElement>('.page > :not(.stage, .legend), #main').forEach((part) => (part.inert = inert))
    const fit = () => below(covers.matches)
    fit()
    covers.addEventListener('change', fit)
    return () => {
      covers.removeEventListener('change', fit)
      below(false)
    }
  }) // at every step, since other views have other parts
  const got = answer.data?.node?.sentence ? (answer.data.node as Open) : null
  const claim = got ?? (last.current?.id === id ? last.current : null) // it stays while more of it is read
  last.current = claim
  return (
    <aside class="panel" aria-label="Claim and its evidence" tabIndex={-1} ref={box} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <header>
        <p class="note">Claim and its evidence</p>
        <button type="button" onClick={close}>
          Close<span class="visually-hidden"> the claim</span>
        </button>
      </header>
      {(state.at || state.knownAt) && <p class="note">As it is known now, for any day: the chosen dates do not change an open claim.</p>}
      {claim && <Body claim={claim} more={whole === id ? undefined : () => (box.current?.focus(), setWhole(id))} />}
      {answer.loading && <Loading what="the claim" />}
      {answer.failure && <Failed what="The claim" failure={answer.failure} retry={answer.retry} />}
      {answer.data && !claim && <Empty>There is no claim with this id on file: {id}</Empty>}
    </aside>
  )
}

function Body({ claim, more }: { claim: Open; more: (() => void) | undefined }) {
  const { href } = useExplorer()
  return (
    <>
      <h2>
        <Sentence text={claim.sentence} />
      </h2>
      <Facts claim={claim} />
      <Sides claim={claim} {...(more && { more })} />
      <dl class="pairs">
        <dt>About</dt>
        <dd>
          <EntityLink entity={claim.subject} />
        </dd>
        {claim.object && (
          <>
            <dt>And</dt>
            <dd>
              <EntityLink entity={claim.object} />
            </dd>
          </>
        )}
        <dt>Support</dt>
        <dd>{count(claim.independentSources, 'independent source', 'independent sources')}</dd>
        <dt>Link</dt>
        <dd>
          <a href={href({ claim: claim.id })}>this view with the claim open</a>
        </dd>
      </dl>
    </>
  )
}
