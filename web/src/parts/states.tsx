// What a part says while it loads, when there is nothing, when it failed, and when there is more than it shows.
import type { ComponentChildren } from 'preact'
import type { Failure } from '../api/client'

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

/** A failure in words; one that may pass says so. */
export function Failed({ what, failure, retry }: { what: string; failure: Failure; retry: () => void }) {
  return (
    <div class="state failed" role="alert">
      <p>
        {what} could not be loaded: {failure.message}.
      </p>
      {failure.passing && <p class="note">The same question may be answered in a moment.</p>}
      <button type="button" onClick={retry}>
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
