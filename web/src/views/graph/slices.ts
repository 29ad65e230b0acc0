// Long work in slices of a few milliseconds, so that the page answers meanwhile. This module is pure but for the clock that it is given.

/** How long a slice of work lasts, in milliseconds. */
const slice = 8

export type Clock = { now(): number; later(work: () => void): unknown }

const real: Clock = { now: () => performance.now(), later: (work) => setTimeout(work) }

/**
 * Takes steps, slice by slice, and gives what they come to, or to `failed` what a step threw, after which no other is taken. The answer
 * stops them. At least one step is taken in a slice.
 */
export function inSlices<T>(steps: Iterator<void, T>, done: (result: T) => void, clock: Clock = real, failed: (cause: unknown) => void = raise): () => void {
  let stopped = false
  const work = () => {
    if (stopped) return
    const until = clock.now() + slice
    try {
      do {
        const next = steps.next()
        if (next.done) return done(next.value)
      } while (clock.now() < until)
    } catch (cause) {
      return failed(cause)
    }
    clock.later(work)
  }
  clock.later(work)
  return () => (stopped = true)
}

function raise(cause: unknown): never {
  throw cause
}

/** What steps come to, taken slice by slice; what a step throws rejects it. */
export function inTime<T>(steps: Iterator<void, T>, clock?: Clock): Promise<T> {
  return new Promise((done, fail) => inSlices(steps, done, clock, fail))
}
