// Whether neighbours of the chosen entities are shown too, or just the ties among those chosen, and what is said where there are none.
import { Empty } from '../parts/states'
import { useExplorer } from '../state/exploration'
import { everything } from '../state/fragment'
import { isAround } from './ties'

export function Around({ members }: { members: number }) {
  const { state, go } = useExplorer()
  return (
    <label class="check">
      <input type="checkbox" checked={isAround(state, members)} onChange={(event) => go({ own: { ...state.own, around: event.currentTarget.checked ? 'yes' : 'no' } })} />
      With their neighbours
    </label>
  )
}

/** What stands in the place of ties where there are none; neighbours are named as a way on where they are not shown already. */
export function NoTies({ members }: { members: number }) {
  const { state } = useExplorer()
  if (!everything(state)) return <Empty>No tie passes these filters.</Empty>
  return <Empty>No tie {isAround(state, members) ? 'of the chosen entities is on file.' : 'among the chosen entities is on file. Their neighbours may lead further.'}</Empty>
}
