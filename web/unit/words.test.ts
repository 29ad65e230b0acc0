import type { Modality } from '../src/api/types'
import { aside, before, hedge, modality, spaced, tieWords } from '../src/parts/words'
import { standings } from '../src/state/standing'
import { equal, holds, test } from './harness'

const modalities: Modality[] = ['FACT', 'CAPABILITY', 'INTENT', 'PLAN', 'RISK']
const predicate = { name: 'EXPLOITED_BY', label: 'is exploited by', inverse: 'exploits' }

test('no tie that is no plain fact is worded without saying so, however it stands and from whichever end', () => {
  for (const standing of standings)
    for (const of of modalities)
      for (const forward of [true, false]) {
        const words = tieWords({ standing, modality: of, predicate, forward })
        holds(words.endsWith(forward ? 'is exploited by' : 'exploits'), words)
        equal(words.includes(`(${modality(of)}) `), of !== 'FACT', words)
      }
})

test('a tie in words has its hedge, its modality, its predicate and its share', () => {
  const tie = { standing: 'ALLEGED', modality: 'RISK', predicate, forward: true } as const
  equal(tieWords(tie), 'allegedly (may come to pass) is exploited by')
  equal(tieWords({ ...tie, standing: 'STATED', modality: 'FACT', predicate: { ...predicate, label: 'owns' }, shareMin: '51', shareMax: '51' }), 'owns (51 %)')
  equal(tieWords({ ...tie, forward: false, predicate: { ...predicate, inverse: null } }), 'allegedly (may come to pass) is what the other one is exploited by')
  equal(hedge({ standing: 'DISPUTED', modality: 'CAPABILITY' }), 'allegedly, and a party denies it: (could be so)')
  equal(hedge({ standing: 'STATED', modality: 'PLAN' }), '(only announced)')
  equal(hedge({ standing: 'RECORDED', modality: 'FACT' }), '')
})

test('words stand in a row without gaps', () => {
  equal(spaced('', 'a', '', 'b', aside('FACT')), 'a b')
  equal(spaced('Kigali', aside('PLAN')), 'Kigali (only announced)')
})

test('what a number counts, or what a name begins with, is said once', () => {
  equal(before('has employees', 'at most 49 employees'), 'has')
  equal(before('has clients', '240,000 clients'), 'has')
  equal(before('has the office', 'office in Kigali'), 'has the')
  equal(before('had revenue', 'EUR 5 million'), 'had revenue')
  equal(before('makes', 'a thing that it makes'), 'makes', 'the verb itself stays')
  equal(before('is a unit of', 'of'), 'is a unit of', 'a name of one word is a name')
  equal(before('has employees', 'former employees’ club'), 'has employees', 'in the middle it is another word')
})
