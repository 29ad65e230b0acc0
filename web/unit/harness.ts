// A test of a module that needs no page. The Go test bundles each file of this folder, runs it, and reads the results.
declare global {
  var results: { name: string; error: string }[]
}

export function test(name: string, body: () => void): void {
  let error = ''
  try {
    body()
  } catch (cause) {
    error = cause instanceof Error ? cause.message : String(cause)
  }
  globalThis.results.push({ name, error })
}

export function equal(got: unknown, want: unknown, about = ''): void {
  const [a, b] = [JSON.stringify(got, inOrder), JSON.stringify(want, inOrder)]
  if (a !== b) throw new Error(`${about} got ${a}, want ${b}`)
}

/** Writes the fields of an object in order of name. */
function inOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function holds(condition: boolean, about: string): void {
  if (!condition) throw new Error(about)
}

/** Runs a property with numbers below a bound from a fixed seed, so that a failure comes again. */
export function property(name: string, runs: number, body: (draw: (below: number) => number) => void): void {
  test(name, () => {
    for (let run = 1; run <= runs; run++) {
      let seed = run * 2654435761
      const draw = (below: number) => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
        return Math.floor((seed / 4294967296) * below)
      }
      try {
        body(draw)
      } catch (cause) {
        throw new Error(`run ${run}: ${cause instanceof Error ? cause.message : String(cause)}`)
      }
    }
  })
}
