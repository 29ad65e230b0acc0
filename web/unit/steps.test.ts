import { readPins, writePins } from '../src/views/graph/pins'
import { inSlices, type Clock } from '../src/views/graph/slices'
import { beside, inOrder, nearest } from '../src/views/graph/steps'
import type { Spot } from '../src/views/graph/layout'
import { equal, holds, property, test } from './harness'

function spot(id: string, x: number, y: number): Spot {
  return { id, x, y, width: 40, height: 56, fixed: false }
}

/** A clock that goes on by so much whenever it is read, and keeps what is to be done later. */
function slow(by: number): Clock & { queue: (() => void)[] } {
  const clock = { time: 0, queue: [] as (() => void)[], now: () => (clock.time += by), later: (work: () => void) => clock.queue.push(work) }
  return clock
}

function* counting(to: number): Generator<void, string> {
  for (let i = 0; i < to; i++) yield
  return 'done'
}

test('work ends its slice when its time is over, goes on later, and gives its result once', () => {
  const [clock, got] = [slow(3), [] as string[]]
  inSlices(counting(9), (result) => got.push(result), clock)
  let slices = 0
  for (; clock.queue.length > 0; slices++) clock.queue.shift()?.()
  equal([slices, got], [4, ['done']], 'three steps of 3 ms a slice of 8 ms')
})

test('a step that is longer than a slice ends it', () => {
  const clock = slow(100)
  inSlices(counting(5), () => {}, clock)
  let slices = 0
  for (; clock.queue.length > 0; slices++) clock.queue.shift()?.()
  equal(slices, 6)
})

test('work that is stopped takes no further step', () => {
  const clock = slow(100)
  let steps = 0
  const stop = inSlices((function* () { for (;;) { steps++; yield } })(), () => {}, clock)
  clock.queue.shift()?.()
  stop()
  clock.queue.shift()?.()
  equal([steps, clock.queue.length], [1, 0])
})

test('what a step throws is told once, and no other step is taken', () => {
  const [clock, told] = [slow(100), [] as unknown[]]
  let steps = 0
  const work = (function* () { for (;;) { if (++steps === 3) throw 'the third'; yield } })()
  inSlices(work, () => told.push('done'), clock, (cause) => told.push(cause))
  while (clock.queue.length > 0) clock.queue.shift()?.()
  equal([steps, told], [3, ['the third']])
  equal(work.next().done, true)
})

test('a step that throws is nobody\'s secret where nobody takes it', () => {
  const clock = slow(100)
  inSlices((function* (): Generator<void, void> { throw 'the first' })(), () => {}, clock)
  let thrown: unknown = null
  try { clock.queue.shift()?.() } catch (cause) { thrown = cause }
  equal([thrown, clock.queue.length], ['the first', 0])
})

test('a key goes to the nearest in its direction, and past the corner where nothing is ahead', () => {
  const spots = [spot('a', 0, 0), spot('b', 100, 10), spot('c', 300, 0), spot('d', 20, 200), spot('e', -10, 300)]
  const go = (id: string, x: number, y: number) => beside(spots, spots.find((s) => s.id === id) as Spot, x, y)?.id
  equal([go('a', 1, 0), go('b', 1, 0), go('a', 0, 1), go('c', 0, 1), go('c', 1, 0)], ['b', 'c', 'd', 'b', undefined])
})

property('each is reached in order, and none is left out', 20, (draw) => {
  const spots = Array.from({ length: 2 + draw(40) }, (_, i) => spot('ent_' + i, draw(900), draw(900)))
  const seen = new Set<string>()
  for (let at = spots[0]; at && !seen.has(at.id); at = inOrder(spots, at, 1)) seen.add(at.id)
  equal(seen.size, spots.length)
  equal(inOrder(spots, spots[0] as Spot, -1)?.id, spots.at(-1)?.id)
})

test('the nearest of the others, and none of one alone', () => {
  const spots = [spot('a', 0, 0), spot('b', 100, 0), spot('c', 60, 60)]
  equal([nearest(spots, 'a')?.id, nearest(spots.slice(0, 1), 'a'), nearest(spots, 'z')], ['c', undefined, undefined])
})

test('pins are read as they are written, and what is no pin is left out', () => {
  const pins = new Map([['ent_a', { x: 12.4, y: -40 }], ['ent_b.c-1', { x: 0, y: 8 }]])
  equal(writePins(pins), 'ent_a:12:-40,ent_b.c-1:0:8')
  equal([...readPins(writePins(pins))], [['ent_a', { x: 12, y: -40 }], ['ent_b.c-1', { x: 0, y: 8 }]])
  equal([...readPins('ent_a:1,:2:3,ent_b:1:2:3,ent_c:1e9:2,ent_d:4:5').keys()], ['ent_d'])
  holds(readPins('').size === 0, 'of nothing none')
})
