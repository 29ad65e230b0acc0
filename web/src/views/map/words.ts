// The places of the map in words. This module is pure.
import type { Denied } from '../../api/types'
import { accuses, claimIn, deniedBy } from '../../parts/denied'
import { aside, count, spaced, tieWords } from '../../parts/words'
import { looks } from '../../state/standing'
import type { Dot } from './dots'
import type { Row, Spot } from './places'

/** A place in degrees, as the API words coordinates. */
export function degrees({ lat, lon }: { lat: number; lon: number }): string {
  return `${Math.abs(lat).toFixed(2)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(2)}° ${lon < 0 ? 'W' : 'E'}`
}

/** By what a dot stands where it does. */
export function basis({ spot, site, tie, rests }: Pick<Row, 'site' | 'tie' | 'rests'> & { spot: Spot }): string {
  if (spot.by === 'own') return 'coordinates from a source'
  const of = spot.by === 'gazetteer' ? 'from the list of cities' : 'from a source'
  return site.kind === 'CITY' ? `the city’s coordinates, ${of}` : `at its city, ${spaced(spot.name, hints(rests.filter((one) => one !== tie)))}, ${of}`
}

/** What of the claims on which a place rests is no plain fact, each kind once. */
export function hints(rests: Row['rests']): string {
  return spaced(...new Set(rests.map((one) => ('modality' in one ? aside(one.modality) : ''))))
}

/** Whose place it is, in the words of the tie. */
export function whose(row: Row): string {
  if (!row.tie) return 'chosen itself'
  const words = tieWords({ ...row.tie, forward: row.tie.from.id === row.who.id })
  return row.body ? `${words} ${row.body.name}` : words
}

/** Who denies what a place rests on, or that no denial is on file; "" where nobody need. */
export function denied({ rests }: Row): string {
  const words = rests.map((one) => {
    const claim = 'claim' in one ? claimIn(one) : { ...one, accusatory: false }
    if (!accuses(claim)) return ''
    const { denials, generalDenials } = claim as Partial<Denied>
    return denials && generalDenials ? deniedBy({ ...claim, denials, generalDenials }) : 'not read here'
  })
  return [...new Set(words)].filter(Boolean).join('; ')
}

/** A dot for who does not see it: how many places, which, and how they stand. */
export function spoken({ rows }: Dot): string {
  const each = rows.map((row) => `${row.site.name}, ${row.who.name} ${whose(row)}, ${row.standing ? looks[row.standing].word : 'no claim'}${row.contested ? ', contested' : ''}, ${denied(row) && `denied by: ${denied(row)}, `}${basis(row)}`)
  return rows.length > 1 ? `${count(rows.length, 'place', 'places')}: ${each.join('; ')}` : (each[0] ?? '')
}
