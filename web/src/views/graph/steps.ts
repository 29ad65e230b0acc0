// From one entity of the drawing to the next, by keys. This module is pure.
import { far } from './boxes'
import type { Spot } from './layout'

/** The nearest in a direction; where nothing is right ahead, the nearest on that side. */
export function beside(spots: Spot[], from: Spot, x: number, y: number): Spot | undefined {
  const ahead = (narrow: number) =>
    spots
      .map((spot) => ({ spot, along: (spot.x - from.x) * x + (spot.y - from.y) * y, off: far(spot, from) }))
      .filter(({ along, off }) => along > off * narrow)
      .sort((a, b) => a.off * 2 - a.along - (b.off * 2 - b.along))[0]?.spot
  return ahead(0.7) ?? ahead(0)
}

/** The next one or the one before, in the order of the drawing; so each is reached. */
export function inOrder(spots: Spot[], from: Spot, by: number): Spot | undefined {
  return spots[(spots.findIndex((spot) => spot.id === from.id) + by + spots.length) % spots.length]
}

/** The nearest of the others. */
export function nearest(spots: Spot[], id: string): Spot | undefined {
  const from = spots.find((spot) => spot.id === id)
  return from && spots.filter((spot) => spot.id !== id).sort((a, b) => far(a, from) - far(b, from))[0]
}
