// How many entities are shown at once.
import { useExplorer } from '../state/exploration'
import { limitOf, limits } from './ties'

export function Most() {
  const { state, go } = useExplorer()
  return (
    <label class="check">
      At most
      <select value={String(limitOf(state))} onChange={(event) => go({ own: { ...state.own, most: event.currentTarget.value } })}>
        {limits.map((n) => (
          <option key={n} value={String(n)}>
            {n} entities
          </option>
        ))}
      </select>
    </label>
  )
}
