import { told } from '../src/shell/told'
import { empty } from '../src/state/fragment'
import { equal, holds, test } from './harness'

test('where nothing is filtered, that is said', () => {
  equal(told(empty, true), 'none')
  equal(told({ ...empty, standings: ['ALLEGED'], predicates: ['OWNS'] }, false), 'none', 'a view that obeys the dates alone filters nothing else')
})

test('what is filtered is named: kinds of ties, standings, both days', () => {
  equal(told({ ...empty, alleged: false }, true), 'without alleged, disputed')
  equal(told({ ...empty, standings: ['ADMITTED', 'DETERMINED'] }, true), 'only admitted, determined')
  equal(told({ ...empty, standings: ['DISPUTED'], alleged: false }, true), 'nothing passes')
  equal(
    told({ ...empty, alleged: false, predicates: ['OWNS', 'HAS_UNIT'], at: '2024-07-20', knownAt: '2026-01-02T23:59:59Z' }, true),
    'only “owns”, “has unit”; without alleged, disputed; on 20 July 2024; as known on 2 January 2026',
  )
  equal(told({ ...empty, at: '2024-07-20', alleged: false }, false), 'on 20 July 2024')
})

test('of many kinds the first are named and the rest counted', () => {
  const words = told({ ...empty, predicates: ['A', 'B', 'C', 'D', 'E'] }, true)
  equal(words, 'only “a”, “b”, “c” and 2 more')
  holds(!words.includes('“d”'), 'the fourth is counted')
})
