// The pairs of entities that ties are between. This module is pure.

/** The two entities of a tie, whichever way it runs; parallel ties need more room for their signs and words. */
export function pairOf(from: string, to: string): string {
  return [from, to].sort().join(' ')
}

/** How often each key is there. */
export function tally(keys: string[]): Map<string, number> {
  const n = new Map<string, number>()
  for (const key of keys) n.set(key, (n.get(key) ?? 0) + 1)
  return n
}
