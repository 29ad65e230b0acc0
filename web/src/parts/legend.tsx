// What the lines and glyphs mean, always in sight; where a view can be filtered, each standing is a switch as well.
import { useExplorer } from '../state/exploration'
import { shownStandings } from '../state/fragment'
import { allegedOnly, looks, standings, type Standing } from '../state/standing'
import { StandingMark } from './standing'

export function Legend({ switches }: { switches: boolean }) {
  const { state, go } = useExplorer()
  const shown = shownStandings(state)
  const toggle = (value: Standing) => {
    const next = shown.includes(value) ? shown.filter((s) => s !== value) : [...shown, value]
    go({ standings: next.length === standings.length || next.length === 0 ? [] : next, alleged: state.alleged || allegedOnly.includes(value) })
  }
  return (
    <aside class="legend" aria-label="How a claim can stand">
      <ul>
        {standings.map((value) => (
          <li key={value}>
            {switches ? (
              <button type="button" class="plain" aria-pressed={shown.includes(value)} title={looks[value].meaning} onClick={() => toggle(value)}>
                <StandingMark value={value} />
              </button>
            ) : (
              <StandingMark value={value} />
            )}
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** The legend in full, with the meaning of each standing. */
export function LegendTable() {
  return (
    <dl class="legend-table">
      {standings.map((value) => (
        <div key={value}>
          <dt>
            <StandingMark value={value} />
          </dt>
          <dd>{looks[value].meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
