// The chosen entities as they stood, or as they were known, on two days; or two of them side by side.
import type { Ahead } from '../api/ahead'
import { useExplorer } from '../state/exploration'
import { useTitle } from '../shell/title'
import type { Exploration } from '../state/fragment'
import { daysAhead, TwoDays } from './compare/days'
import { entitiesAhead, TwoEntities } from './compare/entities'
import type { ViewProps } from './register'

export function compareAhead(state: Exploration, ids: string[]): Ahead[] {
  return (state.own['by'] === 'entities' ? entitiesAhead : daysAhead)(state, ids)
}

export function CompareView({ members }: ViewProps) {
  const { state, go } = useExplorer()
  const entities = state.own['by'] === 'entities'
  useTitle(`Comparison of ${members.map((m) => m.name).join(', ').slice(0, 80)}`)
  const choice = (by: string, words: string) => (
    <label class="check">
      <input type="radio" name="by" checked={entities === (by === 'entities')} onChange={() => go({ own: { ...state.own, by } })} />
      {words}
    </label>
  )
  return (
    <>
      <fieldset class="actions choices">
        <legend class="visually-hidden">What is compared</legend>
        {choice('', 'Two days')}
        {choice('entities', 'Two entities')}
      </fieldset>
      {entities ? <TwoEntities members={members} /> : <TwoDays members={members} />}
    </>
  )
}
