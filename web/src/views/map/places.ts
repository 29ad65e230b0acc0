// The places of the chosen entities and of their units: which the sources name, where each lies, or why that is not known.
// None is left out. This module is pure.
import type { Denied, Modality, Named, Predicate } from '../../api/types'
import { standings, type Standing } from '../../state/standing'
import { lookUp, type Gazetteer } from './gazetteer'
import type { Place } from './projection'

type PointClaim = { id: string; standing: Standing | null; contested: boolean; value: { latitude?: string; longitude?: string } | null }

export type SiteEntity = Named & {
  names?: { nodes: { text: string }[] }
  identifiers?: { nodes: { value: string }[] }
  coordinates?: { claims: PointClaim[] }
  locatedIn?: { ties: { node: SiteEntity }[] }
}

export type SiteTie = {
  from: { id: string }
  to: { id: string }
  predicate: Predicate
  standing: Standing
  contested: boolean
  modality: Modality
  period: { text: string; from: string | null; to: string | null }
  /** Who denies it is read where somebody may. */
  claim: Pick<Denied, 'id' | 'accusatory'> & Partial<Denied> & { sentence: string }
}

export type Sites = { entities: SiteEntity[]; ties: SiteTie[]; truncated: { reason: string; limit: number } | null }

/** Where a dot stands, and by what: coordinates of its own, or those of its city, from a source or from the gazetteer. */
export type Spot = Place & { by: 'own' | 'city' | 'gazetteer'; name: string }

/** One place that the sources name for an entity; its spot, or why it has none. */
export type Row = {
  key: string
  who: SiteEntity
  tie: SiteTie | null
  /** The other end of the tie, where that is no place but the body whose unit it is. */
  body: SiteEntity | null
  site: SiteEntity
  spot: Spot | null
  why: string
  /** How firm the dot is: the weaker of whose place it is and where that lies; null when no claim places it. */
  standing: Standing | null
  contested: boolean
  /** The claims on which that rests. */
  rests: (SiteTie | PointClaim)[]
}

/** Where a place lies, with the claims on which that rests, or why it is not known. */
type Finding = { spot: Spot; claims: (SiteTie | PointClaim)[] } | { why: string }

/** The kinds of ties that lead to places. */
export const placing = ['HAS_OFFICE', 'HEADQUARTERED_IN', 'LOCATED_IN', 'HAS_UNIT']

const placeKinds = ['OFFICE', 'CITY', 'REGION', 'COUNTRY']
const voids: Standing[] = ['REFUTED', 'RETRACTED', 'UNASSERTED']

/** Whatever is known of the sites: entities by id, ties by their near end, the gazetteer, and the standings that are shown. */
export class Atlas {
  readonly #byId: Map<string, SiteEntity>
  constructor(
    readonly sites: Sites,
    readonly gazetteer: Gazetteer | null,
    readonly shown: Standing[],
  ) {
    this.#byId = new Map(sites.entities.map((entity) => [entity.id, entity]))
  }

  /** All places, tie by tie; entities and units for which none is named have a row as well. */
  rows(members: string[], predicates: string[]): Row[] {
    const wanted = (tie: SiteTie) => predicates.length === 0 || predicates.includes(tie.predicate.name)
    const isPlace = (id: string) => placeKinds.includes(this.#byId.get(id)?.kind ?? '')
    const ties = this.sites.ties.filter((tie) => placing.includes(tie.predicate.name) && wanted(tie) && !isPlace(tie.from.id))
    const rows = ties.filter((tie) => tie.predicate.name !== 'HAS_UNIT').flatMap((tie) => this.#row(tie.from.id, tie, tie.to.id))
    const placed = new Set(rows.map((row) => row.who.id))
    const units = ties.filter((tie) => tie.predicate.name === 'HAS_UNIT' && !placed.has(tie.to.id))
    const bare = members.filter((id) => isPlace(id) || (!placed.has(id) && predicates.length === 0))
    const all = [...rows, ...units.flatMap((tie) => this.#row(tie.to.id, tie, tie.to.id)), ...bare.flatMap((id) => this.#row(id, null, id))]
    return all.map((row, i) => ({ ...row, key: `${row.site.id} ${i}` }))
  }

  #row(who: string, tie: SiteTie | null, site: string): Omit<Row, 'key'>[] {
    const [owner, place] = [this.#byId.get(who), this.#byId.get(site)]
    if (!owner || !place) return []
    const found = this.#find(place)
    const firm = [tie, ...('why' in found ? [] : found.claims)].filter((claim) => claim !== null)
    return [
      {
        who: owner,
        tie,
        body: tie && tie.to.id === who ? (this.#byId.get(tie.from.id) ?? null) : null,
        site: place,
        spot: 'why' in found ? null : found.spot,
        why: 'why' in found ? found.why : '',
        standing: weaker(firm.flatMap((claim) => claim.standing ?? [])),
        contested: firm.some((claim) => claim.contested),
        rests: firm,
      },
    ]
  }

  #find(site: SiteEntity): Finding {
    const own = this.#point(site)
    if (own) return { spot: { ...own.place, by: 'own', name: site.name }, claims: [own.claim] }
    if (site.kind === 'CITY') return this.#city(site, [], [site])
    const ties = this.#located(site.id, 'CITY')
    const cities = [...new Set(ties.map((tie) => tie.to.id))].flatMap((id) => this.#byId.get(id) ?? [])
    const [city] = cities
    if (cities.length > 1) return { why: `the sources name several cities: ${cities.map((c) => c.name).join(', ')}` }
    if (city) return this.#city(city, ties, [city, site])
    const wider = ['COUNTRY', 'REGION'].includes(site.kind) ? [site] : [...this.#around(site.id, 'REGION'), ...this.#around(site.id, 'COUNTRY')]
    if (wider.length > 0) return { why: `no city is on file, only ${wider.map((place) => place.name).join(', ')}` }
    return { why: 'no place is on file' }
  }

  /** Where a city lies. Its country is asked of the first of the places for which one is on file. */
  #city(city: SiteEntity, ties: SiteTie[], places: SiteEntity[]): Finding {
    const own = this.#point(city)
    if (own) return { spot: { ...own.place, by: 'city', name: city.name }, claims: [...ties.slice(0, 1), own.claim] }
    const beyond = (city.locatedIn?.ties ?? []).map((tie) => tie.node).filter((node) => node.kind === 'COUNTRY')
    const countries = [...places.map((place) => this.#around(place.id, 'COUNTRY')), beyond].find((found) => found.length > 0) ?? []
    const [country] = countries
    if (!country) return { why: `the country of ${city.name} is not on file` }
    if (countries.length > 1) return { why: `the sources name several countries of ${city.name}: ${countries.map((c) => c.name).join(', ')}` }
    if (!this.gazetteer) return { why: 'the list of cities is not there' }
    const match = lookUp(this.gazetteer, namesOf(city), [...namesOf(country), ...(country.identifiers?.nodes ?? []).map((mark) => mark.value)])
    return 'why' in match ? match : { spot: { ...match, by: 'gazetteer' }, claims: strongest(ties) }
  }

  /** The strongest claim that gives coordinates and is shown. Void ones place nothing. */
  #point(entity: SiteEntity): { place: Place; claim: PointClaim } | null {
    for (const claim of entity.coordinates?.claims ?? []) {
      const [lat, lon] = [Number(claim.value?.latitude ?? NaN), Number(claim.value?.longitude ?? NaN)]
      const stands = claim.standing !== null && this.shown.includes(claim.standing) && !voids.includes(claim.standing)
      if (stands && Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return { place: { lat, lon }, claim }
    }
    return null
  }

  #located(id: string, kind: string): SiteTie[] {
    return this.sites.ties.filter((tie) => tie.predicate.name === 'LOCATED_IN' && tie.from.id === id && this.#byId.get(tie.to.id)?.kind === kind && !voids.includes(tie.standing))
  }

  /** The places of a kind in which one lies, directly or through a region. */
  #around(id: string, kind: string): SiteEntity[] {
    const direct = this.#located(id, kind).map((tie) => tie.to.id)
    const far = this.#located(id, 'REGION').flatMap((tie) => this.#located(tie.to.id, kind).map((next) => next.to.id))
    return [...new Set(direct.length > 0 ? direct : far)].flatMap((found) => this.#byId.get(found) ?? [])
  }
}

function namesOf(entity: SiteEntity): string[] {
  return [entity.name, ...(entity.names?.nodes ?? []).map((name) => name.text)]
}

function strongest(ties: SiteTie[]): SiteTie[] {
  return ties.toSorted((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing)).slice(0, 1)
}

function weaker(of: Standing[]): Standing | null {
  return standings.findLast((standing) => of.includes(standing)) ?? null
}
