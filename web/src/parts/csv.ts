// Tables as text for other programs. This module is pure.

/** A CSV file after RFC 4180. A cell that a spreadsheet could take for a formula begins with an apostrophe. */
export function csv(head: string[], rows: string[][]): string {
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

function cell(value: string): string {
  const guarded = /^[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@\t\r|%＝＋－＠]/.test(value) ? "'" + value : value
  return '"' + guarded.replaceAll('"', '""') + '"'
}
