// The ties that two entities share, and those that only one of them has. This module is pure.
import type { Tie } from '../../api/types'
import { standings } from '../../state/standing'

/** The ties of one kind to one far end, at the one entity and at the other. */
export type Pair = { a: Tie[]; b: Tie[] }

export type Parts = { both: Pair[]; onlyA: Pair[]; onlyB: Pair[]; between: Pair[] }

/** Sorts ties by whether the same tie to the same far end is on file of both. Ties of the two with each other stand apart. */
export function parts(a: Tie[], b: Tie[], ids: { a: string; b: string }): Parts {
  const pairs = new Map<string, Pair>()
  const at = (tie: Tie) => {
    const key = `${tie.predicate.name} ${tie.forward} ${tie.modality} ${tie.node.id}`
    const pair = pairs.get(key) ?? { a: [], b: [] }
    pairs.set(key, pair)
    return pair
  }
  const between = a.filter((tie) => tie.node.id === ids.b)
  for (const tie of a.filter((t) => t.node.id !== ids.b)) at(tie).a.push(tie)
  for (const tie of b.filter((t) => t.node.id !== ids.a)) at(tie).b.push(tie)
  const all = [...pairs.values()].sort((x, y) => order(x).localeCompare(order(y)))
  return {
    both: all.filter((pair) => pair.a.length > 0 && pair.b.length > 0),
    onlyA: all.filter((pair) => pair.b.length === 0),
    onlyB: all.filter((pair) => pair.a.length === 0),
    between: between.map((tie) => ({ a: [tie], b: [] })),
  }
}

/** The tie by which a pair is told in words: the weakest, so that no words say more than either source. */
export function weakest(pair: Pair): Tie {
  const [tie] = [...pair.a, ...pair.b].sort((x, y) => standings.indexOf(y.standing) - standings.indexOf(x.standing))
  return tie as Tie
}

function order(pair: Pair): string {
  const tie = weakest(pair)
  return `${tie.predicate.label} ${tie.node.name} ${tie.node.id}`
}
