// Where cities lie, from the shipped gazetteer. A name is matched together with its country; where that leaves more than one
// place, or none, the answer is why, and never a guess. This module is pure.
import type { Place } from './projection'

/** The file as web/mapdata makes it: of a country one city a line, its name and its place, or "*" and how many bear the name. */
export type Gazetteer = { least: number; countries: [string, string, string][]; cities: Record<string, string> }

export type Match = (Place & { name: string }) | { why: string }

/** Names made comparable, by the rule of web/mapdata: small letters and digits without marks, all else a space. */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Looks for a city by its names in the country that the other names, or codes, mean. */
export function lookUp(gazetteer: Gazetteer, city: string[], country: string[]): Match {
  const codes = codesOf(gazetteer, country)
  const [code] = codes
  if (code === undefined) return { why: `${country[0]} is not a country of the list of cities` }
  if (codes.length > 1) return { why: `which country ${country[0]} is, is not certain` }
  const wanted = new Set(city.map(fold))
  const lines = (gazetteer.cities[code] ?? '').split('\n').filter((line) => wanted.has(fold(read(line).name)))
  const [line] = lines
  if (line === undefined) return { why: `${city[0]} is not among the larger cities of ${country[0]} that are listed` }
  const { name, place, bearers } = read(line)
  if (lines.length > 1) return { why: `its names mean ${lines.length} cities of ${country[0]}` }
  if (place === null) return { why: `${bearers} places in ${country[0]} are called ${name}` }
  return { name, ...place }
}

function codesOf({ countries }: Gazetteer, names: string[]): string[] {
  const wanted = new Set(names.map(countryName))
  return countries.filter((row) => row.some((name) => wanted.has(countryName(name)))).map(([code]) => code)
}

function countryName(name: string): string {
  return fold(name).replace(/^the /, '')
}

/** One line: six digits of base 36 at its end are hundredths of a degree from the south pole and from the date line. */
function read(line: string): { name: string; place: Place | null; bearers: string } {
  const star = /^(.+)\*(\d+)$/.exec(line)
  if (star) return { name: star[1] ?? '', place: null, bearers: star[2] ?? '' }
  const [lat, lon] = [line.slice(-6, -3), line.slice(-3)].map((digits) => parseInt(digits, 36) / 100)
  return { name: line.slice(0, -6), place: { lat: round((lat ?? 0) - 90), lon: round((lon ?? 0) - 180) }, bearers: '' }
}

function round(degrees: number): number {
  return Math.round(degrees * 100) / 100
}
