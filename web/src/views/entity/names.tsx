// How an entity is called and marked, each with how that stands.
import type { ComponentChildren } from 'preact'
import type { Told } from '../../api/types'
import { Against } from '../../parts/denial'
import { Shown } from '../../parts/foreign'
import { ClaimLink } from '../../parts/links'
import { Section } from '../../parts/listing'
import { StandingMark } from '../../parts/standing'
import { CutOff, Empty, Hidden } from '../../parts/states'
import { useExplorer } from '../../state/exploration'
import { passes } from '../../state/filter'
import { useAnswers } from './answers'
import type { Head, NameOf } from './types'

export function Names({ entity }: { entity: Head }) {
  const { state } = useExplorer()
  const names = entity.names.edges.filter(({ claim }) => passes(state, claim))
  const marks = entity.identifiers.edges.filter(({ claim }) => passes(state, claim))
  const answers = useAnswers(entity.id, [...names.map(({ claim }) => ({ ...claim, kind: 'NAME' })), ...marks.map(({ claim }) => ({ ...claim, kind: 'IDENTIFIER' }))])
  const read = entity.names.edges.length + entity.identifiers.edges.length
  const total = entity.names.totalCount + entity.identifiers.totalCount
  return (
    <Section id="names" title="Names and identifiers" count={total}>
      {total === 0 && <Empty>No source on file gives its name.</Empty>}
      <ul class="lines columns">
        {names.map(({ node, claim }) => (
          <Line key={claim.id} claim={claim} text={node.text} against={answers.get(claim.id)}>
            {notes(node)}
          </Line>
        ))}
        {marks.map(({ node, claim }) => (
          <Line key={claim.id} claim={claim} text={node.value} against={answers.get(claim.id)}>
            {node.scheme}
          </Line>
        ))}
      </ul>
      <Hidden n={read - names.length - marks.length} />
      {total > read && <CutOff>{total - read} more on file, not shown here.</CutOff>}
    </Section>
  )
}

function Line({ claim, text, against, children }: { claim: Told & { id: string }; text: string; against: string | undefined; children: ComponentChildren }) {
  return (
    <li>
      <ClaimLink id={claim.id}>
        <Shown text={text} />
      </ClaimLink>
      <p class="facts">
        <span>{children}</span>
        {claim.standing && <StandingMark value={claim.standing} contested={claim.contested} />}
      </p>
      <Against words={against} />
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
