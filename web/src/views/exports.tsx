// The current set as files: tables for other programs, and the drawing. No file has an accusation without what is said against it.
import { render, type ComponentChild } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { failureOf, type Failure } from '../api/client'
import { picture, save } from '../parts/save'
import { Failed } from '../parts/states'
import { count } from '../parts/words'
import { useExplorer } from '../state/exploration'
import { dates, filter } from '../state/filter'
import type { Exploration } from '../state/fragment'
import type { Spot } from './graph/layout'
import { sheet } from './graph/sheet'
import { inTime } from './graph/slices'
import { settled } from './graph/use-layout'
import { scope, stampOf } from './stamp'
import { wholeTies } from './set-ties'
import { countsAll, linksOf, notAll, tiesAsCsv, tiesAsJson, type SetTies } from './ties'

/** Without spots the drawing is laid out for the file. `chosen` are more entities than the graph has where bounds cut it. */
type Props = { graph: SetTies; chosen: number; spots?: Spot[] | null }

export function Exports({ graph, chosen, spots = null }: Props) {
  const { state } = useExplorer()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState('')
  const cut = notAll(chosen, graph)
  const name = cut ? 'ties-cut' : 'ties' // a table without rows has no other place to say so
  const asked = useRef<{ graph: SetTies; whole: Promise<SetTies> } | null>(null)
  const whole = () => {
    if (asked.current?.graph !== graph) asked.current = { graph, whole: wholeTies(graph, { filter: filter(state), ...dates(state) }) }
    return asked.current.whole
  }
  const make = async (take: (whole: SetTies) => void | Promise<void>) => {
    setFailure(null)
    try {
      await take(await whole())
    } catch (cause) {
      asked.current = null
      setFailure(failureOf(cause))
    }
  }
  const draw = (take: (drawing: Drawing) => void | Promise<void>) =>
    make(async (whole) => {
      const about = await aboutGraph(state, graph, cut)
      const places = spots ?? (await settled(graph.entities, linksOf(graph.ties)))
      await take(drawing(await inTime(sheet(whole, places, countsAll(state), about))))
    })
  const files: [string, () => Promise<void>][] = [
    ['CSV', () => make(({ ties }) => save(name + '.csv', 'text/csv;charset=utf-8', tiesAsCsv(ties, cut)))],
    ['JSON', () => make(({ ties }) => save(name + '.json', 'application/json', tiesAsJson(ties, cut)))],
    ['SVG', () => draw(({ svg }) => save(name + '.svg', 'image/svg+xml', svg))],
    ['PNG', () => draw(async ({ svg, width, height }) => save(name + '.png', 'image/png', await picture(svg, width, height)))],
  ]
  const run = async (name: string, file: () => Promise<void>) => {
    if (busy) return
    setBusy(name)
    await file()
    setBusy('')
  }
  return (
    <>
      <p class="actions">
        {files.map(([name, file]) => (
          <button key={name} type="button" aria-busy={busy === name} onClick={() => void run(name, file)}>
            Save as {name}
          </button>
        ))}
      </p>
      {failure && <Failed what="The file" failure={failure} retry={() => setFailure(null)} />}
    </>
  )
}

async function aboutGraph(state: Exploration, { entities, ties }: SetTies, cut: string): Promise<string[]> {
  const names = entities.slice(0, 3).map((e) => e.name).join(', ') + (entities.length > 3 ? ' and others' : '')
  return [
    `${count(ties.length, 'tie', 'ties')} among ${count(entities.length, 'entity', 'entities')}: ${names}`,
    ...scope(state, await stampOf(state)),
    cut,
    `The sign ${countsAll(state) ? '+n' : '≤ n'} beside an entity ${countsAll(state) ? 'counts' : 'is the most that there can be of'} its ties that are not shown. A number on a line leads to its note below. No denial found does not mean that nobody denied it.`,
  ].filter((line) => line !== '')
}

type Drawing = { svg: string; width: number; height: number }

/** A drawing as a file's text. What a text may hold but XML may not is left out. */
function drawing(sheet: ComponentChild): Drawing {
  const place = document.createElement('div')
  render(sheet, place)
  const element = place.querySelector('svg') as SVGSVGElement
  const svg = new XMLSerializer().serializeToString(element).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return { svg, width: Number(element.getAttribute('width')), height: Number(element.getAttribute('height')) }
}
