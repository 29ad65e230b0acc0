// The places of the map in words. This module is pure.
import { count, tieWords } from '../../parts/words'
import { looks } from '../../state/standing'
import type { Dot } from './dots'
import type { Row, Spot } from './places'

/** A place in degrees, as the API words coordinates. */
export function degrees({ lat, lon }: { lat: number; lon: number }): string {
  return `${Math.abs(lat).toFixed(2)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(2)}° ${lon < 0 ? 'W' : 'E'}`
}

/** By what a dot stands where it does. */
export function basis({ spot, site }: Pick<Row, 'site'> & { spot: Spot }): string {
  if (spot.by === 'own') return 'coordinates from a source'
  const of = spot.by === 'gazetteer' ? 'from the list of cities' : 'from a source'
  return site.kind === 'CITY' ? `the city’s coordinates, ${of}` : `at its city, ${spot.name}, ${of}`
}

/** Whose place it is, in the words of the tie. */
export function whose(row: Row): string {
  if (!row.tie) return 'chosen itself'
  const words = tieWords({ ...row.tie, forward: row.tie.from.id === row.who.id })
  return row.body ? `${words} ${row.body.name}` : words
}

/** A dot for who does not see it: how many places, which, and how they stand. */
export function spoken({ rows }: Dot): string {
  const each = rows.map((row) => `${row.site.name}, ${row.who.name} ${whose(row)}, ${row.standing ? looks[row.standing].word : 'no claim'}${row.contested ? ', contested' : ''}, ${basis(row)}`)
  return rows.length > 1 ? `${count(rows.length, 'place', 'places')}: ${each.join('; ')}` : (each[0] ?? '')
}
