// Rows of tables: each cell knows its heading, and sources open in a row of their own.
import { el } from './dom'
import { sourcesButton } from './sources'

type Cell = Node | string | false | null

/** A row with a last cell that opens the claim's sources below it. */
export function sourcedRow(columns: string[], cells: Cell[][], claim: string, about: string, signal: AbortSignal): HTMLTableRowElement {
  const row = el('tr', {}, ...cells.map((content, i) => el('td', { 'data-label': columns[i] }, el('div', {}, ...content))))
  const below = (box: HTMLElement) => {
    if (!box.parentElement) row.after(el('tr', {}, el('td', { colspan: columns.length }, box)))
  }
  row.append(el('td', {}, sourcesButton(claim, about, signal, below)))
  return row
}
