// The forces that spread a graph: ties pull their ends to a length, all entities push each other away, the middle draws weakly, and each
// keeps others out of its circle, by the formulas of d3-force, but pair by pair. They change velocities, and drag slows these. Nothing
// is drawn by lot: equal graphs move equally.

export type Body = {
  x: number
  y: number
  vx: number
  vy: number
  fixed: boolean
  /** How strongly it pushes others away. */
  push: number
  /** The circle that it keeps others out of. */
  radius: number
}

/** A tie between two bodies. Of what it moves them the share `give` is the second's, the rest the first's. */
export type Spring = { from: Body; to: Body; length: number; strength: number; give: number }

/** What drag leaves of a velocity after a step. */
const kept = 0.6
/** How strongly the middle draws: more up and down than sideways, since pages are wider than high. */
const inward = { x: 0.04, y: 0.07 }
/** How far apart two bodies at one place are taken to be, so that there is a way to push them. */
const tiny = 1e-6

/** Moves the bodies by one step. The heat goes from 1 to about 0, and with it all forces but the one that keeps others out. */
export function step(bodies: Body[], springs: Spring[], heat: number): void {
  for (const spring of springs) pull(spring, heat)
  eachPair(bodies, (a, b) => repel(a, b, heat))
  for (const body of bodies) {
    body.vx -= body.x * inward.x * heat
    body.vy -= body.y * inward.y * heat
  }
  eachPair(bodies, keepOut)
  for (const body of bodies) move(body)
}

function eachPair(bodies: Body[], act: (a: Body, b: Body) => void): void {
  for (let i = 0; i < bodies.length; i++) for (let k = i + 1; k < bodies.length; k++) act(bodies[i] as Body, bodies[k] as Body)
}

function pull({ from, to, length, strength, give }: Spring, heat: number): void {
  const x = to.x + to.vx - from.x - from.vx || tiny
  const y = to.y + to.vy - from.y - from.vy || tiny
  const far = Math.hypot(x, y)
  const by = ((far - length) / far) * strength * heat
  to.vx -= x * by * give
  to.vy -= y * by * give
  from.vx += x * by * (1 - give)
  from.vy += y * by * (1 - give)
}

/** Pushes by the inverse of the distance; close by it grows no further than with the root of that, so that none is thrown off. */
function repel(a: Body, b: Body, heat: number): void {
  const x = b.x - a.x || tiny
  const y = b.y - a.y || tiny
  const square = x * x + y * y
  const by = heat / Math.max(square, Math.sqrt(square))
  a.vx -= x * by * b.push
  a.vy -= y * by * b.push
  b.vx += x * by * a.push
  b.vy += y * by * a.push
}

/** Parts two circles that would touch after this step; the smaller one moves more. */
function keepOut(a: Body, b: Body): void {
  const x = b.x + b.vx - a.x - a.vx || tiny
  const y = b.y + b.vy - a.y - a.vy || tiny
  const square = x * x + y * y
  const room = a.radius + b.radius
  if (square >= room * room) return
  const far = Math.sqrt(square)
  const by = (room - far) / far
  const share = b.radius ** 2 / (a.radius ** 2 + b.radius ** 2)
  a.vx -= x * by * share
  a.vy -= y * by * share
  b.vx += x * by * (1 - share)
  b.vy += y * by * (1 - share)
}

function move(body: Body): void {
  body.vx *= body.fixed ? 0 : kept
  body.vy *= body.fixed ? 0 : kept
  body.x += body.vx
  body.y += body.vy
}
