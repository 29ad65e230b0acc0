// How an entity is called and marked, each with how that stands.
import type { ComponentChildren } from 'preact'
import type { Told } from '../../api/types'
import { Shown } from '../../parts/foreign'
import { ClaimLink } from '../../parts/links'
import { Section } from '../../parts/listing'
import { StandingMark } from '../../parts/standing'
import { CutOff, Empty } from '../../parts/states'
import type { Head, NameOf } from './types'

export function Names({ entity }: { entity: Head }) {
  const names = entity.names.edges
  const marks = entity.identifiers.edges
  const left = entity.names.totalCount + entity.identifiers.totalCount - names.length - marks.length
  return (
    <Section id="names" title="Names and identifiers" count={names.length + marks.length + left}>
      {names.length + marks.length === 0 && <Empty>No source on file gives its name.</Empty>}
      <ul class="lines columns">
        {names.map(({ node, claim }) => (
          <Line key={claim.id} claim={claim} text={node.text}>
            {notes(node)}
          </Line>
        ))}
        {marks.map(({ node, claim }) => (
          <Line key={claim.id} claim={claim} text={node.value}>
            {node.scheme}
          </Line>
        ))}
      </ul>
      {left > 0 && <CutOff>{left} more on file, not shown here.</CutOff>}
    </Section>
  )
}

function Line({ claim, text, children }: { claim: Told & { id: string }; text: string; children: ComponentChildren }) {
  return (
    <li>
      <ClaimLink id={claim.id}>
        <Shown text={text} />
      </ClaimLink>
      <p class="facts">
        <span>{children}</span>
        {claim.standing && <StandingMark value={claim.standing} contested={claim.contested} />}
      </p>
    </li>
  )
}

function notes(name: NameOf): string {
  const strength = { STRONG: 'main name', ALIAS: 'alias' }[name.strength] ?? 'name that many bear'
  return [strength, name.language && inWords('language', name.language), name.script && `${inWords('script', name.script)} script`].filter(Boolean).join(', ')
}

/** A code in English words, "Cyrl" as "Cyrillic"; a code that nobody knows stays as it is. */
function inWords(type: 'language' | 'script', code: string): string {
  try {
    return new Intl.DisplayNames('en', { type }).of(code) ?? code
  } catch {
    return code
  }
}
