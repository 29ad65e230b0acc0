import { empty, format, parse, shownStandings, unfiltered, workingSet, type Exploration, unknownKinds } from '../src/state/fragment'
import { dates, filter } from '../src/state/filter'
import { standings } from '../src/state/standing'
import * as views from '../src/views/settings'
import { checked } from '../src/views/settings'
import { equal, holds, property, test } from './harness'

function drawn(draw: (below: number) => number): Exploration {
  const pick = <T>(list: T[]): T => list[draw(list.length)] as T
  const id = (kind: string) => (draw(3) === 0 ? '' : `${kind}_${pick(['kaspersky', 'a.b-c', 'X9', 'ulhog5akntvoycl6immxfzk5ul'])}`)
  const odd = () => pick(['', 'plain', 'a&b=c#d', '100 %', 'Лаборатория 🧵', '"<script>', 'x,y', '+', '\u202e'])
  return {
    view: pick(['home', 'table', 'entity', 'graph']),
    set: [...new Set([id('ent'), id('ent'), id('ent')].filter((s) => s !== ''))],
    focus: id('ent'),
    document: id('doc'),
    claim: id('clm'),
    mark: id('clm'),
    standings: standings.filter(() => draw(3) === 0),
    predicates: [...new Set([pick(['OWNS', 'COOPERATES_WITH']), 'HAS_UNIT'].slice(draw(3)))].sort(),
    alleged: draw(2) === 0,
    at: pick(['', '2024-07-20']),
    knownAt: pick(['', '2024-07-20T23:59:59Z', '2024-07-20T23:59:59.123Z']),
    own: draw(2) === 0 ? {} : { to: odd() || 'x', 'a.b9': odd() || 'y' },
  }
}

property('a state that is written reads the same', 500, (draw) => {
  const state = drawn(draw)
  const { state: back, problems } = parse('#' + format(state))
  equal(problems, [])
  equal(back, state)
  equal(format(back), format(state), 'the text')
})

property('no text makes reading fail, and what was read writes and reads the same', 500, (draw) => {
  const parts = ['v=1', 'view=', 'view=table', 'set=ent_a,,bad id,ent_b', '%', '%E0%A4%A', '=', '&', '#', 'focus=<b>', 'x.=1', 'x.to=a', 'x.to=', 'standing=alleged,proven', 'at=2024', 'known=x', 'own', '__proto__=x', 'x.__proto__=1', 'x.constructor=2']
  const text = Array.from({ length: draw(8) }, () => parts[draw(parts.length)]).join('&')
  const { state } = parse(text)
  equal(parse(format(state)), { state, problems: [] }, text)
})

test('an empty fragment is the start', () => {
  equal(parse(''), { state: empty, problems: [] })
  equal(parse('#'), { state: empty, problems: [] })
})

test('a link of a later version is read as far as it goes', () => {
  const { state, problems } = parse('#v=2&view=table&set=ent_a')
  equal([state.view, state.set], ['table', ['ent_a']])
  equal(problems, ['the link is of version 2, this page reads version 1'])
})

test('a link of the entity page that was still opens its entity', () => {
  const { state, problems } = parse('#id=ent_kaspersky&section=ties')
  equal(problems, [])
  equal([state.view, state.focus, state.own], ['entity', 'ent_kaspersky', { section: 'ties' }])
})

test('what cannot be read is named and left out', () => {
  const { state, problems } = parse('#set=ent_a,javascript:x&standing=alleged,proven&at=yesterday&colour=red&focus=%')
  equal(state, { ...empty, set: ['ent_a'], standings: ['ALLEGED'] })
  equal(problems, ['no id: javascript:x', 'the standing "proven" is not known', 'the day "yesterday" is not readable', 'the setting "colour" is not known', '"focus=%" is not readable'])
})

test('a day or an instant that no calendar has is named and left out', () => {
  for (const wrong of ['at=2024-13-45', 'at=2024-02-30', 'known=2024-99-99T00:00:00Z', 'known=2024-02-03T99:99Z', 'at=20245-01-01']) {
    const { state, problems } = parse('#' + wrong)
    equal([state, problems.length], [empty, 1], wrong)
  }
  equal(parse('#at=2024-02-29&known=2024-02-29T23:59:59.5Z').problems, [])
})

test('settings of a view that it does not know or cannot read are named and left out', () => {
  const own = { hops: '99', kind: 'nothing', through: 'agency', from: 'ent_a', colour: 'red' }
  equal(checked(own, views.paths), { own: { through: 'agency', from: 'ent_a' }, problems: ['"99" is not readable as "x.hops"', '"nothing" is not readable as "x.kind"', 'the setting "x.colour" is not known in this view'] })
  equal(checked({ from: 'zzz', learnt: '2024-02-03T04:05:06Z' }, views.timeline).problems, ['"zzz" is not readable as "x.from"'])
  equal(checked({ constructor: 'x' }, views.graph).problems.length, 1)
})

test('equal states have equal links', () => {
  const a = { ...empty, standings: ['STATED', 'ALLEGED'] as const, predicates: ['OWNS', 'HAS_UNIT'] }
  const b = { ...empty, standings: ['ALLEGED', 'STATED'] as const, predicates: ['HAS_UNIT', 'OWNS'] }
  equal(format({ ...a, standings: [...a.standings] }), format({ ...b, standings: [...b.standings] }))
})

test('filters say what they let through', () => {
  equal(filter(empty), {})
  equal(filter({ ...empty, alleged: false }).standings, standings.filter((s) => s !== 'ALLEGED' && s !== 'DISPUTED'))
  equal(filter({ ...empty, standings: ['ALLEGED'], predicates: ['OWNS'] }), { standings: ['ALLEGED'], predicates: ['OWNS'] })
  equal(shownStandings({ ...empty, alleged: false, standings: ['ALLEGED'] }), [])
  equal(dates({ ...empty, at: '2024-07-20' }), { at: '2024-07-20', knownAt: null })
  holds(unfiltered(empty) && !unfiltered({ ...empty, alleged: false }), 'unfiltered')
})

test('without a chosen set the entity that is looked at is the set', () => {
  equal(workingSet({ ...empty, focus: 'ent_a' }), ['ent_a'])
  equal(workingSet({ ...empty, focus: 'ent_a', set: ['ent_b'] }), ['ent_b'])
  equal(workingSet(empty), [])
})

test('a kind of ties that is not on file is told apart, and none while these are not known', () => {
  equal(unknownKinds(['OWNS', 'NOPE'], [{ name: 'OWNS' }]), ['NOPE'])
  equal(unknownKinds(['OWNS', 'NOPE'], undefined), [])
})
