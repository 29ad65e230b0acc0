// The Natural Earth projection, as T. Patterson drew it and B. Šavrič, B. Jenny and others wrote it as polynomials: "A
// Polynomial Equation for the Natural Earth Projection", Cartography and Geographic Information Science 38 (4), 2011. It keeps
// neither areas nor angles, and is made for the whole world on one page. This module is pure.

export type Point = { x: number; y: number }

/** A place on Earth in degrees, north and east positive. */
export type Place = { lat: number; lon: number }

const radians = Math.PI / 180

/** A place on the page, x to the right and y down, for an Earth of radius 1. */
export function project({ lat, lon }: Place): Point {
  const phi = lat * radians
  const a = phi * phi
  const b = a * a
  return {
    x: lon * radians * (0.8707 - 0.131979 * a + b * (-0.013791 + b * (0.003971 * a - 0.001529 * b))),
    y: -phi * (1.007226 + a * (0.015085 + b * (-0.044475 + 0.028874 * a - 0.005916 * b))),
  }
}

/** Half the width and half the height of the world on the page. */
export const half: Point = { x: project({ lat: 0, lon: 180 }).x, y: -project({ lat: 90, lon: 0 }).y }

/** The outlines of land: of each its first point, then the steps from point to point, in units of a degree. */
export type Coast = { units: number; rings: number[][] }

// Lines are drawn in thousandths, which is finer than the coast is known.
export const grain = 1000

/** The land as the path of an SVG. It is land alone: no border is in it. */
export function landPath({ units, rings }: Coast): string {
  return rings.map((ring) => outline(places(ring, units))).join('')
}

/** The edge of the world as the path of an SVG. */
export function worldPath(): string {
  const up = Array.from({ length: 37 }, (_, i) => 90 - 5 * i)
  return outline([...up.map((lat) => ({ lat, lon: 180 })), ...up.toReversed().map((lat) => ({ lat, lon: -180 }))])
}

function places(ring: number[], units: number): Place[] {
  const out: Place[] = []
  for (let i = 0, lon = 0, lat = 0; i < ring.length; i += 2) {
    lon += ring[i] ?? 0
    lat += ring[i + 1] ?? 0
    out.push({ lat: lat / units, lon: lon / units })
  }
  return out
}

function outline(of: Place[]): string {
  return 'M' + of.map(project).map(({ x, y }) => `${Math.round(x * grain)} ${Math.round(y * grain)}`).join('L') + 'Z'
}
