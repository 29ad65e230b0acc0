import { csv } from '../src/parts/csv'
import { empty } from '../src/state/fragment'
import { joined } from '../src/views/set-ties'
import { scope } from '../src/views/stamp'
import { firstOf, notAll, notShown, setTies, tiesAsCsv, tiesAsJson, type SetTie } from '../src/views/ties'
import { equal, holds, test } from './harness'

test('quotes, commas and line ends stay in their cell', () => {
  equal(csv(['a', 'b'], [['say "x", y', 'two\nlines']]), '"a","b"\r\n"say ""x"", y","two\nlines"\r\n')
})

for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u202e=1', '\ufeff=1', '%0A', '|calc', '＝1']) {
  test(`a spreadsheet takes ${JSON.stringify(formula)} for text`, () => equal(csv(['a'], [[formula]]), `"a"\r\n"'${formula}"\r\n`))
}

test('words that begin as words are left alone', () => equal(csv(['a'], [['Kaspersky = firm'], ['']]), '"a"\r\n"Kaspersky = firm"\r\n""\r\n'))

const named = (id: string, name: string) => ({ id, name, kind: 'COMPANY' })
const tie: SetTie = {
  from: named('ent_a', '=HYPERLINK("x")'),
  to: named('ent_b', 'B'),
  predicate: { name: 'COOPERATES_WITH', label: 'cooperates with', inverse: 'cooperates with', symmetric: true },
  standing: 'DISPUTED',
  contested: true,
  modality: 'FACT',
  period: { text: 'from 2017', from: '2017-01-01', to: null },
  shareMin: null,
  shareMax: null,
  claim: {
    id: 'clm_1',
    sentence: 'C alleges that A cooperates with B; A denies it.',
    accusatory: true,
    support: { totalCount: 1, nodes: [{ speaker: named('ent_c', 'C'), evidence: [{ quote: 'A cooperates with B', document: { title: 'Paper', url: null } }] }] },
    denials: [{ claim: { id: 'clm_1' }, speaker: named('ent_a', 'A'), evidence: [{ quote: 'We deny it', document: { title: 'Letter', url: 'https://example.org/letter' } }] }],
    generalDenials: [{ speaker: null, evidence: [{ quote: null, document: { title: 'Letter', url: 'https://example.org/letter' } }] }],
  },
}

test('a tie leaves with standing, source and denial', () => {
  const row = JSON.parse(tiesAsJson([tie], '')).ties[0] as Record<string, string>
  equal([row?.['standing'], row?.['saidBy'], row?.['quote'], row?.['source'], row?.['deniedBy'], row?.['denial']], ['disputed, contested', 'C', 'A cooperates with B', 'Paper', 'A; somebody unnamed (in general words)', 'We deny it'])
  equal([row?.['sources'], row?.['denialSources']], ['Paper', 'Letter, https://example.org/letter'])
  equal(row?.['sentence'], tie.claim.sentence)
  holds(tiesAsCsv([tie], '').includes(`"'=HYPERLINK(""x"")"`), 'the guard holds in the export')
})

const bare: SetTie = { ...tie, standing: 'STATED', contested: false, claim: { ...tie.claim, denials: [], generalDenials: [] } }

test('an accusation without a denial says so, and a plain tie does not', () => {
  const plain = { ...bare, claim: { ...bare.claim, accusatory: false } }
  for (const file of [tiesAsCsv, tiesAsJson]) {
    holds(file([bare], '').includes('no denial found in the sources'), 'an accusation')
    holds(!file([plain], '').includes('no denial found'), 'a plain tie')
    holds(file([{ ...plain, standing: 'ALLEGED' }], '').includes('no denial found in the sources'), 'what is only alleged')
  }
})

test('a source leaves with its publisher and the work that it passes on, and JSON says what it shows', () => {
  const said = { ...tie.claim.support.nodes[0]!, reportedBy: [{ work: { title: 'Filing', url: 'https://example.org/filing' } }, { work: null }] }
  said.evidence = [{ quote: 'Q', document: { title: 'Digest', url: null, publisher: { name: 'Press' } } }]
  const filed = { ...tie, claim: { ...tie.claim, support: { totalCount: 1, nodes: [said] }, denials: [{ ...said, claim: { id: 'clm_1' } }] } }
  const about = { revision: '7', knownAt: '2026-01-02T03:04:05Z', asOf: '2024-07-20', filters: ['Only these kinds of ties: owns.'] }
  const file = JSON.parse(tiesAsJson([filed], '', about))
  const { publishers, originals, denialOriginals } = file.ties[0]
  equal([publishers, originals, denialOriginals], ['Press', 'Filing, https://example.org/filing', 'Filing, https://example.org/filing'])
  equal([file.revision, file.asOf, file.filters], ['7', '2024-07-20', about.filters])
  const lines = tiesAsCsv([filed], '').split('\r\n')
  equal([lines[0]?.includes('"publishers","sources","originals"'), lines[1]?.includes('"Press","Digest","Filing, https://example.org/filing"')], [true, true])
})

test('what was not read is counted', () => {
  const more = { ...tie, claim: { ...tie.claim, support: { ...tie.claim.support, totalCount: 4 } } }
  const row = JSON.parse(tiesAsJson([more], '')).ties[0] as Record<string, string>
  equal(row?.['saidBy'], 'C; 3 more on file')
})

test('a file says which bound cut it, and a whole one has nothing to say', () => {
  const graph = { entities: [], ties: [tie], truncated: { reason: 'LIMIT', limit: 300 } }
  const words = notAll(400, graph)
  equal(words, '400 entities are chosen; the first 0 are shown. Not all is shown: at most 300 at once.')
  equal([notAll(0, { ...graph, truncated: null }), firstOf(2, 2), firstOf(1, 0)], ['', '', '1 entity is chosen; the first 0 are shown.'])
  equal(JSON.parse(tiesAsJson([tie], words)).notShown, words)
  const lines = tiesAsCsv([tie, tie], words).split('\r\n')
  equal([lines.length, lines[0]?.endsWith(',"notShown"'), lines.filter((line) => line.endsWith(`,"${words}"`)).length], [4, true, 2])
  holds(tiesAsCsv([tie], '').endsWith(',""\r\n'), 'the column is there, and empty')
})

test('a set in pages is put together as one answer', () => {
  const entity = (id: string) => ({ ...named(id, id), degree: 1, specificity: 'NAMED' as const, count: null })
  const part = (ids: string[], ties: SetTie[]) => ({ entities: ids.map(entity), ties, truncated: null })
  const other = { ...tie, claim: { ...tie.claim, id: 'clm_0' } }
  const got = joined(['ent_c', 'ent_a', 'ent_b'], [part(['ent_a', 'ent_b'], [tie]), part(['ent_c'], []), part(['ent_a', 'ent_c'], [other, tie])])
  equal(got.entities.map((e) => e.id), ['ent_c', 'ent_a', 'ent_b'])
  equal(got.ties.map((t) => t.claim.id), ['clm_0', 'clm_1'])
})

test('the number of entities is the usual one unless a link names another', () => {
  const state = { ...empty, own: { most: '100' } }
  const members = Array.from({ length: 120 }, (_, i) => named(`ent_${i}`, ''))
  equal([setTies(state, members).limit, setTies(state, members).ids.length], [100, 100])
  for (const most of ['', '7', '1e9']) equal(setTies({ ...empty, own: { most } }, members).limit, 300)
})

test('what is not shown is counted without what nothing walks', () => {
  const entity = (id: string, degree: number) => ({ ...named(id, id), degree, specificity: 'NAMED' as const, count: null })
  const got = notShown([entity('ent_a', 3), entity('ent_b', 1)], [tie, { ...tie, standing: 'REFUTED' }])
  equal([...got], [['ent_a', 2], ['ent_b', 0]])
})

test('what is shown is said in words: the revision, the day, and what the filters leave out', () => {
  const stamp = { revision: '7', at: '2026-01-02T03:04:05.678Z' }
  equal(scope(empty, stamp), ['Revision 7 of the record, as known on 2 January 2026, 03:04 UTC.', 'On any day: each statement says for which days it stands.'])
  equal(scope({ ...empty, at: '2024-07-20', alleged: false, predicates: ['OWNS', 'HAS_UNIT'] }, stamp).slice(1), [
    'As it stood on 20 July 2024.',
    'Left out by the filters: what stands alleged, disputed.',
    'Only these kinds of ties: owns, has unit.',
  ])
  equal(scope(empty, null)[0], 'Nothing is on file.')
})
