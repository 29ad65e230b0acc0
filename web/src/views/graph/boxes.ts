// Boxes of the graph and how far they overlap. This module is pure.
export type Box = { left: number; right: number; top: number; bottom: number }

/** From the middle of an entity's mark up to the top of its box. */
export const above = 18

/** The box of an entity: its mark, and its name below it. */
export function boxOf(spot: { x: number; y: number; width: number; height: number }, gap = 0): Box {
  const half = (spot.width + gap) / 2
  return { left: spot.x - half, right: spot.x + half, top: spot.y - above - gap / 2, bottom: spot.y - above + spot.height + gap / 2 }
}

/** Whether two boxes lie in each other; edges may meet. */
export function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

export function boxAt({ x, y }: { x: number; y: number }, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

/** How far two places are from each other. */
export function far(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

const cell = 64
const rows = 1e6

/** Boxes by where they lie, so that asking whether a place is free does not look at all of them. */
export class Crowd {
  private cells = new Map<number, Box[]>()

  constructor(boxes: Box[] = []) {
    for (const box of boxes) this.add(box)
  }

  add(box: Box): void {
    for (let x = Math.floor(box.left / cell); x * cell <= box.right; x++) {
      for (let y = Math.floor(box.top / cell); y * cell <= box.bottom; y++) {
        const here = this.cells.get(x * rows + y)
        if (here) here.push(box)
        else this.cells.set(x * rows + y, [box])
      }
    }
  }

  /** Whether a place is taken. */
  hits(box: Box): boolean {
    return this.count(box, 1) > 0
  }

  /** How many boxes lie in a place, as far as it matters; one that lies in several cells counts in each. */
  count(box: Box, most = Infinity): number {
    let n = 0
    for (let x = Math.floor(box.left / cell); x * cell <= box.right; x++) {
      for (let y = Math.floor(box.top / cell); y * cell <= box.bottom; y++) {
        for (const other of this.cells.get(x * rows + y) ?? []) if (touches(other, box) && ++n >= most) return n
      }
    }
    return n
  }
}

/** The box around all boxes, with a margin; of none a small one. */
export function around(boxes: Box[], margin: number): Box {
  if (boxes.length === 0) return { left: -margin, right: margin, top: -margin, bottom: margin }
  return {
    left: Math.min(...boxes.map((b) => b.left)) - margin,
    right: Math.max(...boxes.map((b) => b.right)) + margin,
    top: Math.min(...boxes.map((b) => b.top)) - margin,
    bottom: Math.max(...boxes.map((b) => b.bottom)) + margin,
  }
}

/** What of an entity hides a line: its mark, its name, and its counter, on the side where it has room. */
export function partsOf(spot: { x: number; y: number; width: number; height: number; badge?: number; side?: number }): Box[] {
  const { x, y, width, height, badge = 0, side = 1 } = spot
  const parts = [boxAt(spot, 36, 36), { left: x - width / 2, right: x + width / 2, top: y + above + 2, bottom: y - above + height }]
  return badge > 0 ? [...parts, boxAt({ x: x + side * (16 + badge / 2), y: y - 10 }, badge, 16)] : parts
}

/** A name on at most so many lines of about so many characters, the rest left out. */
export function wrap(name: string, most = 22, rows = 2): string[] {
  const lines: string[] = ['']
  for (const word of name.split(/\s+/).filter((w) => w !== '')) {
    const last = lines.at(-1) ?? ''
    if (last === '' || [...last].length + 1 + [...word].length <= most) lines[lines.length - 1] = (last + ' ' + word).trim()
    else lines.push(word)
  }
  const shown = lines.slice(0, rows).map((line) => ([...line].length > most ? [...line].slice(0, most - 1).join('') + '…' : line))
  if (lines.length > rows) shown.push([...(shown.pop() ?? '')].slice(0, most - 1).join('').replace(/…?$/, '…'))
  return shown
}
