// Links within the dashboard, which are steps of the exploration, and links to sources elsewhere.
import type { ComponentChildren } from 'preact'
import type { Named, Work } from '../api/types'
import { useExplorer } from '../state/exploration'
import { Foreign, Shown } from './foreign'

/** Opens an entity's page. */
export function EntityLink({ entity }: { entity: Pick<Named, 'id' | 'name'> }) {
  const { href } = useExplorer()
  return (
    <a href={href({ view: 'entity', focus: entity.id, claim: '', own: {} })}>
      <Shown text={entity.name} />
    </a>
  )
}

/** Opens a claim beside what is shown: who says it, in which words, and who denies it. */
export function ClaimLink({ id, about, children }: { id: string; about?: string; children: ComponentChildren }) {
  const { state, href } = useExplorer()
  return (
    <a href={href({ claim: id })} class="claim-link" title={about} aria-current={state.claim === id ? 'true' : undefined}>
      {children}
    </a>
  )
}

/** Opens a document, with the quotes of a claim pointed out if one is named. */
export function DocumentLink({ work, mark = '' }: { work: Omit<Work, 'url'>; mark?: string }) {
  const { href } = useExplorer()
  return (
    <a href={href({ view: 'document', document: work.id, mark, claim: '', own: {} })}>
      <Foreign>{work.title}</Foreign>
    </a>
  )
}

/** A source's own address on the web; any other kind of address is no link. */
export function OriginalLink({ address }: { address: string | null }) {
  if (!address || !/^https?:\/\//i.test(address)) return null
  return (
    <a href={address} rel="noreferrer noopener" target="_blank" class="original">
      original<span class="visually-hidden"> on the web, in a new tab</span>
    </a>
  )
}
