import { dots, fit, kept, labels, most, nearer, readCamera, scaleOf, standingsOf, written, type Camera } from '../src/views/map/dots'
import { fold, lookUp, type Gazetteer } from '../src/views/map/gazetteer'
import { Atlas, type Row, type SiteEntity, type Sites, type SiteTie, type Spot } from '../src/views/map/places'
import { half, landPath, project, worldPath } from '../src/views/map/projection'
import { basis, degrees, denied, spoken, whose } from '../src/views/map/words'
import { standings, type Standing } from '../src/state/standing'
import { equal, holds, property, test } from './harness'

const near = (got: number, want: number, about: string) => holds(Math.abs(got - want) < 1e-4, `${about}: ${got}, want ${want}`)

test('the projection is the one of the paper', () => {
  equal(project({ lat: 0, lon: 0 }), { x: 0, y: -0 })
  near(half.x, 0.8707 * Math.PI, 'half the width')
  near(half.y, 1.4224, 'half the height')
  const { x, y } = project({ lat: 30, lon: 90 })
  near(x, (Math.PI / 2) * (0.8707 - 0.131979 * 0.274156 - 0.013791 * 0.075162 + 0.003971 * 0.001549 - 0.001529 * 0.000425), 'x')
  holds(y < 0, 'north is up')
})

property('the projection keeps north, east and the frame', 200, (draw) => {
  const place = { lat: draw(18001) / 100 - 90, lon: draw(36001) / 100 - 180 }
  const at = project(place)
  holds(Math.abs(at.x) <= half.x + 1e-9 && Math.abs(at.y) <= half.y + 1e-9, 'inside the world')
  const mirrored = project({ lat: -place.lat, lon: -place.lon })
  near(mirrored.x, -at.x, 'west of east')
  near(mirrored.y, -at.y, 'south of north')
  holds(place.lat > 89 || project({ ...place, lat: place.lat + 1 }).y < at.y, 'further north is further up')
})

test('land is drawn ring by ring from its steps, the world by its edge', () => {
  const path = landPath({ units: 100, rings: [[0, 0, 100, 0, 0, 100], [-18000, 0, 100, 0, 0, -100]] })
  equal(path.match(/M/g)?.length, 2)
  equal(path.match(/Z/g)?.length, 2)
  holds(path.startsWith('M0 0L15 0L15 -18Z'), path)
  holds(worldPath().startsWith('M') && worldPath().endsWith('Z'), 'closed')
})

const gazetteer: Gazetteer = {
  least: 38000,
  countries: [['AA', 'AAA', 'Freedonia'], ['BB', 'BBB', 'The Bees'], ['CC', 'CCC', 'Freedonia']],
  cities: { BB: 'Bee City6y0dw0\nSão Bee7psffk\nTwin*3' },
}

test('a city is matched by one of its names in its country', () => {
  equal(lookUp(gazetteer, ['Bee City'], ['The Bees']), { name: 'Bee City', lat: 0, lon: 0 })
  equal(lookUp(gazetteer, ['sao-bee'], ['Bees']), { name: 'São Bee', lat: 10, lon: 20 }, 'marks, case and signs are no matter')
  equal(lookUp(gazetteer, ['Пчела', 'BEE CITY'], ['Bienen', 'BBB']), { name: 'Bee City', lat: 0, lon: 0 }, 'by an alternative name and a code')
})

test('what is not certain has no place, and says why', () => {
  const why = (city: string[], country: string[]) => (lookUp(gazetteer, city, country) as { why: string }).why
  equal(why(['Twin'], ['The Bees']), '3 places in The Bees are called Twin')
  equal(why(['Nowhere'], ['The Bees']), 'Nowhere is not among the larger cities of The Bees that are listed')
  equal(why(['Bee City'], ['Sylvania']), 'Sylvania is not a country of the list of cities')
  equal(why(['Bee City'], ['Freedonia']), 'which country Freedonia is, is not certain')
  equal(why(['Bee City', 'São Bee'], ['The Bees']), 'its names mean 2 cities of The Bees')
  equal(why(['Bee'], ['The Bees']), 'Bee is not among the larger cities of The Bees that are listed', 'a part of a name is none')
  equal(why(['Bee City'], ['AA']), 'Bee City is not among the larger cities of AA that are listed', 'a city of another country is none')
})

property('folding a name twice changes nothing', 200, (draw) => {
  const name = Array.from({ length: draw(12) }, () => [...'aÉß ’-3Йй.🧵\u202eİ'][draw(13)]).join('')
  equal(fold(fold(name)), fold(name))
})

const entity = (id: string, kind: string, more: Partial<SiteEntity> = {}): SiteEntity => ({ id, name: id, kind, ...more })
const point = (latitude: string, standing: Standing | null = 'RECORDED') => ({ coordinates: { claims: [{ id: 'clm_p', standing, contested: false, value: { latitude, longitude: '7' } }] } })

function tie(from: string, name: string, to: string, standing: Standing = 'REPORTED'): SiteTie {
  const predicate = { name, label: name.toLowerCase(), inverse: `${name.toLowerCase()} of` }
  return { from: { id: from }, to: { id: to }, predicate, standing, contested: false, modality: 'FACT', period: { text: '', from: null, to: null }, claim: { id: `clm_${from}.${to}`, sentence: '', accusatory: false } }
}

const firm = [entity('firm', 'COMPANY'), entity('office', 'OFFICE'), entity('Bee City', 'CITY'), entity('The Bees', 'COUNTRY')]
const lies = [tie('firm', 'HAS_OFFICE', 'office'), tie('office', 'LOCATED_IN', 'Bee City'), tie('Bee City', 'LOCATED_IN', 'The Bees')]
const rowsOf = (entities: SiteEntity[], ties: SiteTie[], shown = standings, predicates: string[] = []) => new Atlas({ entities, ties, truncated: null }, gazetteer, shown).rows(['firm'], predicates)

test('an office is drawn at its city, which the gazetteer knows', () => {
  const [row, ...rest] = rowsOf(firm, lies)
  equal(rest, [])
  equal(row?.spot, { name: 'Bee City', lat: 0, lon: 0, by: 'gazetteer' })
  equal(basis(row as Parameters<typeof basis>[0]), 'at its city, Bee City, from the list of cities')
})

test('coordinates of a source come before those of the city, and a void claim places nothing', () => {
  const at = (more: Partial<SiteEntity>) => rowsOf([firm[0] as SiteEntity, entity('office', 'OFFICE', more), ...firm.slice(2)], lies)[0]?.spot?.by
  equal(at(point('5')), 'own')
  equal(at(point('5', 'REFUTED')), 'gazetteer')
  equal(at(point('95')), 'gazetteer', 'a latitude that is none')
  equal(at(point('x')), 'gazetteer')
  equal(at({ coordinates: { claims: [{ id: 'clm_p', standing: 'STATED', contested: false, value: {} }] } }), 'gazetteer', 'a value of another type')
  const city = rowsOf([...firm.slice(0, 2), entity('Bee City', 'CITY', point('5')), ...firm.slice(3)], lies)[0]?.spot
  equal([city?.by, city?.lat], ['city', 5])
})

test('places that are not known are listed, each with its reason', () => {
  const why = (entities: SiteEntity[], ties: SiteTie[]) => rowsOf(entities, ties).map((row) => [row.spot, row.why])
  const two = [...firm, entity('São Bee', 'CITY')]
  equal(why(firm, lies.slice(0, 1)), [[null, 'no place is on file']])
  equal(why(firm, [tie('firm', 'HAS_OFFICE', 'office'), tie('office', 'LOCATED_IN', 'The Bees')]), [[null, 'no city is on file, only The Bees']])
  equal(why(two, [...lies, tie('office', 'LOCATED_IN', 'São Bee')]), [[null, 'the sources name several cities: Bee City, São Bee']])
  equal(why(firm, lies.slice(0, 2)), [[null, 'the country of Bee City is not on file']])
  equal(why([...firm, entity('Freedonia', 'COUNTRY')], [...lies, tie('Bee City', 'LOCATED_IN', 'Freedonia')]), [[null, 'the sources name several countries of Bee City: The Bees, Freedonia']])
  equal(why(firm, []), [[null, 'no place is on file']], 'an entity for which none is named')
  equal(why(firm, [tie('firm', 'LOCATED_IN', 'The Bees')]), [[null, 'no city is on file, only The Bees']])
  equal(new Atlas({ entities: firm, ties: lies, truncated: null }, null, standings).rows(['firm'], [])[0]?.why, 'the list of cities is not there')
})

test('a unit without a place has a row, one with a place has that', () => {
  const unit = [...firm, entity('unit', 'REGIONAL_UNIT')]
  const has = tie('firm', 'HAS_UNIT', 'unit')
  const [row] = rowsOf(unit, [has])
  equal([row?.who.id, row?.site.id, row?.body?.id, row?.why], ['unit', 'unit', 'firm', 'no place is on file'])
  equal(whose(row as Row), 'has_unit of firm')
  equal(rowsOf(unit, [...lies, has, tie('unit', 'HEADQUARTERED_IN', 'Bee City')]).map((r) => [r.who.id, r.spot?.by]), [['firm', 'gazetteer'], ['unit', 'gazetteer']])
})

test('a dot stands as the weaker of whose place it is and where it lies', () => {
  const standing = (whoseIt: Standing, where: Standing) => rowsOf(firm, [tie('firm', 'HAS_OFFICE', 'office', whoseIt), tie('office', 'LOCATED_IN', 'Bee City', where), ...lies.slice(2)])[0]?.standing
  equal(standing('RECORDED', 'ALLEGED'), 'ALLEGED')
  equal(standing('DISPUTED', 'RECORDED'), 'DISPUTED')
  equal(standing('RECORDED', 'DETERMINED'), 'RECORDED')
  equal(rowsOf(firm, [...lies.slice(0, 1), tie('office', 'LOCATED_IN', 'Bee City', 'REFUTED'), ...lies.slice(2)])[0]?.why, 'no place is on file', 'a refuted place is none')
})

property('every tie to a place has one row, whatever is known of it', 200, (draw) => {
  const kinds = ['COMPANY', 'OFFICE', 'CITY', 'COUNTRY', 'REGION', 'REGIONAL_UNIT']
  const entities = Array.from({ length: 2 + draw(6) }, (_, i) => entity(i === 0 ? 'firm' : `e${i}`, i === 0 ? 'COMPANY' : (kinds[draw(kinds.length)] as string)))
  const any = () => (entities[draw(entities.length)] as SiteEntity).id
  const ties = Array.from({ length: draw(10) }, () => tie(any(), ['HAS_OFFICE', 'HEADQUARTERED_IN', 'LOCATED_IN', 'HAS_UNIT'][draw(4)] as string, any(), standings[draw(standings.length)]))
  const sites: Sites = { entities, ties, truncated: null }
  const rows = new Atlas(sites, gazetteer, standings).rows(['firm'], [])
  const isPlace = (id: string) => ['OFFICE', 'CITY', 'REGION', 'COUNTRY'].includes(entities.find((e) => e.id === id)?.kind ?? '')
  const wanted = ties.filter((t) => t.predicate.name !== 'HAS_UNIT' && !isPlace(t.from.id))
  equal(rows.filter((row) => row.tie && row.tie.predicate.name !== 'HAS_UNIT').length, wanted.length)
  holds(rows.every((row) => (row.spot === null) === (row.why !== '')), 'a spot or a reason')
  equal(new Set(rows.map((row) => row.key)).size, rows.length, 'keys')
})

function row(lat: number, lon: number, standing: Standing = 'STATED', name = `${lat}`): Row {
  return { key: `${lat} ${lon}`, who: entity('firm', 'COMPANY'), tie: null, body: null, site: entity(name, 'OFFICE'), spot: { lat, lon, by: 'own', name }, why: '', standing, contested: false, rests: [] }
}

const page = { width: 800, height: 416 }
const world: Camera = { x: 0, y: 0, k: 1 }

test('places that stand together share a dot with a count, and part when the map is enlarged', () => {
  const rows = [row(50, 8), row(52, 5), row(-23, -46)]
  equal(dots(rows, world, page).map((dot) => [dot.rows.length, dot.name]), [[2, '50 +1'], [1, '-23']])
  equal(dots(rows, { ...project({ lat: 51, lon: 6 }), k: most }, page).map((dot) => dot.rows.length), [1, 1, 1])
  equal(dots([row(1, 1), row(1, 1)], { ...world, k: most }, page).length, 1, 'one place stays one dot')
  equal(dots([{ ...row(1, 1), spot: null }], world, page), [], 'an unknown place has none')
  equal(standingsOf([row(1, 1, 'ALLEGED'), row(1, 1, 'STATED'), row(1, 1, 'ALLEGED')]), ['STATED', 'ALLEGED'])
})

property('dots hold every place once, and what is fitted is seen', 200, (draw) => {
  const rows = Array.from({ length: 1 + draw(30) }, () => row(draw(160) - 80, draw(358) - 179))
  const camera = fit(rows, page)
  const all = dots(rows, camera, page)
  equal(all.reduce((sum, dot) => sum + dot.rows.length, 0), rows.length)
  holds(all.every((dot) => dot.x >= -1 && dot.x <= page.width + 1), 'seen')
  holds(all.every((dot, i) => all.slice(i + 1).every((other) => Math.hypot(dot.x - other.x, dot.y - other.y) >= 22)), 'told apart')
  const places = labels(all, (name) => 7 * name.length, page)
  equal(places.length, all.length)
  holds(camera.k >= 1 && camera.k <= most && scaleOf(camera, page.width) > 0, 'a scale')
})

test('a name has room or is left out', () => {
  const at = (x: number, y: number, name: string) => ({ x, y, name, rows: [] })
  const wide = (name: string) => 10 * name.length
  equal(labels([at(100, 100, 'abc')], wide, page)[0]?.anchor, 'start')
  equal(labels([at(100, 100, 'abc'), at(130, 100, 'x')], wide, page)[0]?.anchor, 'end', 'a dot to the right')
  equal(labels([at(790, 100, 'abc')], wide, page)[0]?.anchor, 'end', 'the edge of the page')
  equal(labels([at(5, 100, 'x'.repeat(90))], wide, page), [null])
  const crowd = [at(100, 100, 'middle'), at(70, 92, ''), at(130, 92, ''), at(118, 124, '')]
  equal(labels(crowd, wide, page)[0], { x: -10, y: -44, anchor: 'start', lead: -39 }, 'above what stands beside it, with a line to it')
  equal(labels([...crowd, at(100, 75, '')], wide, page)[0], { x: -10, y: 52, anchor: 'start', lead: 39 }, 'below, where something stands in the way of the line')
})

test('where the map looks is a part of the link', () => {
  const camera = kept({ x: 0.5, y: -0.25, k: 3 })
  equal(readCamera(written(camera)), camera)
  equal(readCamera('9,9,99'), kept({ x: 9, y: 9, k: 99 }), 'kept within its bounds')
  for (const odd of ['', '1', '1,2', 'a,b,c', '1,2,3,4', 'NaN,1,1', ',,']) equal(readCamera(odd), null, odd)
  equal(kept({ x: 9, y: 0, k: 1 }).x, 0, 'the whole world cannot be moved aside')
})

property('what is pointed at stays where it is when the map is scaled', 100, (draw) => {
  const camera = { x: draw(100) / 100 - 0.5, y: draw(100) / 100 - 0.5, k: 4 + draw(40) / 10 }
  const [x, y, width] = [draw(300) - 150, draw(300) - 150, 800]
  const by = 0.9 + draw(60) / 100
  const after = nearer(camera, by, x, y, width)
  near(after.k, Math.min(most, camera.k * by), 'its scale')
  near(after.x + x / scaleOf(after, width), camera.x + x / scaleOf(camera, width), 'x')
  near(after.y + y / scaleOf(after, width), camera.y + y / scaleOf(camera, width), 'y')
})

test('degrees and dots in words', () => {
  equal(degrees({ lat: -23.5, lon: -46.636 }), '23.50° S, 46.64° W')
  const [dot] = dots([row(1, 1, 'ALLEGED', 'A'), row(1, 1, 'STATED', 'B')], world, page)
  holds(dot !== undefined && spoken(dot).startsWith('2 places: A, firm chosen itself, alleged, coordinates from a source; B,'), dot ? spoken(dot) : '')
})

test('a place that is only announced, or that may come to lie in a city, says so', () => {
  const planned = (...modalities: SiteTie['modality'][]) => rowsOf(firm, lies.map((of, i) => ({ ...of, modality: modalities[i] ?? 'FACT' })))[0] as Parameters<typeof basis>[0] & Row & { spot: Spot }
  const told = (row: ReturnType<typeof planned>) => [dots([row], world, page)[0]?.name, basis(row)]
  equal(told(planned('PLAN')), ['Bee City (only announced)', 'at its city, Bee City, from the list of cities'])
  equal(told(planned('FACT', 'RISK')), ['Bee City (may come to pass)', 'at its city, Bee City (may come to pass), from the list of cities'])
  equal(told(planned('PLAN', 'PLAN')), ['Bee City (only announced)', 'at its city, Bee City (only announced), from the list of cities'])
})

test('a place tells who denies each claim on which it rests', () => {
  const [seat, city] = [tie('firm', 'HAS_OFFICE', 'office', 'DISPUTED'), tie('office', 'LOCATED_IN', 'town', 'ALLEGED')]
  const answered = { ...seat, claim: { ...seat.claim, denials: [{ claim: { id: seat.claim.id }, speaker: { name: 'Zoe' } }], generalDenials: [] } }
  const unanswered = { ...city, claim: { ...city.claim, denials: [], generalDenials: [] } }
  const on = (...rests: Row['rests']) => ({ ...row(1, 2, 'DISPUTED'), rests })
  equal([on(answered, unanswered), on(seat), on(tie('a', 'HAS_OFFICE', 'b')), on({ ...seat, standing: 'STATED', contested: true })].map(denied), ['Zoe; no denial found', 'not read here', '', 'not read here'])
  equal(denied(on({ id: 'clm_p', standing: 'ALLEGED', contested: false, value: null })), 'not read here')
  const [dot] = dots([on(answered)], world, page)
  holds(dot !== undefined && spoken(dot).includes(', denied by: Zoe, '), dot ? spoken(dot) : '')
})
