// An entity's mark by its kind, so that what it is can be seen without colour.
const shapes: Record<string, string> = {
  CORPORATE_GROUP: 'M-14 -10H10V14H-14ZM-10 -10V-14H14V10H10',
  COMPANY: 'M-12 -12H12V12H-12Z',
  REGIONAL_UNIT: 'M-9 -9H9V9H-9Z',
  ORGANIZATION: 'M-12 -12H12V12H-12ZM-12 -6H12',
  GOVERNMENT: 'M-14 0L-7 -12H7L14 0L7 12H-7Z',
  AGENCY: 'M-14 0L-7 -12H7L14 0L7 12H-7Z',
  INTELLIGENCE_SERVICE: 'M0 -16L16 0L0 16L-16 0Z',
  PERSON: 'M0 13A13 13 0 1 1 0.1 13Z',
  OFFICE: 'M0 -13L13 11H-13Z',
  CITY: 'M0 -13L13 11H-13Z',
  REGION: 'M0 -13L13 11H-13Z',
  COUNTRY: 'M0 -13L13 11H-13Z',
  MEASURE: 'M-10 -14H6L12 -8V14H-10ZM6 -14V-8H12',
}

/** What stands inside a mark: of several at once how many they are, as far as that is known. */
export function insideOf({ specificity, count }: { specificity: string; count: { text: string } | null }): string {
  return specificity === 'GROUP' ? (count?.text ?? 'n?') : ''
}

/** The counter of ties that are not shown. */
export function badge(n: number, exact: boolean): string {
  return (exact ? '+' : '≤ ') + n
}

export function shapeOf(kind: string): string {
  return shapes[kind] ?? 'M-12 -12H12V12H-12Z'
}
