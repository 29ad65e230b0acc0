// Tables: columns line up on a wide page, and a row reads as a small card on a narrow one.
import type { ComponentChild } from 'preact'

export type Column<T> = {
  name: string
  cell(row: T): ComponentChild
  /** How two rows compare; without it the column cannot be sorted. */
  order?(a: T, b: T): number
}

export type Sorting = { column: string; down: boolean }

type Props<T> = { label: string; columns: Column<T>[]; rows: T[]; id(row: T, i: number): string; sorting?: Sorting; sort?(next: Sorting): void }

export function Table<T>({ label, columns, rows, id, sorting, sort }: Props<T>) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      <table class={`stack of-${columns.length}`} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" aria-sort={sorting?.column === column.name ? (sorting.down ? 'descending' : 'ascending') : undefined}>
                {column.order && sort ? <SortButton name={column.name} sorting={sorting} sort={sort} /> : column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(rows, columns, sorting).map((row, i) => (
            <tr key={id(row, i)}>
              {columns.map((column) => (
                <td key={column.name} data-label={column.name}>
                  <div>{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SortButton({ name, sorting, sort }: { name: string; sorting: Sorting | undefined; sort: (next: Sorting) => void }) {
  const current = sorting?.column === name
  return (
    <button type="button" class="plain" onClick={() => sort({ column: name, down: current && !sorting.down })}>
      {name}
      <span aria-hidden="true"> {current ? (sorting.down ? '▾' : '▴') : '▵'}</span>
    </button>
  )
}

/** Rows in the order of a column; equal ones keep their places. */
export function sorted<T>(rows: T[], columns: Column<T>[], sorting: Sorting | undefined): T[] {
  const order = columns.find((column) => column.name === sorting?.column)?.order
  if (!order || !sorting) return rows
  return rows.toSorted((a, b) => (sorting.down ? -order(a, b) : order(a, b)))
}
