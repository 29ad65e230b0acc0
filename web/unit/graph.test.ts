import { around, boxOf, touches, wrap } from '../src/views/graph/boxes'
import { bends, curve, placeWords } from '../src/views/graph/curves'
import { firstPlace, pushApart, settle, type Link, type Spot } from '../src/views/graph/layout'
import { equal, holds, property, test } from './harness'

function made(n: number, draw: (below: number) => number): { spots: Spot[]; links: Link[] } {
  const ids = Array.from({ length: n }, (_, i) => `ent_${i}`)
  const links = Array.from({ length: Math.floor(n * 1.5) }, () => ({ from: ids[draw(Math.min(n, 12))] as string, to: ids[draw(n)] as string }))
  const spots = ids.map((id, i) => ({ id, ...firstPlace(id, i, links, new Map()), width: 36 + draw(120), height: 56 + 16 * draw(2), fixed: false }))
  return { spots, links }
}

function overlaps(spots: Spot[]): string[] {
  return spots.flatMap((a, i) => spots.slice(i + 1).filter((b) => touches(boxOf(a), boxOf(b))).map((b) => `${a.id} and ${b.id}`))
}

property('in sets of 150 entities no mark or name overlaps another, and words of ties overlap neither', 10, (draw) => {
  const { spots, links } = made(150, draw)
  for (const _ of settle(spots, links)) void _
  equal(overlaps(spots), [])
  holds(spots.every((s) => Number.isFinite(s.x) && Number.isFinite(s.y)), 'every place is a number')
  const places = new Map(spots.map((s) => [s.id, s]))
  const curves = links.map(({ from, to }) => curve(places.get(from) as Spot, places.get(to) as Spot, 0))
  const words = placeWords(curves, links.map(() => [80]), spots).filter((p) => p !== null)
  const boxes = words.map(({ x, y }) => ({ left: x - 40, right: x + 40, top: y - 8, bottom: y + 8 }))
  holds(boxes.every((box, i) => boxes.slice(i + 1).every((other) => !touches(box, other))), 'words overlap')
  holds(boxes.every((box) => spots.every((s) => !touches(box, boxOf(s)))), 'words lie on a name')
})

test('where the whole words have no room a shorter one stands', () => {
  const spots: Spot[] = [0, 160].map((x, i) => ({ id: `ent_${i}`, x, y: 0, width: 40, height: 120, fixed: false }))
  const line = curve({ x: 0, y: 0 }, { x: 160, y: 0 }, 0)
  equal(placeWords([line], [[300, 40]], spots)[0]?.choice, 1)
  equal(placeWords([line], [[60, 40]], spots)[0]?.choice, 0)
  equal(placeWords([line], [[300]], spots), [null])
  const crowd = [line, ...[0.3, 0.7].map((t) => ({ ...line, at: (u: number) => line.at(u === 0.5 ? t : u) }))]
  holds(placeWords(crowd, [[40], [], []], spots, [true])[0] !== null, 'words that must stand do')
})

test('equal graphs get equal layouts', () => {
  const twice = [0, 1].map(() => {
    let seed = 7
    const { spots, links } = made(30, (below) => (seed = (seed * 16807) % 2147483647) % below)
    for (const _ of settle(spots, links)) void _
    return spots
  })
  equal(twice[0], twice[1])
})

test('what is pinned stays', () => {
  const spots: Spot[] = [0, 1, 2].map((i) => ({ id: `ent_${i}`, x: i * 5, y: 0, width: 40, height: 60, fixed: i === 1 }))
  for (const _ of settle(spots, [{ from: 'ent_0', to: 'ent_1' }])) void _
  equal([spots[1]?.x, spots[1]?.y], [5, 0])
  equal(overlaps(spots), [])
})

test('two that are pinned on each other are left alone', () => {
  const spots: Spot[] = [0, 1].map((i) => ({ id: `ent_${i}`, x: 0, y: 0, width: 40, height: 60, fixed: true }))
  holds(!pushApart(spots), 'nothing moved')
})

test('a new entity begins beside one that it is tied to', () => {
  const place = firstPlace('ent_b', 3, [{ from: 'ent_a', to: 'ent_b' }], new Map([['ent_a', { x: 1000, y: 1000 }]]))
  holds(Math.hypot(place.x - 1000, place.y - 1000) < 61, 'near')
})

test('parallel ties bend apart, to whichever end they point', () => {
  const a = { id: 'a' }
  const b = { id: 'b' }
  const got = bends([{ from: a, to: b }, { from: b, to: a }, { from: a, to: b }, { from: a, to: { id: 'c' } }])
  equal(got.length, 4)
  equal(got[3], 0)
  const at = [{ x: 0, y: 0 }, { x: 300, y: 0 }] as const
  const middles = [curve(at[0], at[1], got[0] ?? 0), curve(at[1], at[0], got[1] ?? 0), curve(at[0], at[1], got[2] ?? 0)].map((c) => Math.round(c.at(0.5).y))
  equal(new Set(middles).size, 3, `middles ${middles}`)
  holds(middles.every((y, i) => middles.every((z, k) => i === k || Math.abs(y - z) > 16)), 'their signs do not overlap')
})

test('a tie ends at the marks and points to its object', () => {
  const { path, arrow } = curve({ x: 0, y: 0 }, { x: 100, y: 0 }, 0)
  equal(path, 'M18.0 0.0Q50.0 0.0 80.0 0.0')
  holds(arrow.startsWith('M80.0 0.0L70.0'), arrow)
})

test('a tie of an entity to itself is a loop', () => holds(curve({ x: 5, y: 5 }, { x: 5, y: 5 }, 0).path.includes('C'), 'a loop'))

test('names are wrapped to two lines, and what is left out is shown', () => {
  equal(wrap('Kaspersky'), ['Kaspersky'])
  equal(wrap('Russian military and intelligence authorities'), ['Russian military and', 'intelligence…'])
  equal(wrap('x'.repeat(50)), ['x'.repeat(21) + '…'])
  equal(wrap(''), [''])
  equal(wrap('🧵'.repeat(30)), ['🧵'.repeat(21) + '…'])
})

test('the box of nothing is not empty', () => holds(around([], 10).right > around([], 10).left, 'a box'))
