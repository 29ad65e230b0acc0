// A sheet as the text of a file: layer by layer, so that the page answers meanwhile.
import { render, type ComponentChild } from 'preact'
import type { Sheet } from './sheet'

/** A drawing as one text, and as several which lie on each other. */
export type Written = { whole: string; layers: string[]; width: number; height: number }

/** Writes a sheet; each `next` is a layer. */
export function* written({ paper, layers, width, height }: Sheet): Generator<void, Written> {
  const [begin, about] = parts(paper)
  const inside = [about]
  for (const layer of layers) {
    inside.push(parts(<svg xmlns="http://www.w3.org/2000/svg">{layer}</svg>)[1])
    yield
  }
  return { whole: begin + inside.join('') + end, layers: inside.map((text) => begin + text + end), width, height }
}

const end = '</svg>'

/** How an element begins, and what is in it. What a text may hold but XML may not is left out. */
function parts(svg: ComponentChild): [string, string] {
  const place = document.createElement('div')
  render(svg, place)
  const text = new XMLSerializer().serializeToString(place.firstElementChild as Element).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  const first = text.indexOf('>') + 1
  return [text.slice(0, first), text.slice(first, -end.length)]
}
