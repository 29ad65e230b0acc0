// The places at which a reader pinned entities, as they stand in a link: "ent_a:12:-40,ent_b:0:8". This module is pure.
export type Place = { x: number; y: number }

export function readPins(text: string): Map<string, Place> {
  const found = text.matchAll(/([a-z]{3}_[\w.-]+):(-?\d{1,5}):(-?\d{1,5})(?=,|$)/g)
  return new Map([...found].map(([, id, x, y]) => [id as string, { x: Number(x), y: Number(y) }]))
}

export function writePins(pins: Map<string, Place>): string {
  return [...pins].map(([id, { x, y }]) => `${id}:${Math.round(x)}:${Math.round(y)}`).join()
}
