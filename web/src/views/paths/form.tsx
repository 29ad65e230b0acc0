// Where paths begin and end, and which are admitted. Every setting is part of the link.
import type { ComponentChildren } from 'preact'
import type { Named } from '../../api/types'
import { EntityLink } from '../../parts/links'
import { plain } from '../../parts/words'
import { Predicates } from '../../shell/filters'
import { Search } from '../../shell/search'
import { useExplorer } from '../../state/exploration'
import { unfiltered } from '../../state/fragment'
import { endKinds, lengths, numbers, small, throughKinds } from '../settings'
import { settings, type Settings } from './question'

type Own = Record<string, string>

export function Form({ from, to }: { from: Named | undefined; to: Named | undefined }) {
  const { state, go } = useExplorer()
  const now = settings(state)
  const set = (own: Own) => go({ own: { ...state.own, ...own } })
  return (
    <form class="ends" aria-label="Ends and settings of the paths" onSubmit={(event) => event.preventDefault()}>
      <div class="path-ends">
        <End title="From" entity={from}>
          <Search id="path-from" label="Where the paths begin" take={(entity) => set({ from: entity.id })} />
        </End>
        <End title="To" entity={to} kind={now.kind}>
          <Search id="path-to" label="Where the paths end" take={(entity) => set({ to: entity.id, kind: '' })} />
          <label>
            or to any
            <select value={now.kind === '' ? '' : small(now.kind)} onChange={(event) => set({ kind: event.currentTarget.value, to: '' })}>
              {now.kind === '' && <option value="">…</option>}
              {endKinds.map((kind) => (
                <option key={kind} value={small(kind)}>
                  {plain(kind)}
                </option>
              ))}
            </select>
          </label>
        </End>
      </div>
      <Restrictions now={now} set={set} />
    </form>
  )
}

function End({ title, entity, kind = '', children }: { title: string; entity: Named | undefined; kind?: string; children: ComponentChildren }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      <p class="end">
        {entity ? (
          <>
            <EntityLink entity={entity} /> <span class="note">{plain(entity.kind)}</span>
          </>
        ) : (
          <span>{kind === '' ? <span class="note">nothing chosen yet</span> : `any ${plain(kind)}`}</span>
        )}
      </p>
      <div class="end-choice">{children}</div>
    </fieldset>
  )
}

function Restrictions({ now, set }: { now: Settings; set(own: Own): void }) {
  const { state, go } = useExplorer()
  const through = (kind: string, on: boolean) => set({ through: throughKinds.filter((k) => (k === kind ? on : now.through.includes(k))).map(small).join(',') })
  return (
    <div class="filters">
      <label class="check">
        <input type="checkbox" name="alleged" checked={now.alleged} onChange={(event) => go({ alleged: true, own: { ...state.own, alleged: event.currentTarget.checked ? 'yes' : '' } })} />
        Include alleged ties
      </label>
      <Predicates walkable />
      <details class="choice">
        <summary>{now.through.length === 0 ? 'Not through a state' : `Through ${now.through.map(plain).join(', ')}`}</summary>
        <ul>
          {throughKinds.map((kind) => (
            <li key={kind}>
              <label class="check">
                <input type="checkbox" checked={now.through.includes(kind)} onChange={(event) => through(kind, event.currentTarget.checked)} />
                through any {plain(kind)}
              </label>
            </li>
          ))}
        </ul>
      </details>
      <label class="check">
        <input type="checkbox" checked={now.coexist} onChange={(event) => set({ days: event.currentTarget.checked ? '' : 'any' })} />
        All steps on one day
      </label>
      <Choice label="At most" unit="steps" value={now.hops} of={lengths} take={(hops) => set({ hops })} />
      <Choice label="Show" unit="paths" value={now.most} of={numbers} take={(most) => set({ most })} />
      {!unfiltered(state) && (
        <button type="button" onClick={() => go({ alleged: true, standings: [], predicates: [] })}>
          Drop the filters of other views
        </button>
      )}
    </div>
  )
}

function Choice({ label, unit, value, of, take }: { label: string; unit: string; value: string; of: string[]; take(value: string): void }) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => take(event.currentTarget.value)}>
        {of.map((n) => (
          <option key={n} value={n}>
            {n}
          </option>
        ))}
      </select>
      {unit}
    </label>
  )
}
