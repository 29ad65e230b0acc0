import { dayNumber, dayOf, hull, spanOf, type End, type Span } from '../src/views/timeline/days'
import { drawn, fit, fold, isShown, rows, stacks } from '../src/views/timeline/lanes'
import { learntAt, marksOf, type Asked, type Mark, type TimedClaim, type Track } from '../src/views/timeline/marks'
import { moved, place, shownDays, ticks, within } from '../src/views/timeline/scale'
import { standings } from '../src/state/standing'
import { before } from '../src/parts/words'
import { equal, holds, property, test } from './harness'

const date = (edtf: string, earliest: string | null, latest: string | null) => ({ edtf, earliest, latest, text: edtf })
const day = (iso: string) => dayNumber(iso) as number
const ends: End[] = ['sharp', 'about', 'unknown', 'open']

property('days are numbers and back', 200, (draw) => {
  const n = draw(400_000) - 200_000
  equal(dayNumber(dayOf(n)), n)
})

test('instants are the days that they lie on, and what is no day is none', () => {
  equal(dayNumber('2024-06-20T23:59:59Z'), dayNumber('2024-06-20'))
  equal([dayNumber(null), dayNumber(''), dayNumber('soon'), dayNumber('2024-13-01')], [null, null, null, null])
})

test('a date is the days that the API says it may mean, with its ends', () => {
  for (const [edtf, earliest, latest, first, last, start, end] of [
    ['2024-06-20', '2024-06-20', '2024-06-20', '2024-06-20', '2024-06-20', 'sharp', 'sharp'],
    ['2024-09', '2024-09-01', '2024-09-30', '2024-09-01', '2024-09-30', 'sharp', 'sharp'],
    ['2024~', '2023-01-01', '2025-12-31', '2023-01-01', '2025-12-31', 'about', 'about'],
    ['2024?', '2024-01-01', '2024-12-31', '2024-01-01', '2024-12-31', 'about', 'about'],
    ['1985/', '1985-01-01', null, '1985-01-01', '1985-01-01', 'sharp', 'unknown'],
    ['/1985', null, '1985-12-31', '1985-12-31', '1985-12-31', 'unknown', 'sharp'],
  ] as const) {
    equal(spanOf(date(edtf, earliest, latest)), { first: day(first), last: day(last), start, end }, edtf)
  }
  const open = spanOf(date('1985/..', '1985-01-01', null))
  holds(open?.last === Infinity && open.end === 'open' && open.start === 'sharp', 'an open end is at no day')
  const before = spanOf(date('../1985', null, '1985-12-31'))
  holds(before?.first === -Infinity && before.start === 'open', 'an open beginning too')
  equal([spanOf(null), spanOf(date('XXXX-06-21', null, null))], [null, null])
})

test('the hull leaves out what is infinite', () => {
  equal(hull([{ first: 3, last: Infinity }, { first: -Infinity, last: 9 }]), { first: 3, last: 9 })
  equal(hull([{ first: -Infinity, last: Infinity }]), null)
})

property('places grow with days, and lie in the picture', 200, (draw) => {
  const from = draw(40_000) - 20_000
  const scale = { from, to: from + draw(30_000), width: 200 + draw(1200) }
  equal([place(scale, scale.from), Math.round(place(scale, scale.to + 1))], [0, scale.width])
  const [a, b] = [from - 100 + draw(30_000), from - 100 + draw(30_000)].sort((x, y) => x - y) as [number, number]
  holds(place(scale, a) <= place(scale, b), 'in order')
  holds(within(scale, a) >= 0 && within(scale, b) <= scale.width, 'within')
  holds(within(scale, -Infinity) === 0 && within(scale, Infinity) === scale.width, 'what is open reaches the edge')
})

property('the axis is marked at days, months or years that have room, in order, without gaps', 300, (draw) => {
  const from = draw(60_000) - 30_000
  const scale = { from, to: from + 2 + draw([20, 400, 5_000, 300_000][draw(4)] as number), width: 300 + draw(1100) }
  const marks = ticks(scale)
  for (const [i, mark] of marks.entries()) {
    holds(mark.first >= scale.from && mark.first <= scale.to && mark.last >= mark.first, `${mark.label} lies in the picture`)
    const next = marks[i + 1]
    if (!next) continue
    equal(next.first, mark.last + 1, 'each ends where the next begins')
    holds(place(scale, next.first) - place(scale, mark.first) > 70, `${mark.label} and ${next.label} have room`)
  }
  holds(marks.length <= scale.width / 70, 'not too many')
})

test('the axis adapts, and says the year where it changes', () => {
  const labels = (from: string, to: string) => ticks({ from: day(from), to: day(to), width: 1000 }).map((mark) => mark.label)
  equal(labels('2024-06-18', '2024-06-23'), ['18 Jun 2024', '19 Jun', '20 Jun', '21 Jun', '22 Jun', '23 Jun'])
  equal(labels('2024-10-15', '2025-03-01'), ['Nov 2024', 'Dec', 'Jan 2025', 'Feb', 'Mar'])
  equal(labels('1997-01-01', '2026-01-01'), ['2000', '2005', '2010', '2015', '2020', '2025'])
})

test('the days shown are those asked for, else all with room', () => {
  const whole = { first: day('2024-01-01'), last: day('2024-12-31') }
  equal(shownDays({ from: '2024-03-01', to: '2024-02-01' }, whole), { from: day('2024-02-01'), to: day('2024-03-01') })
  const { from, to } = shownDays({ from: '', to: 'never' }, whole)
  holds(from < whole.first && to > whole.last, 'room at both ends')
})

property('a step to a side is half of the days, closer stays within, wider holds all', 100, (draw) => {
  const from = draw(20_000)
  const days = { from, to: from + 4 + draw(4_000) }
  const to = (move: Parameters<typeof moved>[1]) => {
    const next = moved(days, move)
    return { from: day(next.from), to: day(next.to) }
  }
  holds(to('closer').from > days.from && to('closer').to < days.to && to('closer').from <= to('closer').to, 'closer')
  holds(to('wider').from < days.from && to('wider').to > days.to, 'wider')
  equal([to('later').to - to('later').from, to('earlier').to - to('earlier').from], [days.to - days.from, days.to - days.from])
  holds(to('later').from > days.from && to('earlier').to < days.to, 'to the sides')
})

test('however often one goes wider or to a side, days stay in the calendar', () => {
  for (const move of ['wider', 'later', 'earlier'] as const) {
    let days = { from: day('1997-01-01'), to: day('2026-01-01') }
    for (let i = 0; i < 40; i++) {
      const next = moved(days, move)
      days = shownDays(next, { first: 0, last: 1 })
      holds(/^\d{4}-\d\d-\d\d$/.test(next.from) && /^\d{4}-\d\d-\d\d$/.test(next.to), `${next.from} to ${next.to}`)
      holds(days.from <= days.to && ticks({ ...days, width: 900 }).length < 30, 'an axis')
    }
  }
})

const letter = (text: string) => [...text].length * 7

property('no mark or its words lie on another, and all of it lies in the picture', 100, (draw) => {
  const scale = { from: 0, to: 1000, width: 300 + draw(1000) }
  const marks = Array.from({ length: 1 + draw(60) }, (): Span & { words: string } => {
    const first = draw(1100) - 50
    const [start, end] = [ends[draw(4)] as End, ends[draw(4)] as End]
    return { first: start === 'open' ? -Infinity : first, last: end === 'open' ? Infinity : first + draw(300), start, end, words: 'x'.repeat(draw(80)) }
  }).filter((mark) => isShown(scale, mark))
  const boxes = marks.map((mark) => drawn(scale, mark, mark.words, letter))
  const row = rows(boxes)
  for (const [i, box] of boxes.entries()) {
    holds(box.left >= 0 && box.right <= scale.width + 0.01, `box ${box.left} to ${box.right} of ${scale.width}`)
    holds(box.left <= box.x0 + 8 && box.x1 <= box.right + 8.01, 'the line lies in its box')
    const label = box.label
    if (label && label.ground === 0 && !stacks(scale)) holds(label.anchor === 'start' ? label.x >= box.x1 - 8 : label.x <= box.x0 + 8, 'words stand beside the line')
    for (const [k, other] of boxes.entries()) if (k < i && row[i] === row[k]) holds(box.left >= other.right || box.right <= other.left, `${i} lies on ${k}`)
  }
})

test('in a narrow place words stand above, whole where they fit', () => {
  const mark: Span = { first: 900, last: 900, start: 'sharp', end: 'sharp' }
  const { label, left } = drawn({ from: 0, to: 1000, width: 358 }, mark, 'x'.repeat(40), letter)
  equal([label?.lines[0]?.length, label?.x, left], [40, 358 - 280, 358 - 280])
  equal(drawn({ from: 0, to: 1000, width: 358 }, mark, 'x'.repeat(90), letter).label?.lines.map((line) => line.length), [51])
})

property('the first free row is taken', 50, (draw) => {
  const boxes = Array.from({ length: draw(30) }, () => {
    const left = draw(500)
    return { left, right: left + 1 + draw(100) }
  })
  const got = rows(boxes)
  const used = new Set(got)
  for (const n of used) for (let below = 0; below < n; below++) holds(used.has(below), `row ${below} is empty below ${n}`)
})

property('words are cut to their room, with a sign', 200, (draw) => {
  const text = Array.from({ length: draw(60) }, () => 'ab 🧵é'[draw(5)]).join('')
  const width = draw(400)
  const got = fit(text, width, letter)
  holds(got === text || got === '' || (got.endsWith('…') && letter(got) <= width && text.startsWith(got.slice(0, -1))), got)
})

property('words are folded into three lines at most, and only the end of the last is cut', 200, (draw) => {
  const text = Array.from({ length: 1 + draw(40) }, () => 'x'.repeat(1 + draw(12))).join(' ')
  const lines = fold(text, 140, letter)
  const whole = lines.join(' ')
  holds(lines.length <= 3 && lines.every((line) => letter(line) <= 140), whole)
  holds(whole === text || (lines.length === 3 && whole.endsWith('…') && text.startsWith(whole.slice(0, -1))), `${whole} of ${text}`)
})

test('what marks say after the same long beginning is read in a narrow place', () => {
  const mark: Span = { first: 900, last: 900, start: 'sharp', end: 'sharp' }
  const read = (end: string) => drawn({ from: 0, to: 1000, width: 358 }, mark, 'alleged by Bureau of Industry and Security (denied): ' + end, letter).label?.lines.join(' ')
  equal([read('ent_a owns ent_b'), read('ent_a owns ent_c')], ['alleged by Bureau of Industry and Security (denied): ent_a owns ent_b', 'alleged by Bureau of Industry and Security (denied): ent_a owns ent_c'])
})

const who = (id: string, kind = 'COMPANY') => ({ id, name: id, kind })

function claim(over: Partial<TimedClaim>): TimedClaim {
  return {
    id: 'clm_a', sentence: 'A says it.', standing: 'STATED', contested: false, modality: 'FACT', accusatory: false, predicate: { name: 'OWNS', label: 'owns', inverse: 'is owned by' },
    qualifiers: [], subject: who('ent_a'), object: who('ent_b'), value: null, standings: [], assertions: { totalCount: 0, nodes: [] }, denials: [], generalDenials: [], ...over,
  }
}

type Over = { from?: string | null; to?: string | null; certain?: [string | null, string | null][]; standing?: TimedClaim['standing']; recordedFrom?: string; recordedTo?: string | null }

function stretch({ from = null, to = null, certain = [], standing, recordedFrom = '2026-01-02T03:04:05Z', recordedTo = null }: Over): TimedClaim['standings'][number] {
  return { standing: standing ?? 'STATED', contested: false, period: { from, to, text: `${from} to ${to}` }, certainOn: certain.map(([f, t]) => ({ from: f, to: t })), recordedFrom, recordedTo }
}

function speech(over: Partial<TimedClaim['assertions']['nodes'][number]>): TimedClaim['assertions']['nodes'][number] {
  return { id: 'ast_a', stance: 'ALLEGES', countsAs: 'OTHER', speaker: who('ent_s'), saidAt: null, publishedAt: null, period: null, reportedBy: [], evidence: [], ...over }
}

const all: Asked = { single: '', at: '', standings, everything: false }
const on = (marks: Mark[], track: Track) => marks.filter((mark) => mark.track === track)

test('a stretch is in force: certain days, given ends, ends that are not known and open ends are told apart', () => {
  const ofStretch = (over: Over) => on(marksOf([claim({ standings: [stretch(over)] })], all).marks, 'force')[0]
  equal([ofStretch({ from: '2020-01-01' })?.start, ofStretch({ from: '2020-01-01' })?.end], ['sharp', 'unknown'])
  equal(ofStretch({ to: '2020-01-01' })?.start, 'unknown')
  const open = ofStretch({ from: '2020-01-01', certain: [['2020-01-01', null]] })
  holds(open?.end === 'open' && open.last === Infinity && open.runs[0]?.last === Infinity, 'open')
  const known = ofStretch({ certain: [['2018-11-14', '2018-11-14']] })
  equal([known?.start, known?.first, known?.last, known?.end], ['unknown', day('2018-11-14'), day('2018-11-14'), 'unknown'])
  equal(ofStretch({}), undefined)
})

test('a bound that is about a day, or in doubt, is drawn so, unless somebody gives the day', () => {
  const [about, doubt, year] = [date('2024~', '2023-01-01', '2025-12-31'), date('2025?', '2025-01-01', '2025-12-31'), date('2023', '2023-01-01', '2023-12-31')]
  const says = (from: typeof about | null, to: typeof about | null) => speech({ period: { from, to, asOf: null } })
  const ends = (bounds: Over, ...nodes: TimedClaim['assertions']['nodes']) => {
    const { marks } = marksOf([claim({ standings: [stretch(bounds)], assertions: { totalCount: nodes.length, nodes } })], all)
    return marks.filter(({ track }) => track !== 'learnt').map(({ start, end }) => [start, end])
  }
  const whole = { from: '2023-01-01', to: '2025-12-31' }
  equal(ends(whole, says(about, about)), [['about', 'about']])
  equal(ends(whole, says(year, doubt)), [['sharp', 'about']])
  equal(ends(whole, says(about, about), says(year, null)), [['sharp', 'about']], 'another gives the first day')
  equal(ends({ from: '2026-01-01' }, says(null, about)), [['about', 'unknown']], 'what begins where that ends')
  const dated = claim({ id: 'clm_e', subject: who('ent_m', 'MEASURE'), object: null, predicate: { name: 'DATED', label: 'is dated', inverse: null }, qualifiers: [{ name: 'day', value: 'EFFECTIVE' }], value: date('2020', '2020-01-01', '2020-12-31') })
  const replaced = claim({ id: 'clm_r', predicate: { name: 'REPLACES', label: 'replaces', inverse: null }, object: who('ent_m', 'MEASURE'), standings: [stretch(whole)], assertions: { totalCount: 1, nodes: [says(about, about)] } })
  equal(on(marksOf([dated, replaced], all).marks, 'force').find((mark) => mark.claim === 'clm_e')?.end, 'about', 'a measure that was replaced about then')
})

test('days on which sources say that it held place a stretch that has no bounds', () => {
  const asOf = claim({ standings: [stretch({})], assertions: { totalCount: 1, nodes: [speech({ period: { from: null, to: null, asOf: date('2024', '2024-01-01', '2024-12-31') } })] } })
  const [mark] = on(marksOf([asOf], all).marks, 'force')
  equal([mark?.first, mark?.last, mark?.when, mark?.start], [day('2024-01-01'), day('2024-12-31'), 'known to hold: 2024', 'unknown'])
})

for (const standing of standings) {
  test(`${standing.toLowerCase()}: only what stands in the safe tier is told as known to hold`, () => {
    const asOf = claim({ standing, standings: [stretch({ standing })], assertions: { totalCount: 1, nodes: [speech({ period: { from: null, to: null, asOf: date('2024', '2024-01-01', '2024-12-31') } })] } })
    const safe = ['DETERMINED', 'ADMITTED', 'RECORDED', 'REPORTED', 'STATED'].includes(standing)
    equal(on(marksOf([asOf], all).marks, 'force')[0]?.when, safe ? 'known to hold: 2024' : 'said for 2024')
  })
}

test('a publisher is told apart from who speaks in it', () => {
  const july = date('2024-07', '2024-07-01', '2024-07-31')
  const words = (over: object) => {
    const said = speech({ reportedBy: [{ who: who('ent_p'), published: july }], ...over })
    return on(marksOf([claim({ accusatory: true, standing: 'DISPUTED', standings: [stretch({ standing: 'DISPUTED' })], denials: [{ speaker: who('ent_b'), claim: { id: 'clm_a' } }], assertions: { totalCount: 1, nodes: [said] } })], all).marks, 'published')[0]?.words
  }
  equal(words({ stance: 'DENIES' }), 'denied by ent_s, in ent_p: ent_a owns ent_b')
  equal(words({ stance: 'NO_COMMENT' }), 'no comment from ent_s, in ent_p: ent_a owns ent_b')
  equal(words({ speaker: who('ent_p') }), 'alleged by ent_p (denied): ent_a owns ent_b')
  equal(words({ speaker: null }), 'alleged, in ent_p (denied): ent_a owns ent_b')
})

test('a denial in other words counts as one beside the accusation', () => {
  const july = date('2024-07', '2024-07-01', '2024-07-31')
  const alleged = claim({ accusatory: true, standing: 'ALLEGED', standings: [stretch({ standing: 'ALLEGED' })], assertions: { totalCount: 1, nodes: [speech({ saidAt: july })] } })
  const words = (over: Partial<TimedClaim>) => on(marksOf([{ ...alleged, ...over }], all).marks, 'said')[0]?.words
  equal(words({}), 'alleged by ent_s: ent_a owns ent_b')
  const denials = [{ speaker: who('ent_d'), claim: { id: 'clm_b' } }]
  equal(words({ denials }), 'alleged by ent_s (denied): ent_a owns ent_b')
  equal(on(marksOf([{ ...alleged, denials }], all).marks, 'said')[0]?.denied, 'ent_d (in other words, judged to mean this claim)')
})

test('what has one date for beginning and end happened', () => {
  const one = date('1997', '1997-01-01', '1997-12-31')
  const event = claim({ standings: [stretch({ from: '1997-01-01', to: '1997-12-31' })], assertions: { totalCount: 1, nodes: [speech({ period: { from: one, to: one, asOf: null } })] } })
  equal(on(marksOf([event], all).marks, 'happened').length, 1)
  equal(on(marksOf([event], all).marks, 'force').length, 0)
})

test('said and published are two tracks; an undated speech falls to its first publication, then to its document', () => {
  const says = (over: Partial<TimedClaim['assertions']['nodes'][number]>) => claim({ accusatory: true, standing: 'ALLEGED', standings: [stretch({ standing: 'ALLEGED' })], assertions: { totalCount: 1, nodes: [speech(over)] } })
  const june = date('2024-06', '2024-06-01', '2024-06-30')
  const july = date('2024-07', '2024-07-01', '2024-07-31')
  const both = marksOf([says({ saidAt: june, reportedBy: [{ who: who('ent_p'), published: july }, { who: who('ent_q'), published: june }] })], all)
  equal([on(both.marks, 'said')[0]?.first, on(both.marks, 'published')[0]?.when.includes('ent_q')], [day('2024-06-01'), true])
  const filed = marksOf([says({ evidence: [{ document: { publisher: who('ent_d'), published: july } }] })], all)
  equal([on(filed.marks, 'said').length, on(filed.marks, 'published')[0]?.first], [0, day('2024-07-01')])
  equal([on(filed.marks, 'published')[0]?.words, on(filed.marks, 'published')[0]?.when], ['alleged by ent_s, in ent_d: ent_a owns ent_b', 'alleged by ent_s, in ent_d, published 2024-07'])
  const unknown = marksOf([says({})], all)
  equal(unknown.undated.map((row) => row.missing), [['when it holds', 'when ent_s alleged it']])
  equal(on(unknown.marks, 'said').length + on(unknown.marks, 'published').length, 0)
})

test('what nobody disputes is said and published only when that is asked for', () => {
  const plain = claim({ standings: [stretch({ from: '2020-01-01' })], assertions: { totalCount: 1, nodes: [speech({ stance: 'ASSERTS', saidAt: date('2024', '2024-01-01', '2024-12-31') })] } })
  equal(on(marksOf([plain], all).marks, 'said').length, 0)
  equal(on(marksOf([plain], { ...all, everything: true }).marks, 'said').length, 1)
})

test('days of a measure: decided happened, published was published, in force lasts until the end that is on file', () => {
  const dated = (id: string, kind: string, iso: string) =>
    claim({ id, subject: who('ent_m', 'MEASURE'), object: null, predicate: { name: 'DATED', label: 'is dated', inverse: null }, qualifiers: [{ name: 'day', value: kind }], value: date(iso, iso, iso), standings: [stretch({})] })
  const act = [dated('clm_d', 'DECIDED', '2024-06-14'), dated('clm_p', 'PUBLISHED', '2024-06-24'), dated('clm_e', 'EFFECTIVE', '2024-07-20')]
  const { marks } = marksOf(act, all)
  equal((['happened', 'published', 'force'] as Track[]).map((track) => on(marks, track).map((mark) => mark.claim)), [['clm_d'], ['clm_p'], ['clm_e']])
  equal(on(marks, 'force')[0]?.end, 'unknown')
  const [ended] = on(marksOf([...act, dated('clm_x', 'ENDED', '2025-01-01')], all).marks, 'force')
  equal([ended?.last, ended?.end, ended?.runs], [day('2025-01-01'), 'sharp', [{ first: day('2024-07-20'), last: day('2025-01-01') }]])
  const replaced = claim({ id: 'clm_r', predicate: { name: 'REPLACES', label: 'replaces', inverse: 'is replaced by' }, subject: who('ent_n', 'MEASURE'), object: who('ent_m', 'MEASURE'), standings: [stretch({ from: '2024-12-01' })] })
  equal(on(marksOf([...act, replaced], all).marks, 'force').find((mark) => mark.claim === 'clm_e')?.last, day('2024-12-01'))
})

test('on a day only the stretch of that day is drawn, and what does not hold is counted', () => {
  const two = claim({ standings: [stretch({ from: '2020-01-01', to: '2020-12-31' }), stretch({ from: '2021-01-01', standing: 'DISPUTED' })] })
  const gone = claim({ id: 'clm_b', standing: null })
  const got = marksOf([two, gone], { ...all, at: '2020-06-01' })
  equal([on(got.marks, 'force').length, got.absent], [1, 1])
  equal(on(marksOf([two], all).marks, 'force').map((mark) => mark.standing), ['STATED', 'DISPUTED'])
  equal(on(marksOf([two], { ...all, standings: ['DISPUTED'] }).marks, 'force').length, 1)
})

test('what was learnt at one instant is one mark a standing; a later change is one of its own; what was known before is not in force', () => {
  const first = (id: string) => claim({ id, standings: [stretch({ from: '2020-01-01' })] })
  const changed = claim({
    id: 'clm_c', standing: 'DISPUTED',
    standings: [stretch({ from: '2020-01-01', recordedTo: '2026-02-03T00:00:00Z' }), stretch({ from: '2020-01-01', standing: 'DISPUTED', recordedFrom: '2026-02-03T00:00:00Z' })],
  })
  const { marks } = marksOf([first('clm_a'), first('clm_b'), changed], all)
  const learnt = on(marks, 'learnt')
  equal(learnt.map((mark) => [mark.words, mark.claim, mark.standing]), [['3 claims recorded', '', 'STATED'], ['now disputed: ent_a owns ent_b', 'clm_c', 'DISPUTED']])
  equal(on(marks, 'force').map((mark) => mark.standing), ['STATED', 'STATED', 'DISPUTED'])
  equal(learntAt([first('clm_a'), changed], '2026-02-03T00:00:00Z').map((c) => c.id), ['clm_c'])
})

test('claims that differ only in their aspect are told apart', () => {
  const words = (value: string) => {
    const assertions = { totalCount: 1, nodes: [speech({ saidAt: date('2024-06-20', '2024-06-20', '2024-06-20') })] }
    return on(marksOf([claim({ standing: 'ALLEGED', standings: [stretch({ standing: 'ALLEGED' })], qualifiers: [{ name: 'aspect', value }], assertions })], all).marks, 'said')[0]?.words
  }
  equal(words('its origins'), 'alleged by ent_s: ent_a owns ent_b in respect of its origins')
  equal(words('its reach'), 'alleged by ent_s: ent_a owns ent_b in respect of its reach')
})

test('words keep the tone of the standing and of the modality, and say who denies', () => {
  const denied = claim({ accusatory: true, standing: 'DISPUTED', modality: 'CAPABILITY', standings: [stretch({ from: '2020-01-01', standing: 'DISPUTED' })], denials: [{ speaker: who('ent_s'), claim: { id: 'clm_a' } }], assertions: { totalCount: 1, nodes: [speech({ stance: 'DENIES', saidAt: date('2024', '2024-01-01', '2024-12-31') })] } })
  const { marks } = marksOf([denied], { ...all, single: 'ent_b' })
  equal(on(marks, 'force')[0]?.words, 'allegedly, and a party denies it: (could be so) is owned by ent_a')
  equal(on(marks, 'said')[0]?.words, 'denied by ent_s: (could be so) is owned by ent_a')
  equal(on(marks, 'said')[0]?.denied, 'ent_s')
  const alleged = { ...denied, denials: [], standing: 'ALLEGED' as const, modality: 'FACT' as const, standings: [stretch({ from: '2020-01-01', standing: 'ALLEGED' })], assertions: { totalCount: 1, nodes: [speech({ saidAt: date('2024', '2024-01-01', '2024-12-31') })] } }
  equal(on(marksOf([{ ...alleged, generalDenials: [{ speaker: who('ent_d') }] }], all).marks, 'said')[0]?.words, 'alleged by ent_s (denied): ent_a owns ent_b')
  equal(on(marksOf([{ ...alleged, generalDenials: [{ speaker: who('ent_d') }] }], all).marks, 'force')[0]?.words, 'allegedly (denied) ent_a owns ent_b')
  equal(on(marksOf([alleged], all).marks, 'said')[0]?.words, 'alleged by ent_s: ent_a owns ent_b')
  equal(marksOf([{ ...denied, denials: [], standing: 'ALLEGED', assertions: { totalCount: 0, nodes: [] } }], all).marks[0]?.denied, 'no denial found')
})

test('what a measure provides is told with its name, whoever says it', () => {
  const provides = claim({ subject: { ...who('ent_m', 'MEASURE'), name: 'Final Determination' }, object: null, value: { text: 'permits updates until 29 September' }, predicate: { name: 'PROVISION', label: 'provides', inverse: null }, accusatory: true, standings: [stretch({ from: '2024-07-20' })], assertions: { totalCount: 1, nodes: [speech({ saidAt: date('2024', '2024-01-01', '2024-12-31') })] } })
  for (const single of ['', 'ent_m']) {
    const { marks } = marksOf([provides], { ...all, single })
    equal(on(marks, 'said')[0]?.words, 'alleged by ent_s: Final Determination permits updates until 29 September')
    equal(on(marks, 'force')[0]?.words, 'Final Determination permits updates until 29 September')
  }
})

test('a stretch that stands otherwise than its claim is told in words of its own standing', () => {
  const alleged = claim({ sentence: 'S alleges that A owns B.', standing: 'ALLEGED', standings: [stretch({ from: '2020-01-01', to: '2020-12-31' }), stretch({ from: '2021-01-01', standing: 'ALLEGED' }), stretch({ from: '2022-01-01', standing: 'REFUTED', recordedFrom: '2026-02-03T00:00:00Z' })] })
  const told = (marks: Mark[]) => marks.map((mark) => [mark.standing, mark.sentence])
  const own = ['STATED', 'ent_a owns ent_b']
  const refuted = ['REFUTED', 'found not to be so: ent_a owns ent_b']
  equal(told(on(marksOf([alleged], { ...all, single: 'ent_a' }).marks, 'force')), [own, ['ALLEGED', 'S alleges that A owns B.'], refuted])
  equal(told(on(marksOf([alleged], all).marks, 'learnt')), [['ALLEGED', 'S alleges that A owns B.'], refuted])
  equal(told(on(marksOf([{ ...alleged, sentence: 'A owns B.', standing: 'STATED' }], all).marks, 'force')), [['STATED', 'A owns B.'], ['ALLEGED', 'allegedly ent_a owns ent_b'], refuted])
  const safe = marksOf([alleged], { ...all, standings: standings.filter((one) => one !== 'ALLEGED' && one !== 'DISPUTED') }).marks
  equal([safe.length > 0, safe.filter((mark) => mark.sentence.includes('alleges'))], [true, []])
})

test('a name that begins with the noun of the tie does not say it twice', () => {
  const office = claim({ predicate: { name: 'HAS_OFFICE', label: 'has the office', inverse: 'is an office of' }, object: { ...who('ent_o'), name: 'office in Rome' }, standings: [stretch({ from: '2020-01-01' })] })
  equal(on(marksOf([office], all).marks, 'force')[0]?.words, 'ent_a has the office in Rome')
  equal([before('owns', 'owns b'), before('has the office', 'officers'), before('has the office', 'Office in Rome')], ['owns', 'has the office', 'has the'])
})

property('nothing is dropped: each claim has a mark, or stands among those of which a day is not known', 150, (draw) => {
  const some = <T>(list: T[]) => list[draw(list.length)] as T
  const when = () => some([null, date('2024', '2024-01-01', '2024-12-31'), date('XXXX', null, null), date('2020/..', '2020-01-01', null)])
  const claims = Array.from({ length: 1 + draw(8) }, (_, i) =>
    claim({
      id: `clm_${i}`, standing: some(standings), accusatory: draw(2) === 0,
      standings: Array.from({ length: draw(3) }, () => stretch({ from: some([null, '2020-01-01']), to: some([null, '2021-01-01']), standing: some(standings) })),
      assertions: { totalCount: 1, nodes: Array.from({ length: draw(3) }, (_x, k) => speech({ id: `ast_${k}`, saidAt: when(), stance: some(['ALLEGES', 'DENIES', 'RETRACTS']) })) },
    }),
  )
  const { marks, undated } = marksOf(claims, { ...all, everything: draw(2) === 0 })
  const seen = new Set([...marks.filter((mark) => mark.track !== 'learnt').map((mark) => mark.claim), ...undated.map((row) => row.claim.id)])
  equal(claims.filter((c) => !seen.has(c.id)).map((c) => c.id), [])
  equal(new Set(marks.map((mark) => mark.key)).size, marks.length, 'keys are unique')
})
