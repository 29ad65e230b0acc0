import { segments } from '../src/views/segments'
import { equal, holds, property, test } from './harness'

property('the runs are the text, and each place is the runs that name it', 400, (draw) => {
  const text = Array.from({ length: draw(60) }, () => 'ab 🧵é\n'[draw(7)]).join('')
  const places = Array.from({ length: draw(8) }, () => {
    const start = draw(text.length + 1)
    return { start, end: start + draw(text.length + 3 - start) }
  })
  const runs = segments(text, places)
  equal(runs.map((run) => run.text).join(''), text)
  for (const [i, { start, end }] of places.entries()) {
    const covered = runs.filter((run) => run.places.includes(i)).map((run) => run.text).join('')
    equal(covered, end <= text.length && start < end ? text.slice(start, end) : '', `place ${i}`)
  }
  holds(runs.every((run) => run.text !== '' || text === ''), 'no empty run')
})

test('of overlapping places the shortest comes first', () => {
  equal(
    segments('abcdef', [{ start: 0, end: 6 }, { start: 2, end: 4 }]).map((run) => [run.text, run.places]),
    [['ab', [0]], ['cd', [1, 0]], ['ef', [0]]],
  )
})

test('an empty text has no runs', () => equal(segments('', [{ start: 0, end: 1 }]), []))
