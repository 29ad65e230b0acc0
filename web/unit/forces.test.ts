import { step, type Body, type Spring } from '../src/views/graph/forces'
import { equal, holds, property, test } from './harness'

function body(x: number, y: number, rest: Partial<Body> = {}): Body {
  return { x, y, vx: 0, vy: 0, fixed: false, push: 0, radius: 0, ...rest }
}

function spring(from: Body, to: Body, rest: Partial<Spring> = {}): Spring {
  return { from, to, length: 150, strength: 1, give: 0.5, ...rest }
}

/** Cools down in as many steps as a layout takes. */
function settle(bodies: Body[], springs: Spring[] = [], steps = 200): void {
  for (let i = 1; i <= steps; i++) step(bodies, springs, 0.001 ** (i / steps))
}

const apart = (a: Body, b: Body) => Math.hypot(a.x - b.x, a.y - b.y)
const near = (got: number, want: number, about: string) => holds(Math.abs(got - want) < 0.05 * want, `${about}: ${got}, want about ${want}`)

test('a tie pulls and pushes its ends to its length', () => {
  for (const start of [10, 600]) {
    const [a, b] = [body(-start / 2, 0), body(start / 2, 0)]
    for (let i = 0; i < 40; i++) step([a, b], [spring(a, b)], 0.3)
    near(apart(a, b), 150, `from ${start}`)
  }
})

test('of two ends the one that shall give way moves more', () => {
  const [a, b] = [body(0, 0), body(400, 0)]
  step([a, b], [spring(a, b, { give: 0.75 })], 0.1)
  holds(a.x > 0 && 400 - b.x > 3 * a.x, `three times as far, and what the middle draws: ${a.x} ${b.x}`)
})

test('bodies push each other away, each as strongly as the other says', () => {
  const [a, b] = [body(-50, 0, { push: 100 }), body(50, 0, { push: 300 })]
  step([a, b], [], 0.01)
  holds(a.x < -50 && a.x + 50 < 50 - b.x, 'the weaker one goes further')
  const far = body(5000, 0, { push: 100 })
  const before = far.vx
  step([body(0, 0, { push: 100 }), far], [], 0)
  equal(far.vx, before, 'and without heat none')
})

test('the middle draws, up and down more than sideways', () => {
  const one = body(100, 100)
  step([one], [], 1)
  holds(one.x < 100 && one.y < one.x, `${one.x} ${one.y}`)
})

test('circles leave each other room even when all else is cold, and the smaller one moves more', () => {
  const [a, b] = [body(0, 0, { radius: 30 }), body(20, 0, { radius: 10 })]
  for (let i = 0; i < 40; i++) step([a, b], [], 0)
  holds(apart(a, b) >= 40 && apart(a, b) < 60, `they no longer touch: ${apart(a, b)}`)
  holds(b.x - 20 > -a.x, 'the smaller')
})

test('what is fixed stays, and others give way to it', () => {
  const [a, b] = [body(3, 4, { fixed: true, push: 500, radius: 20 }), body(3, 4, { push: 500, radius: 20 })]
  settle([a, b], [spring(a, b)])
  equal([a.x, a.y], [3, 4])
  holds(apart(a, b) > 100, 'the other went away')
})

property('whatever lies where, all places stay numbers, and equal graphs move equally', 30, (draw) => {
  const spots = Array.from({ length: 20 }, () => [draw(3), draw(3), draw(2)] as const)
  const ties = Array.from({ length: 20 }, () => [draw(20), draw(20)] as const)
  const twice = [0, 1].map(() => {
    const bodies = spots.map(([x, y, fixed]) => body(x, y, { push: 500, radius: 30, fixed: fixed === 1 }))
    settle(bodies, ties.map(([a, b]) => spring(bodies[a] as Body, bodies[b] as Body)), 120)
    return bodies.map(({ x, y }) => [x, y])
  })
  holds((twice[0] ?? []).flat().every((value) => Number.isFinite(value) && Math.abs(value) < 1e4), 'numbers within reach')
  equal(twice[0], twice[1])
})
