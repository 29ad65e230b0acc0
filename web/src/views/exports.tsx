// The buttons by which the current set leaves as files. What makes these is fetched when one is pressed.
import { useRef, useState } from 'preact/hooks'
import { failureOf, type Failure } from '../api/client'
import { Failed } from '../parts/states'
import { useExplorer } from '../state/exploration'
import { dates, filter } from '../state/filter'
import type { Kind, Shown } from './files'
import { more } from './later'
import { wholeTies } from './set-ties'
import type { SetTies } from './ties'

const kinds: Kind[] = ['CSV', 'JSON', 'SVG', 'PNG']

export function Exports({ graph, chosen, spots = null }: Omit<Shown, 'spots'> & Partial<Shown>) {
  const { state } = useExplorer()
  const [failed, setFailed] = useState<{ kind: Kind; failure: Failure } | null>(null)
  const [busy, setBusy] = useState('')
  const asked = useRef<{ graph: SetTies; whole: Promise<SetTies> } | null>(null)
  const whole = () => {
    if (asked.current?.graph !== graph) asked.current = { graph, whole: wholeTies(graph, { filter: filter(state), ...dates(state) }) }
    return asked.current.whole
  }
  const run = async (kind: Kind) => {
    if (busy) return
    setBusy(kind)
    setFailed(null)
    try {
      const { saveTies } = await more()
      await saveTies(kind, await whole(), { graph, chosen, spots }, state)
    } catch (cause) {
      asked.current = null
      setFailed({ kind, failure: failureOf(cause) })
    }
    setBusy('')
  }
  return (
    <>
      <p class="actions">
        {kinds.map((kind) => (
          <button key={kind} type="button" aria-busy={busy === kind} onClick={() => void run(kind)}>
            Save as {kind}
          </button>
        ))}
      </p>
      {failed && <Failed what="The file" done="made" failure={failed.failure} retry={() => void run(failed.kind)} />}
    </>
  )
}
