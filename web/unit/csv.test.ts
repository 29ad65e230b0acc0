import { csv } from '../src/parts/csv'
import { tiesAsCsv, tiesAsJson, type SetTie } from '../src/views/ties'
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
  predicate: { name: 'COOPERATES_WITH', label: 'cooperates with', inverse: 'cooperates with' },
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
    support: { nodes: [{ speaker: named('ent_c', 'C'), evidence: [{ quote: 'A cooperates with B', document: { title: 'Paper', url: null } }] }] },
    replies: { totalCount: 1, nodes: [{ speaker: named('ent_a', 'A'), evidence: [{ quote: 'We deny it' }] }] },
    generalDenials: [{ speaker: null, evidence: [{ quote: null }] }],
  },
}

test('a tie leaves with standing, source and denial', () => {
  const [row] = JSON.parse(tiesAsJson([tie])) as Record<string, string>[]
  equal([row?.['standing'], row?.['saidBy'], row?.['quote'], row?.['source'], row?.['deniedBy'], row?.['denial']], ['disputed, contested', 'C', 'A cooperates with B', 'Paper', 'A; somebody unnamed', 'We deny it'])
  equal(row?.['sentence'], tie.claim.sentence)
  holds(tiesAsCsv([tie]).includes(`"'=HYPERLINK(""x"")"`), 'the guard holds in the export')
})

test('an accusation without a denial says so, and a plain tie does not', () => {
  const bare = { ...tie, claim: { ...tie.claim, replies: { totalCount: 0, nodes: [] }, generalDenials: [] } }
  holds(tiesAsCsv([bare]).includes('no denial found in the sources'), 'an accusation')
  holds(!tiesAsCsv([{ ...bare, claim: { ...bare.claim, accusatory: false } }]).includes('no denial found'), 'a plain tie')
})
