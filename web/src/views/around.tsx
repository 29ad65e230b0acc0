// Whether neighbours of the chosen entities are shown too, or just the ties among those chosen.
import { useExplorer } from '../state/exploration'

export function Around({ members }: { members: number }) {
  const { state, go } = useExplorer()
  const around = state.own['around'] ?? (members === 1 ? 'yes' : 'no')
  return (
    <label class="check">
      <input type="checkbox" checked={around === 'yes'} onChange={(event) => go({ own: { ...state.own, around: event.currentTarget.checked ? 'yes' : 'no' } })} />
      With their neighbours
    </label>
  )
}
