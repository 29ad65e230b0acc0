import type { Standing } from '../src/state/standing'
import { around, boxAt, boxOf, Crowd, partsOf, touches, wrap, type Box } from '../src/views/graph/boxes'
import { bends, curve, placeLabels, signBox, type End } from '../src/views/graph/curves'
import { drawing, following, type DrawnTie } from '../src/views/graph/drawn'
import { firstPlace, mostSteps, pushApart, settle, type Link, type Spot } from '../src/views/graph/layout'
import { marksOf } from '../src/views/graph/outline'
import { sheet } from '../src/views/graph/sheet'
import { written } from '../src/views/graph/written'
import type { SetTie } from '../src/views/ties'
import { equal, holds, property, test } from './harness'

/** A drawing in one go. */
function drawTies(...asked: Parameters<typeof drawing>): DrawnTie[] {
  const steps = drawing(...asked)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function made(n: number, draw: (below: number) => number): { spots: Spot[]; links: Link[] } {
  const ids = Array.from({ length: n }, (_, i) => `ent_${i}`)
  const links = Array.from({ length: Math.floor(n * 1.5) }, () => ({ from: ids[draw(Math.min(n, 12))] as string, to: ids[draw(n)] as string }))
  const spots = ids.map((id, i) => ({ id, ...firstPlace(id, i, links, new Map()), width: 36 + draw(120), height: 56 + 16 * draw(2), fixed: false }))
  return { spots, links }
}

function tie(id: string, { from, to }: Link, standing: Standing): SetTie {
  const named = (end: string) => ({ id: end, name: end, kind: 'COMPANY' })
  const none = { totalCount: 0, nodes: [] }
  return {
    from: named(from), to: named(to), predicate: { name: 'OWNS', label: 'owns', inverse: 'is owned by', symmetric: false }, standing, contested: false, modality: 'FACT',
    period: { text: '', from: null, to: null }, shareMin: null, shareMax: null,
    claim: { id, sentence: '', accusatory: false, support: none, denials: [], generalDenials: [] },
  }
}

/** An end of a line with a mark and no name. */
function mark(x: number, y: number): End {
  return { x, y, parts: [boxAt({ x, y }, 36, 36)] }
}

function all<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function overlaps(spots: Spot[]): string[] {
  return spots.flatMap((a, i) => spots.slice(i + 1).filter((b) => touches(boxOf(a), boxOf(b))).map((b) => `${a.id} and ${b.id}`))
}

/** Every label of a drawing with its boxes: marks, names and counters, signs, and the words that stand. */
function labels(spots: Spot[], lines: DrawnTie[]): [string, Box][] {
  return [
    ...spots.flatMap((spot) => partsOf(spot).map((box): [string, Box] => [spot.id, box])),
    ...lines.map(({ sign, tie }): [string, Box] => [`sign of ${tie.claim.id}`, signBox(sign, sign.width)]),
    ...lines.flatMap(({ at, words, tie }): [string, Box][] => (at ? [[`words of ${tie.claim.id}`, boxAt(at, widthOf(words), 16)]] : [])),
  ]
}

/** How much of a box lies under another. */
function share(a: Box, b: Box): number {
  return (Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))) / ((a.right - a.left) * (a.bottom - a.top))
}

function onEachOther(all: [string, Box][]): string[] {
  return all.flatMap(([a, box], i) => all.slice(i + 1).filter(([b, other]) => a !== b && touches(box, other)).map(([b]) => `${a} and ${b}`))
}

/** Words so near to a name or to other words, beside them or above or below, that a reader takes them for one sentence. */
function runningOn(spots: Spot[], lines: DrawnTie[]): string[] {
  const names = spots.flatMap((spot): [string, Box][] => partsOf(spot).slice(1).map((box) => [spot.id, box]))
  const words = lines.flatMap(({ at, words, tie }): [string, Box][] => (at ? [[`words of ${tie.claim.id}`, boxAt(at, widthOf(words), 16)]] : []))
  const wider = (box: Box, x: number, y: number) => ({ left: box.left - x, right: box.right + x, top: box.top - y, bottom: box.bottom + y })
  return words.flatMap(([a, box], i) =>
    [...names, ...words.slice(i + 1)].filter(([, other]) => touches(wider(box, 8, -2), other) || touches(wider(box, 0, 4), other)).map(([b]) => `${a} and ${b}`),
  )
}

const widthOf = (text: string) => [...text].length * 7

property('in sets of 150 entities no label lies on another or on the head of an arrow, and what has no room is left for the pointer', 4, (draw) => {
  const { spots, links } = made(150, draw)
  for (const spot of spots) spot.badge = Math.min(draw(2) * 20, spot.width / 2 - 16)
  for (const _ of settle(spots, links)) void _
  holds(spots.every((s) => Number.isFinite(s.x) && Number.isFinite(s.y)), 'every place is a number')
  const ties = links.map((link, i) => tie(`clm_${i}`, link, draw(4) === 0 ? 'ALLEGED' : 'STATED'))
  const lines = drawTies(ties, spots, '', widthOf)
  equal(onEachOther(labels(spots, lines)), [])
  equal(overlaps(spots), [])
  equal(lines.length, ties.length)
  holds(lines.filter((line) => line.at).length > ties.length / 2, 'most words stand')
  equal(runningOn(spots, lines), [])
  const over = labels(spots, lines)
  equal(lines.flatMap(({ line, tie }) => over.filter(([, box]) => share(line.head, box) > 0.5).map(([name]) => `head of ${tie.claim.id} under ${name}`)), [])
})

test('around an entity with many neighbours no words stand so near above or below others that they read as one', () => {
  const links = Array.from({ length: 48 }, (_, i) => [{ from: 'ent_hub', to: `ent_${i}` }, ...(i % 3 ? [] : [{ from: `ent_${i}`, to: 'ent_hub' }])]).flat()
  const ids = ['ent_hub', ...Array.from({ length: 48 }, (_, i) => `ent_${i}`)]
  const spots = ids.map((id, i): Spot => ({ id, ...firstPlace(id, i, links, new Map()), width: 100, height: 72, fixed: false }))
  for (const _ of settle(spots, links)) void _
  const lines = drawTies(links.map((link, i) => tie(`clm_${i}`, link, i % 4 ? 'STATED' : 'ALLEGED')), spots, '', widthOf)
  equal(runningOn(spots, lines), [])
  holds(lines.filter((line) => line.at).length > links.length * 0.8, 'and most have room')
})

test('a drawing is made in steps, none of which handles more than one pair or one label', () => {
  const spots: Spot[] = Array.from({ length: 40 }, (_, i) => ({ id: `ent_${i}`, x: 120 * (i % 8), y: 120 * Math.floor(i / 8), width: 60, height: 72, fixed: false }))
  const ties = spots.slice(1).map((spot, i) => tie(`clm_${i}`, { from: `ent_${i}`, to: spot.id }, i % 3 ? 'STATED' : 'ALLEGED'))
  let steps = 0
  for (const _ of drawing(ties, spots, '', widthOf)) steps++
  holds(steps >= 4 * ties.length, `${steps} steps for ${ties.length} ties: each is routed, its sign and its words are placed`)
})

test('while an entity is on its way its ties follow, and the others stay as they are', () => {
  const spots: Spot[] = [0, 200, 400].map((x, i) => ({ id: `ent_${i}`, x, y: 0, width: 40, height: 56, fixed: false }))
  const ties = [tie('clm_0', { from: 'ent_0', to: 'ent_1' }, 'ALLEGED'), tie('clm_1', { from: 'ent_1', to: 'ent_2' }, 'STATED')]
  const before = drawTies(ties, spots, '', widthOf)
  const after = following(before, spots.map((spot) => (spot.id === 'ent_0' ? { ...spot, y: 300 } : spot)))
  holds(after[1] === before[1] && after[0] !== before[0], 'one is drawn anew')
  holds(after[0]?.at !== null && (after[0]?.sign.y ?? 0) > 100, 'its sign goes along, and what is alleged keeps its word')
})

test('a tie that holds both ways points to neither end, also while it is moved', () => {
  const spots: Spot[] = [0, 300].map((x, i) => ({ id: `ent_${i}`, x, y: 0, width: 40, height: 56, fixed: false }))
  const heads = (symmetric: boolean) => {
    const of = tie('clm_0', { from: 'ent_0', to: 'ent_1' }, 'ALLEGED')
    const drawn = drawTies([{ ...of, predicate: { ...of.predicate, symmetric } }], spots, '', widthOf)
    return [drawn, following(drawn, spots.map((spot) => ({ ...spot, y: spot.x })))].map(([line]) => line?.line.arrow !== '')
  }
  equal([heads(true), heads(false)], [[false, false], [true, true]])
})

test('what is only possible is drawn as possible, in whole words and in short ones', () => {
  const words = (apart: number, standing: Standing) => {
    const spots: Spot[] = [0, apart].map((x, i) => ({ id: `ent_${i}`, x, y: 0, width: 40, height: 56, fixed: false }))
    return drawTies([{ ...tie('clm_0', { from: 'ent_0', to: 'ent_1' }, standing), modality: 'RISK' }], spots, '', widthOf)[0]?.words
  }
  equal(words(900, 'ALLEGED'), 'allegedly (may come to pass) owns')
  equal(words(180, 'ALLEGED'), 'alleged, may come to pass')
  equal(words(900, 'STATED'), '(may come to pass) owns')
})

test('300 entities settle in a bounded number of steps, and nothing overlaps', () => {
  let seed = 3
  const { spots, links } = made(300, (below) => (seed = (seed * 16807) % 2147483647) % below)
  let steps = 0
  for (const _ of settle(spots, links)) steps++
  holds(steps <= mostSteps(300), `${steps} steps`)
  equal(overlaps(spots), [])
})

test('what is alleged chooses first, then what touches the selected entity, and a note widens a sign', () => {
  const spots: Spot[] = [0, 300, 600].map((x, i) => ({ id: `ent_${i}`, x, y: 0, width: 40, height: 56, fixed: false }))
  const ties = [tie('clm_0', { from: 'ent_0', to: 'ent_1' }, 'ALLEGED'), tie('clm_1', { from: 'ent_1', to: 'ent_2' }, 'STATED')]
  const order = (selected: string) => drawTies([...ties, tie('clm_2', { from: 'ent_0', to: 'ent_2' }, 'STATED')], spots, selected, widthOf).map((line) => line.tie.claim.id)
  equal(order(''), ['clm_0', 'clm_1', 'clm_2'])
  equal(order('ent_0'), ['clm_0', 'clm_2', 'clm_1'])
  const [noted, plain] = drawTies(ties, spots, '', widthOf, new Map([['clm_0', '12']]))
  holds(noted !== undefined && plain !== undefined && noted.sign.width > plain.sign.width, 'room for the note')
  equal(drawTies(ties, spots.slice(1), '', widthOf).length, 1, 'a tie without a place is left out')
})

test('a file is written in layers, none of which is long in the making, and which together are the whole', () => {
  const spots: Spot[] = Array.from({ length: 120 }, (_, i) => ({ id: `ent_${i}`, x: 120 * (i % 12), y: 120 * Math.floor(i / 12), width: 60, height: 72, fixed: false }))
  const entities = spots.map(({ id }) => ({ id, name: `<${id} & \u0007co>`, kind: 'COMPANY', degree: 9, specificity: 'NAMED' as const, count: null }))
  const ties = spots.slice(1).map((spot, i) => tie(`clm_${i}`, { from: `ent_${i}`, to: spot.id }, i % 3 ? 'STATED' : 'ALLEGED'))
  const steps = written(all(sheet({ entities, ties, truncated: null }, spots, true, ['A title', 'and more'])))
  const make = document.createElementNS
  let made = 0
  document.createElementNS = ((...asked: [string, string]) => (made++, make.apply(document, asked))) as typeof make
  try {
    for (let step = steps.next(); ; made = 0, step = steps.next()) {
      if (step.done !== true) {
        holds(made > 0 && made < 50 * 8, `${made} elements in a step`)
        continue
      }
      const read = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
      const [whole, layers] = [read(step.value.whole), step.value.layers.map(read)]
      equal(whole.nodeName, 'svg')
      equal([whole.querySelectorAll('[data-tie]').length, whole.querySelectorAll('[data-label]').length], [ties.length, ties.length])
      holds(layers.length > (spots.length + 2 * ties.length) / 50, `${layers.length} layers`)
      equal(layers.map((layer) => layer.innerHTML).join(''), whole.innerHTML)
      equal(new Set(layers.map((layer) => layer.getAttribute('viewBox'))).size, 1, 'they lie on each other')
      holds(whole.textContent?.includes('<ent_7 & co>') === true, 'what XML may not hold is left out, the rest is escaped')
      return
    }
  } finally {
    document.createElementNS = make
  }
})

property('a crowd finds what any look at all boxes finds', 50, (draw) => {
  const boxes = Array.from({ length: 40 }, () => boxAt({ x: draw(600) - 300, y: draw(600) - 300 }, 1 + draw(150), 1 + draw(60)))
  const probe = boxAt({ x: draw(600) - 300, y: draw(600) - 300 }, 1 + draw(150), 1 + draw(60))
  const n = boxes.filter((box) => touches(box, probe)).length
  equal(new Crowd(boxes).hits(probe), n > 0)
  const counted = new Crowd(boxes).count(probe)
  holds(counted >= n && (counted === 0) === (n === 0), `${counted} of ${n}`)
})

test('words that cannot stand off all lines stand where they cross the fewest', () => {
  const spots: Spot[] = [0, 400].map((x, i) => ({ id: `ent_${i}`, x, y: 0, width: 40, height: 56, fixed: false }))
  const across = (x: number) => curve(mark(x, -300), mark(x, 300), 0)
  const crowded = Array.from({ length: 30 }, (_, i) => across(90 + i * 5))
  const placed = all(placeLabels([curve(mark(0, 0), mark(400, 0), 0), ...crowded, across(330)], spots, [{ sign: 20, words: [100], must: false }]))[0]?.words
  holds(placed !== null && placed !== undefined && placed.x > 270, `at ${placed?.x}`)
})

test('where the whole words have no room a shorter one stands', () => {
  const spots: Spot[] = [0, 160].map((x, i) => ({ id: `ent_${i}`, x, y: 0, width: 40, height: 120, fixed: false }))
  const line = curve(mark(0, 0), mark(160, 0), 0)
  const choice = (words: number[]) => all(placeLabels([line], spots, [{ sign: 20, words, must: false }]))[0]?.words?.choice
  equal([choice([300, 40]), choice([60, 40])], [1, 0])
  equal(all(placeLabels([line], spots, [{ sign: 20, words: [300], must: false }]))[0]?.words, null)
})

property('words that must stand are beside their sign, whatever else wants the room', 40, (draw) => {
  const { spots, links } = made(40, draw)
  for (const _ of settle(spots, links)) void _
  const ties = links.map((link, i) => tie(`clm_${i}`, link, i % 2 ? 'ALLEGED' : 'STATED'))
  for (const { sign, at, tie: { standing } } of drawTies(ties, spots, '', widthOf)) {
    if (standing === 'ALLEGED') holds(at !== null && Math.abs(at.x - sign.x) <= 100 && Math.abs(at.y - sign.y) <= 20, 'beside its sign')
  }
})

test('marks of a tie meet neither what its sign says, nor each other, and have their room', () => {
  const spots: Spot[] = ['a', 'b'].map((id, i) => ({ id, x: 400 * i, y: 0, width: 60, height: 72, fixed: false }))
  for (const note of ['', '7', '123, 124']) {
    for (const [standing, contested, many] of [['STATED', false, 0], ['STATED', true, 2], ['DISPUTED', false, 2], ['DISPUTED', true, 4]] as const) {
      const [drawn] = drawTies([{ ...tie('clm_a', { from: 'a', to: 'b' }, standing), contested }], spots, '', widthOf, new Map([['clm_a', note]]))
      const { sign } = drawn as DrawnTie
      const marks = [...marksOf({ standing, contested }, sign).matchAll(/M(\S+) \S+?(l5 -14|v12)/g)].map(([, x, shape]): Box => ({ left: Number(x) - 1, right: Number(x) + (shape === 'v12' ? 1 : 6), top: sign.y - 7, bottom: sign.y + 7 }))
      equal(marks.length, many)
      const said = boxAt(sign, widthOf('≠' + (note && ' ' + note)), 16)
      equal(onEachOther([['sign', said], ...marks.map((box, i): [string, Box] => [`mark ${i}`, box])]), [], `${standing} ${contested} "${note}"`)
      const { left, right } = signBox(sign, sign.width)
      holds(marks.every((box) => box.left >= left && box.right <= right), `${standing} ${contested} "${note}" has room`)
    }
  }
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
  const at = [mark(0, 0), mark(300, 0)] as const
  const middles = [curve(at[0], at[1], got[0] ?? 0), curve(at[1], at[0], got[1] ?? 0), curve(at[0], at[1], got[2] ?? 0)].map((c) => Math.round(c.at(0.5).y))
  equal(new Set(middles).size, 3, `middles ${middles}`)
  holds(middles.every((y, i) => middles.every((z, k) => i === k || Math.abs(y - z) > 16)), 'their signs do not overlap')
})

test('a tie ends at the marks and points to its object', () => {
  const { path, arrow } = curve(mark(0, 0), mark(100, 0), 0)
  equal(path, 'M18.0 0.0Q48.0 0.0 78.0 0.0')
  holds(arrow.startsWith('M78.0 0.0L68.0'), arrow)
})

test('a tie of an entity to itself is a loop', () => holds(curve(mark(5, 5), mark(5, 5), 0).path.includes('C'), 'a loop'))

test('names are wrapped to two lines, and what is left out is shown', () => {
  equal(wrap('Kaspersky'), ['Kaspersky'])
  equal(wrap('Russian military and intelligence authorities'), ['Russian military and', 'intelligence…'])
  equal(wrap('x'.repeat(50)), ['x'.repeat(21) + '…'])
  equal(wrap(''), [''])
  equal(wrap('🧵'.repeat(30)), ['🧵'.repeat(21) + '…'])
})

test('the box of nothing is not empty', () => holds(around([], 10).right > around([], 10).left, 'a box'))
