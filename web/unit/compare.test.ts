import type { Tie } from '../src/api/types'
import type { Standing } from '../src/state/standing'
import { standings } from '../src/state/standing'
import { deniedBy } from '../src/parts/denied'
import { compare, passes, shareOf, upToBoth, type ComparedClaim } from '../src/views/compare/diff'
import { parts, weakest } from '../src/views/compare/shared'
import { equal, holds, property, test } from './harness'

const who = (id: string) => ({ id, name: id, kind: 'COMPANY' })

function claim(over: Partial<ComparedClaim>): ComparedClaim {
  return {
    id: 'clm_a', sentence: 'A.', standing: 'STATED', contested: false, modality: 'FACT', accusatory: false, predicate: { name: 'OWNS', label: 'owns', functional: false },
    qualifiers: [], subject: who('ent_a'), period: { from: null, to: null, text: 'always' }, standings: [], denials: [], generalDenials: [], ...over,
  }
}

const kindsOf = (a: ComparedClaim[], b: ComparedClaim[]) => compare(a, b).map((change) => change.kinds)

test('added, removed and unchanged', () => {
  const [x, y] = [claim({ id: 'clm_x' }), claim({ id: 'clm_y' })]
  equal(kindsOf([x], [x, y]), [['added'], []])
  equal(kindsOf([x, y], [x]), [['removed'], []])
  equal(kindsOf([{ ...x, standing: null }], [x]), [['added']], 'what has no standing is not said to hold')
  equal(compare([{ ...x, standing: null }], [{ ...x, standing: null }]), [])
})

test('a changed standing, share and denial are told apart', () => {
  const held = (min: string) => claim({ standings: [{ period: { text: 'always' }, shareMin: min, shareMax: '51', recordedTo: null }, { period: { text: 'always' }, shareMin: '1', shareMax: '1', recordedTo: '2026-01-01T00:00:00Z' }] })
  const denied = claim({ denials: [{ speaker: who('ent_d'), claim: { id: 'clm_a' } }] })
  equal(kindsOf([claim({})], [claim({ standing: 'DISPUTED' })]), [['standing']])
  equal(kindsOf([claim({})], [claim({ contested: true })]), [['standing']])
  equal(kindsOf([held('48')], [held('49')]), [['bounds']])
  equal(shareOf(held('48')), '(48 to 51 %)', 'of the stretch that is shown and still known')
  equal(kindsOf([claim({})], [denied]), [['denial']])
  equal(kindsOf([claim({ standing: 'ALLEGED' })], [{ ...denied, standing: 'DISPUTED' }]), [['standing', 'denial']])
  equal(kindsOf([denied], [claim({ denials: [{ speaker: who('ent_d'), claim: { id: 'clm_b' } }] })]), [['denial']], 'by the same one in other words')
})

test('of a predicate with one value at a time, another claim is a changed value', () => {
  const seat = (id: string, over: Partial<ComparedClaim> = {}) => claim({ id, predicate: { name: 'HEADQUARTERED_IN', label: 'is headquartered in', functional: true }, ...over })
  equal(compare([seat('clm_m')], [seat('clm_n')]).map((c) => [c.kinds, c.before?.id, c.after?.id]), [[['value'], 'clm_m', 'clm_n']])
  equal(kindsOf([seat('clm_m')], [seat('clm_n', { subject: who('ent_b') })]), [['added'], ['removed']], 'of another subject')
  equal(kindsOf([seat('clm_m')], [seat('clm_n', { qualifiers: [{ name: 'place', value: 'US' }] })]), [['added'], ['removed']], 'in another place')
  equal(kindsOf([seat('clm_m')], [seat('clm_n'), seat('clm_o')]), [['added'], ['added'], ['removed']], 'two rivals are not paired')
  equal(kindsOf([claim({ id: 'clm_m' })], [claim({ id: 'clm_n' })]), [['added'], ['removed']], 'several values at a time')
})

property('each claim that holds on a side is in exactly one row, and swapping the sides swaps added and removed', 200, (draw) => {
  const side = () =>
    Array.from({ length: 12 }, (_, i) => i)
      .filter(() => draw(3) > 0)
      .map((i) => claim({ id: `clm_${i}`, predicate: { name: 'P' + (i % 3), label: '', functional: i % 3 === 0 }, standing: [null, ...standings][draw(standings.length + 1)] as Standing | null }))
  const [a, b] = [side(), side()]
  const rows = compare(a, b)
  const ids = (list: (ComparedClaim | null)[]) => list.flatMap((c) => (c ? [c.id] : [])).sort()
  const held = (list: ComparedClaim[]) => ids(list.filter((c) => c.standing !== null))
  equal([ids(rows.map((r) => r.before)), ids(rows.map((r) => r.after))], [held(a), held(b)])
  const count = (list: typeof rows, kind: string) => list.filter((r) => (r.kinds as string[]).includes(kind)).length
  const back = compare(b, a)
  equal([count(rows, 'added'), count(rows, 'removed'), count(rows, 'standing'), count(rows, 'value')], [count(back, 'removed'), count(back, 'added'), count(back, 'standing'), count(back, 'value')])
  holds(compare(a, a).every((r) => r.kinds.length === 0), 'a side is equal to itself')
})

test('a row passes the filters when all its standings do', () => {
  const row = { kinds: [], before: claim({}), after: claim({ standing: 'ALLEGED' }) }
  equal([passes(row, ['STATED']), passes(row, ['STATED', 'ALLEGED']), passes({ ...row, after: null }, ['STATED'])], [false, true, true])
})

test('lists that were cut are compared up to where both were read', () => {
  const of = (...ids: string[]) => ids.map((id) => claim({ id, predicate: { name: id.slice(4, 5).toUpperCase(), label: '', functional: false } }))
  const ids = (lists: ComparedClaim[][]) => lists.map((list) => list.map((c) => c.id))
  const [a, b] = [of('clm_a1', 'clm_b1'), of('clm_a1', 'clm_b0', 'clm_b2', 'clm_c1')]
  equal(ids(upToBoth(a, b, { a: false, b: false })), [['clm_a1', 'clm_b1'], ['clm_a1', 'clm_b0', 'clm_b2', 'clm_c1']])
  equal(ids(upToBoth(a, b, { a: true, b: false })), [['clm_a1', 'clm_b1'], ['clm_a1', 'clm_b0']])
  equal(ids(upToBoth(a, b, { a: true, b: true })), [['clm_a1', 'clm_b1'], ['clm_a1', 'clm_b0']])
})

test('who denies is named once with whose words they are, and what is on file instead is said', () => {
  const [a, nobody] = [{ speaker: who('ent_a') }, { speaker: null }]
  const own = (said: object) => ({ speaker: null, ...said, claim: { id: 'clm_a' } })
  equal(deniedBy(claim({ denials: [own(a), own(a), own(nobody)] })), 'ent_a; somebody unnamed')
  equal(deniedBy(claim({ contested: true, denials: [own(a), { ...a, claim: { id: 'clm_b' } }], generalDenials: [a] })), 'ent_a; ent_a (in other words, judged to mean this claim); ent_a (in general words)')
  equal(deniedBy(claim({ accusatory: true })), 'no denial found')
  equal(deniedBy(claim({})), '')
})

function tie(far: string, over: Partial<Tie> = {}): Tie {
  const { accusatory, denials, generalDenials } = claim({})
  return {
    node: who(far), forward: true, standing: 'STATED', contested: false, modality: 'FACT', period: { text: 'always' }, shareMin: null, shareMax: null,
    predicate: { name: 'OWNS', label: 'owns', inverse: 'is owned by' }, claim: { id: 'clm_' + far, sentence: '', accusatory, denials, generalDenials }, ...over,
  }
}

test('ties are shared when predicate, direction, modality and far end are', () => {
  const far = (pairs: ReturnType<typeof parts>['both']) => pairs.map((pair) => weakest(pair).node.id)
  const ids = { a: 'ent_a', b: 'ent_b' }
  const both = parts([tie('ent_x'), tie('ent_y'), tie('ent_b')], [tie('ent_x'), tie('ent_z'), tie('ent_a', { forward: false })], ids)
  equal([far(both.both), far(both.onlyA), far(both.onlyB), far(both.between)], [['ent_x'], ['ent_y'], ['ent_z'], ['ent_b']])
  for (const other of [{ forward: false }, { modality: 'PLAN' as const }, { predicate: { name: 'MAKES', label: 'makes', inverse: null } }]) {
    equal(parts([tie('ent_x')], [tie('ent_x', other)], ids).both, [], JSON.stringify(other))
  }
})

test('a shared tie is told in the words of its weakest side', () => {
  const [pair] = parts([tie('ent_x')], [tie('ent_x', { standing: 'ALLEGED' })], { a: 'ent_a', b: 'ent_b' }).both
  equal(pair && weakest(pair).standing, 'ALLEGED')
})

property('no tie is lost, whichever part it stands in', 100, (draw) => {
  const some = (self: string) => Array.from({ length: draw(20) }, () => tie(['ent_a', 'ent_b', 'ent_x', 'ent_y', 'ent_z'][draw(5)] as string, { forward: draw(2) === 0 })).filter((t) => t.node.id !== self)
  const [a, b] = [some('ent_a'), some('ent_b')]
  const got = parts(a, b, { a: 'ent_a', b: 'ent_b' })
  const all = [...got.both, ...got.onlyA, ...got.onlyB, ...got.between]
  equal(all.reduce((n, pair) => n + pair.a.length, 0), a.length)
  equal(all.reduce((n, pair) => n + pair.b.length, 0), b.filter((t) => t.node.id !== 'ent_a').length, 'ties of the two are told once, from A')
})
