// The drawing as a hook: lines and labels are placed in slices after the layout; until then the drawing before stands, and follows what moves.
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { SetTie } from '../ties'
import { drawing, following, type DrawnTie } from './drawn'
import type { Spot } from './layout'
import { inSlices } from './slices'
import { textWidth, type Layout } from './use-layout'

/** What is drawn where; `made` is another one after each layout, and `selected` for whose sake the words stand where they do. */
export type Drawing = { spots: Spot[]; lines: DrawnTie[]; made: unknown; selected: string }

export function useDrawing(ties: SetTie[], { spots, made, moving }: Layout, selected: string): Drawing | null {
  const [drawn, setDrawn] = useState<Drawing | null>(null)
  useEffect(() => {
    const order = (a: DrawnTie, b: DrawnTie) => a.tie.claim.id.localeCompare(b.tie.claim.id) // whoever chose first, none moves in the page
    if (spots && !moving) return inSlices(drawing(ties, spots, selected, textWidth), (lines) => setDrawn({ spots, lines: lines.sort(order), made, selected }))
  }, [ties, spots, selected, moving])
  return useMemo(() => drawn && (spots && drawn.made === made ? { ...drawn, spots, lines: following(drawn.lines, spots) } : drawn), [drawn, spots, made])
}
