// What a part says while it loads, when there is nothing, when it failed, and when there is more than it shows.
import type { ComponentChildren } from 'preact'
import type { Failure } from '../api/client'
import { useExplorer } from '../state/exploration'
import { day } from './words'

export function Loading({ what }: { what: string }) {
  return (
    <p class="state" role="status">
      Loading {what}…
    </p>
  )
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="state">{children}</p>
}

/** What a button does that goes away by it: the focus would be lost with it. */
function going(press: () => void) {
  return (event: Event) => {
    const place = (event.currentTarget as Element).closest<HTMLElement>('.panel, #main')
    place?.focus({ preventScroll: true })
    press()
  }
}

/** What the API answers where something is asked for as it was known before anything was on file. */
export const beforeFirst = 'BEFORE_FIRST_REVISION'

/** Says that nothing was on file on a day, which is an answer and no failure; `clear` takes the day away. */
export function NothingThen({ known, clear }: { known: string; clear: () => void }) {
  return (
    <div class="state then" role="status">
      <p>Nothing was on file on {day(known)}.</p>
      <button type="button" onClick={going(clear)}>
        Show what is known now
      </button>
    </div>
  )
}

/** A failure in words; one that may pass says so. */
export function Failed({ what, done = 'loaded', failure, retry }: { what: string; done?: string; failure: Failure; retry: () => void }) {
  const { state, go } = useExplorer()
  if (failure.code === beforeFirst) return <NothingThen known={state.knownAt} clear={() => go({ knownAt: '' })} />
  return (
    <div class="state failed" role="alert">
      <p>
        {what} could not be {done}: {failure.message}.
      </p>
      {failure.passing && <p class="note">The same question may be answered in a moment.</p>}
      <button type="button" onClick={going(retry)}>
        Try again
      </button>
    </div>
  )
}

/** Says how much of a list the filters hide; nothing where they hide nothing. */
export function Hidden({ n }: { n: number }) {
  return n > 0 ? <p class="note">{n} hidden by the filters</p> : null
}

/** Says that a list was cut, and where. */
export function CutOff({ children }: { children: ComponentChildren }) {
  return (
    <p class="state cut" role="note">
      <span aria-hidden="true">✂ </span>
      {children}
    </p>
  )
}
