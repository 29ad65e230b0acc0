// Boxes of the graph and how far they overlap. This module is pure.
export type Box = { left: number; right: number; top: number; bottom: number }

/** From the middle of an entity's mark up to the top of its box. */
export const above = 18

/** The box of an entity: its mark, and its name below it. */
export function boxOf(spot: { x: number; y: number; width: number; height: number }, gap = 0): Box {
  const half = (spot.width + gap) / 2
  return { left: spot.x - half, right: spot.x + half, top: spot.y - above - gap / 2, bottom: spot.y - above + spot.height + gap / 2 }
}

/** How far two boxes lie in each other, by axis; they overlap when both are positive. */
export function overlap(a: Box, b: Box): { x: number; y: number } {
  return { x: Math.min(a.right, b.right) - Math.max(a.left, b.left), y: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) }
}

export function touches(a: Box, b: Box): boolean {
  const { x, y } = overlap(a, b)
  return x > 0 && y > 0
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

/** A name on at most two lines of about this many characters, the rest left out. */
export function wrap(name: string, most = 22): string[] {
  const lines: string[] = ['']
  for (const word of name.split(/\s+/).filter((w) => w !== '')) {
    const last = lines.at(-1) ?? ''
    if (last === '' || [...last].length + 1 + [...word].length <= most) lines[lines.length - 1] = (last + ' ' + word).trim()
    else lines.push(word)
  }
  const shown = lines.slice(0, 2).map((line) => ([...line].length > most ? [...line].slice(0, most - 1).join('') + '…' : line))
  if (lines.length > 2) shown[1] = [...(shown[1] ?? '')].slice(0, most - 1).join('').replace(/…?$/, '…')
  return shown
}
