import { empty, parse, format, type Exploration } from '../src/state/fragment'
import { claimsOf, counted, cutWords, entitiesOf, firstOnly, leftOut, settings, shownOf, shownPaths, spoken, together, told, variables } from '../src/views/paths/question'
import { endKinds, small } from '../src/views/settings'
import type { Found, Hop, Path } from '../src/views/paths/types'
import { equal, holds, property, test } from './harness'

const at = (own: Record<string, string>, more: Partial<Exploration> = {}): Exploration => ({ ...empty, ...more, own })

function hop(from: string, to: string, standing: Hop['standing']): Hop {
  const end = (name: string) => ({ id: `ent_${name}`, name, kind: 'COMPANY' })
  const none = { totalCount: 0, nodes: [] }
  const claim = { id: `clm_${from}${to}`, sentence: '', accusatory: false, support: none, replies: none, comments: none, withdrawals: none, denials: [], generalDenials: [] }
  return { from: end(from), to: end(to), predicate: { name: 'OWNS', label: 'owns', inverse: 'is owned by', symmetric: false }, forward: true, standing, contested: false, modality: 'FACT', parallel: 0, period: { text: '' }, claim }
}

function path(...hops: Hop[]): Path {
  return { standing: 'STATED', length: hops.length, coexist: 'YES', statedAsWhole: false, overlap: { text: 'in 2017' }, weakestHop: { claim: { id: 'clm_ab' } }, hops }
}

function found(paths: Path[], alleged: number | null, apart: number | null, atLeast = false): Found {
  const some = (count: number | null) => (count === null ? null : { count, atLeast })
  return { paths, excluded: { alleged: some(alleged), notCoexisting: some(apart) }, excludedHubs: [], truncated: null, total: { count: paths.length, atLeast: false }, searched: { edgesRead: 0, partialPaths: 0 } }
}

test('without settings the first chosen entity is the start and any intelligence service the end', () => {
  const now = settings(at({}, { set: ['ent_a'] }))
  equal(now, { from: 'ent_a', to: '', kind: 'INTELLIGENCE_SERVICE', alleged: false, hops: '4', most: '3', coexist: true, through: [] })
  equal(settings(at({}, { focus: 'ent_b' })).from, 'ent_b', 'the entity that is looked at')
  equal(settings(at({}, { set: ['ent_a', 'ent_b'] })).to, 'ent_b', 'the second chosen entity')
  equal(settings(at({ from: 'ent_b' }, { set: ['ent_a', 'ent_b'] })).to, 'ent_a', 'never the start itself')
  equal(settings(at({ kind: 'person' }, { set: ['ent_a', 'ent_b'] })), { ...now, kind: 'PERSON' }, 'a kind that is asked for')
})

test('alleged ties are admitted only when the link and the filter of all views allow it', () => {
  equal(settings(at({ alleged: 'yes' })).alleged, true)
  equal(settings(at({ alleged: 'yes' }, { alleged: false })).alleged, false)
  equal(settings(at({ alleged: 'perhaps' })).alleged, false)
})

property('whatever a link says, the settings are ones that the API takes', 300, (draw) => {
  const odd = ['', '0', '7', '-1', 'six', '3', 'person', 'city', 'constructor', '25', 'yes', 'government,agency,city', 'intelligence.service']
  const own = Object.fromEntries(['hops', 'most', 'kind', 'through', 'days', 'alleged'].map((key) => [key, odd[draw(odd.length)] as string]))
  const now = settings(at(own, { set: ['ent_a'] }))
  holds(Number(now.hops) >= 1 && Number(now.hops) <= 6, `hops ${now.hops}`)
  holds(Number(now.most) >= 1 && Number(now.most) <= 25, `most ${now.most}`)
  holds(endKinds.includes(now.kind), `kind ${now.kind}`)
  equal(now.through.filter((kind) => !['GOVERNMENT', 'AGENCY', 'INTELLIGENCE_SERVICE'].includes(kind)), [])
})

test('settings live in the link', () => {
  const own = { from: 'ent_a', kind: small('INTELLIGENCE_SERVICE'), alleged: 'yes', hops: '6', most: '10', days: 'any', through: 'agency,intelligence.service' }
  const { state, problems } = parse('#' + format(at(own)))
  equal(problems, [])
  equal(settings(state), { from: 'ent_a', to: '', kind: 'INTELLIGENCE_SERVICE', alleged: true, hops: '6', most: '10', coexist: false, through: ['AGENCY', 'INTELLIGENCE_SERVICE'] })
})

test('only kinds of ties that paths may pass along are asked for', () => {
  const state = at({ from: 'ent_a', to: 'ent_b' }, { predicates: ['OWNS', 'HAS_OFFICE'], at: '2017-01-01' })
  equal(variables(state, ['OWNS']), { from: 'ent_a', to: 'ent_b', toKinds: null, maxHops: 4, first: 3, said: 2, alleged: false, predicates: ['OWNS'], through: null, coexist: true, at: '2017-01-01', knownAt: null })
  equal(variables(at({}), []), null, 'no start, no question')
  equal(variables(at({ from: 'ent_a', to: 'ent_a' }), []), null, 'one end')
})

test('what was left out is said in words', () => {
  equal(leftOut(found([], 25, 0)), ['None with these filters, 25 with alleged ties.'])
  equal(leftOut(found([], 0, 0)), ['None with these filters, none with alleged ties.'])
  equal(leftOut(found([], 100, null, true)), ['None with these filters, at least 100 with alleged ties.'])
  equal(leftOut(found([], null, 2)), ['None with these filters, alleged ties included.', '2 whose steps cannot all have held on one day.'])
  equal(leftOut(found([path(hop('a', 'b', 'STATED'))], 4, 1)), ['4 more with alleged ties.', '1 more whose steps cannot all have held on one day.'])
  equal(leftOut(found([path(hop('a', 'b', 'STATED'))], 0, null)), [])
  equal(counted({ count: 0, atLeast: true }), 'none found so far')
})

test('how many of all paths are shown is said, and that there may be more only where the count was cut', () => {
  const one = [path(hop('a', 'b', 'STATED'))]
  const total = (count: number, atLeast: boolean) => ({ paths: one, total: { count, atLeast } })
  equal([shownOf(3, { count: 25, atLeast: false }), firstOnly(total(25, false))], ['3 of 25 paths', 'Only the first path is shown, shortest first.'])
  equal([shownOf(1, { count: 100, atLeast: true }), firstOnly(total(100, true))], ['1 of at least 100 paths', 'Only the first path is shown, shortest first; there may be more than were counted.'])
  equal(firstOnly({ ...total(3, false), paths: [...one, ...one] }), 'The first 2 paths are shown, shortest first.')
  equal([shownOf(25, { count: 25, atLeast: false }), shownOf(0, { count: 0, atLeast: true }), firstOnly(total(1, false)), firstOnly(total(1, true))], ['25 paths', '0 paths', '', ''])
})

test('a cut search says which bound cut it', () => {
  holds(cutWords({ reason: 'EDGE_BUDGET', limit: 200000 }).includes('200,000 ties were read'), 'edges')
  holds(cutWords({ reason: 'PARTIAL_PATH_BUDGET', limit: 1 }).includes('beginnings of paths'), 'partial paths')
  holds(cutWords({ reason: 'HUB_CAP', limit: 1000 }).includes('more than 1,000 ties'), 'hubs')
  holds(cutWords({ reason: 'LIMIT', limit: 300 }).includes('at most 300 at once'), 'results')
  holds(cutWords({ reason: 'SOMETHING_NEW', limit: 7 }).includes('something new, at most 7'), 'a bound that this page does not know')
})

test('a path is spoken, and gives its entities and claims in order', () => {
  const p = path(hop('a', 'b', 'STATED'), hop('b', 'c', 'ALLEGED'))
  equal(spoken(p), '2 steps: a, stated tie to b, alleged tie to c')
  equal(spoken(path({ ...hop('a', 'b', 'ALLEGED'), modality: 'CAPABILITY' })), '1 step: a, alleged tie (could be so) to b')
  equal(entitiesOf(p), ['ent_a', 'ent_b', 'ent_c'])
  equal(claimsOf(p), ['clm_ab', 'clm_bc'])
})

test('whether hops held at once is said with the days', () => {
  equal(together(path()), 'All steps certainly held at once (in 2017).')
  equal(together({ coexist: 'UNDETERMINED', overlap: null }), 'All steps may have held at once, which is not certain.')
  equal(together({ coexist: 'NO', overlap: null }), 'The steps cannot all have held on one day.')
})

test('the filter of standings hides paths, the alleged ones that were asked for stay', () => {
  const paths = [path(hop('a', 'b', 'STATED'), hop('b', 'c', 'ALLEGED')), path(hop('a', 'b', 'RECORDED'))]
  equal(shownPaths(at({}), paths).length, 2)
  equal(shownPaths(at({}, { standings: ['RECORDED'] }), paths), [paths[1]])
})

test('which paths are admitted is told in a line', () => {
  const of = (own: Record<string, string>) => told(settings({ ...empty, own }))
  equal(of({}), 'without alleged ties; at most 4 steps')
  equal(of({ alleged: 'yes', hops: '2', through: 'agency', days: 'any' }), 'with alleged ties; at most 2 steps; through agency; steps of any days')
})
