// Search as you type: a combobox whose list is driven by the keyboard or the pointer. Late answers are ignored.
import { useEffect, useRef, useState } from 'preact/hooks'
import { ask, Failure } from '../api/client'
import type { Named } from '../api/types'
import { Foreign, Shown } from '../parts/foreign'
import { StandingMark } from '../parts/standing'
import { count, plain } from '../parts/words'
import query from '../queries/Search.graphql'
import { useExplorer, type Explorer } from '../state/exploration'
import { workingSet } from '../state/fragment'
import { strongest, type Standing } from '../state/standing'
import { stillAround } from '../views/ties'

type Hit = { matched: string; node: Named & { degree: number; tieFacets: { standing: Standing }[] } }
type Found = { totalCount: number | null; truncated: { limit: number } | null; edges: Hit[] }

const pause = 120
const most = 12
const longest = 200

/** Opens an entity, or where a view shows the set, adds it there. */
function choose({ state, go }: Explorer, id: string, adds: boolean): void {
  const set = workingSet(state)
  if (adds) go({ set: [...new Set([...set, id])], own: stillAround(state, set.length) })
  else go({ view: 'entity', focus: id, claim: '', own: {} })
}

type Props = {
  large?: boolean
  adds?: boolean
  /** Names the elements of one of several searches on a page. */
  id?: string
  label?: string
  /** Takes the choice in place of opening or adding the entity. */
  take?(entity: Named): void
}

export function Search({ large = false, adds = false, id = 'search', label = 'Search for a company, person, agency or measure', take }: Props) {
  const explorer = useExplorer()
  const [words, setWords] = useState('')
  const [active, setActive] = useState(-1)
  const [open, setOpen] = useState(true)
  const [due, wait] = useState(false) // Enter was pressed before the answer came
  const { found, failure } = useHits(words)
  const hits = found?.edges ?? []
  const list = useRef<HTMLUListElement>(null)
  const [listId, hitId] = id === 'search' ? ['found', 'hit'] : [`${id}-found`, `${id}-hit`]
  const shown = open && hits.length > 0
  useEffect(() => {
    setActive(-1)
    if (due && found) pick(0)
    if (due && (found || failure)) wait(false)
  }, [found, failure])
  useEffect(() => {
    if (shown) list.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active])
  const pick = (i: number) => {
    const hit = hits[i]
    if (!hit) return
    setWords('')
    if (take) take(hit.node)
    else choose(explorer, hit.node.id, adds)
  }
  const key = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' && hits.length > 0) setActive((active + 1) % hits.length)
    else if (event.key === 'ArrowUp' && hits.length > 0) setActive((active < 1 ? hits.length : active) - 1)
    else if (event.key === 'Enter' && hits.length > 0) pick(Math.max(active, 0))
    else if (event.key === 'Enter' && words.trim() !== '' && !found) wait(true)
    else if (event.key === 'Escape') setWords('')
    else return
    event.preventDefault()
  }
  return (
    <div class={large ? 'search large' : 'search'} role={take ? undefined : 'search'}>
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={large ? 'Company, person or agency' : adds ? 'Add by name, alias or identifier' : 'Name, alias or identifier'}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-describedby={`${id}-status`}
        aria-activedescendant={shown && active >= 0 ? `${hitId}-${active}` : undefined}
        value={words}
        onInput={(event) => (setWords(event.currentTarget.value), setOpen(true), wait(false))}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={key}
      />
      <ul id={listId} class="hits" role="listbox" aria-label="Hits" hidden={!shown} ref={list}>
        {hits.map((hit, i) => (
          <Option key={hit.node.id} id={`${hitId}-${i}`} hit={hit} active={i === active} pick={() => pick(i)} />
        ))}
      </ul>
      <p id={`${id}-status`} class="search-status note" role="status">
        {failure ? `The search failed: ${failure.message}.` : found && summary(found)}
      </p>
    </div>
  )
}

function Option({ id, hit, active, pick }: { id: string; hit: Hit; active: boolean; pick: () => void }) {
  const best = strongest(hit.node.tieFacets.map((facet) => facet.standing))
  return (
    <li id={id} role="option" aria-selected={active} onMouseDown={(event) => event.preventDefault()} onClick={pick}>
      <div>
        <Shown text={hit.node.name} />
      </div>
      <div class="facts">
        <span>{plain(hit.node.kind)}</span>
        <span>{count(hit.node.degree, 'tie', 'ties')}</span>
        {best && (
          <span>
            strongest tie: <StandingMark value={best} />
          </span>
        )}
        {hit.matched !== hit.node.name && (
          <span>
            found as <Foreign>{hit.matched}</Foreign>
          </span>
        )}
      </div>
    </li>
  )
}

/** The hits for the words as they stand now. */
function useHits(words: string): { found: Found | null; failure: Failure | null } {
  const wanted = [...words.trim()].slice(0, longest).join('')
  const [got, setGot] = useState<{ for: string; found: Found | null; failure: Failure | null } | null>(null)
  useEffect(() => {
    if (wanted === '') return
    const control = new AbortController()
    const timer = setTimeout(() => {
      ask<{ search: Found }>(query, { query: wanted, first: most }, control.signal).then(
        ({ data }) => control.signal.aborted || setGot({ for: wanted, found: data.search, failure: null }),
        (cause: unknown) => control.signal.aborted || setGot({ for: wanted, found: null, failure: cause as Failure }),
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [wanted])
  return got?.for === wanted && wanted !== '' ? got : { found: null, failure: null }
}

function summary(found: Found): string {
  if (found.edges.length === 0) return 'Nothing on file bears such a name or identifier.'
  if (found.totalCount === null) return `More than ${found.truncated?.limit ?? found.edges.length} hits; type more to narrow them.`
  const shown = found.edges.length < found.totalCount ? `, the best ${found.edges.length} shown` : ''
  return count(found.totalCount, 'hit', 'hits') + shown
}
