import { locate } from '../src/parts/locate'
import { equal, test } from './harness'

test('the quote is found in its sentence', () => {
  equal(locate({ quote: 'b c', sentence: 'a b c d', prefix: 'a ', suffix: ' d' }), { before: 'a ', after: ' d' })
})

test('of two equal quotes the one with the given surroundings is meant', () => {
  const sentence = 'first no, then no, at last'
  equal(locate({ quote: 'no', sentence, prefix: 'then ', suffix: ', at' }), { before: 'first no, then ', after: ', at last' })
  equal(locate({ quote: 'no', sentence, prefix: 'first ', suffix: ', then' }), { before: 'first ', after: ', then no, at last' })
})

test('beyond the BMP nothing is cut in half', () => {
  equal(locate({ quote: '🧵𝔻', sentence: 'x🧵𝔻y', prefix: 'x', suffix: 'y' }), { before: 'x', after: 'y' })
})

test('a quote that is not in the sentence stands between its surroundings', () => {
  equal(locate({ quote: 'q', sentence: 'other', prefix: 'p ', suffix: ' s' }), { before: 'p ', after: ' s' })
})
