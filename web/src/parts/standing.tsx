// A standing as line, glyph, word and colour; contested adds a mark on the line, and the word.
import { looks, type Standing } from '../state/standing'

export function StandingMark({ value, contested = false }: { value: Standing; contested?: boolean }) {
  const look = looks[value]
  return (
    <span class={`standing is-${look.line}`} title={look.meaning} data-standing={value}>
      <StandingLine value={value} contested={contested} />
      <span class="glyph" aria-hidden="true">
        {look.glyph}
      </span>
      <span class="word">{look.word}</span>
      {contested && <span>, contested</span>}
    </span>
  )
}

/** The line alone; whoever uses it adds the word. */
export function StandingLine({ value, contested = false }: { value: Standing; contested?: boolean }) {
  const { line } = looks[value]
  return (
    <svg class={`line is-${line}`} viewBox="0 0 32 12" width="32" height="12" aria-hidden="true">
      <path class="stroke" d={line === 'broken' ? 'M1 6H12M20 6H31' : 'M1 6H31'} />
      {line === 'broken' && <path class="mark" d="M14 11L18 1" />}
      {line === 'struck' && <path class="mark" d="M11 2L21 10" />}
      {contested && <path class="mark" d="M14 1V11M18 1V11" />}
    </svg>
  )
}
