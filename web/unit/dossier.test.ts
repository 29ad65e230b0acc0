import { visible } from '../src/parts/visible'
import { escaped, markdown } from '../src/views/dossier/markdown'
import { dossierOf, grouped, webAddress, type CitedAssertion, type CitedClaim } from '../src/views/dossier/model'
import { aboutPath, statedAsWhole, walk, weakest } from '../src/views/dossier/path'
import { wrapTo } from '../src/views/graph/sheet'
import { equal, holds, property, test } from './harness'

const named = (id: string, name = id) => ({ id, name, kind: 'COMPANY' })
const none = { totalCount: 0, nodes: [] }
const one = (said: CitedAssertion) => ({ totalCount: 1, nodes: [said] })

function said(over: Partial<CitedAssertion> = {}, sentence = 'It is said that A owns B.', document: object = {}): CitedAssertion {
  const work = { id: 'doc_1', title: 'Paper', url: 'https://example.org/a', onFile: true, publisher: named('ent_p', 'Press'), published: { text: '1 May 2024' }, author: null, rights: 'FULL_TEXT' as const, sha256: 'ab12', retrieved: { text: '2 May 2024' }, ...document }
  return {
    id: 'ast_1', claim: { id: 'clm_1' }, stance: 'ASSERTS', countsAs: 'OTHER', speaker: named('ent_s', 'Speaker'), capacity: null, speakerBasis: 'STATED', reportedBy: [],
    channel: null, saidAt: { text: '30 April 2024' }, publishedAt: null, period: null, retractedAt: null,
    evidence: [{ quote: 'A owns B', sentence, prefix: 'that ', suffix: '.', page: null, url: null, layer: { id: 'lay_1' }, document: work }],
    ...over,
  }
}

function claim(over: Partial<CitedClaim> = {}): CitedClaim {
  return {
    id: 'clm_1', sentence: 'Speaker says that A owns B.', standing: 'STATED', contested: false, modality: 'FACT', period: null, accusatory: false, predicate: { name: 'OWNS' },
    subject: named('ent_a', 'A'), object: named('ent_b', 'B'), support: one(said()), replies: none, comments: none, withdrawals: none, denials: [], generalDenials: [], ...over,
  }
}

const only = (claims: CitedClaim[]) => dossierOf('Dossier: A', [], [['Ties', claims]])

test('sources are numbered as they are first cited, each once, with all that tells where they are', () => {
  const dossier = only([claim(), claim({ id: 'clm_2', support: one(said({}, 'x', { id: 'doc_2', title: 'Other', url: null, retrieved: null, sha256: null })), replies: one(said()) })])
  equal(dossier.sources.map((s) => [s.n, s.title]), [[1, 'Paper'], [2, 'Other']])
  equal(dossier.sources[0], { n: 1, title: 'Paper', by: 'Press', published: '1 May 2024', url: 'https://example.org/a', retrieved: '2 May 2024', sha256: 'ab12', note: 'rights: the whole text may be shown' })
  equal(dossier.sections[0]?.statements.map((s) => [s.n, s.pro[0]?.quotes[0]?.source]), [[1, 1], [2, 2]])
})

test('a work that is only cited by others is a source, and is named as one', () => {
  const work = { id: 'doc_9', title: 'Wire', url: null, onFile: false, publisher: null, published: null }
  const dossier = only([claim({ support: one(said({ reportedBy: [{ who: named('ent_w', 'Wire'), work, published: { text: '1 May 2024' } }] })) })])
  equal(dossier.sources[1]?.note, 'cited by others, not on file')
  equal(dossier.sections[0]?.statements[0]?.pro[0]?.chain, [{ who: 'Wire', source: 2, published: '1 May 2024' }])
})

test('words that the rights keep back are in no part of it, even if they were answered', () => {
  const dossier = only([claim({ support: one(said({}, 'It is said that A owns B.', { rights: 'METADATA_ONLY' })) })])
  holds(!JSON.stringify(dossier.sections).includes('It is said'), 'kept back')
  holds(markdown(dossier).includes('The rights of the source do not allow its words to be shown.'), 'and said so')
})

test('an accusation stands with its denial, or with what is said where there is none', () => {
  const accusing = claim({ accusatory: true, standing: 'ALLEGED' })
  const noDenial = (c: CitedClaim) => only([c]).sections[0]?.statements[0]?.noDenial
  equal(noDenial(accusing), true)
  equal(noDenial({ ...accusing, accusatory: false }), true, 'what is only alleged')
  equal(noDenial({ ...accusing, denials: [said({ stance: 'DENIES', claim: { id: 'clm_9' } })] }), false, 'one in other words')
  equal(noDenial({ ...accusing, replies: one(said({ stance: 'DENIES' })) }), false)
  equal(noDenial(claim()), false, 'a plain tie needs none')
  const text = markdown(only([{ ...accusing, generalDenials: [said({ stance: 'DENIES', speaker: named('ent_d', 'Denier') })] }]))
  holds(text.includes('**Denied in general words by** Denier'), text)
  holds(markdown(only([accusing])).includes('**No denial found in the sources.**'), 'in Markdown too')
})

test('a finding of an authority stands by itself, with who found it and when', () => {
  const finding = said({ stance: 'DETERMINES', countsAs: 'AUTHORITY', speaker: named('ent_c', 'Court') })
  const [statement] = only([claim({ standing: 'DETERMINED', accusatory: true, support: { totalCount: 4, nodes: [finding, said({ stance: 'DETERMINES' })] } })]).sections[0]?.statements ?? []
  equal(statement?.found.map((act) => [act.heading, act.speaker, act.when]), [['Found by', 'Court', 'said 30 April 2024']])
  equal(statement?.pro.map((act) => act.heading), ['Alleged by'], 'who may not find alleges')
  equal(statement?.more, 2, 'what was not read is counted')
})

test('what accuses or is denied comes first, then ties, then values', () => {
  const claims = [claim({ id: 'clm_v', object: null }), claim({ id: 'clm_t' }), claim({ id: 'clm_d', replies: one(said({ stance: 'DENIES' })) }), claim({ id: 'clm_a', accusatory: true, standing: 'DETERMINED' })]
  equal(grouped(claims).map(([title, list]) => [title, list.map((c) => c.id)]), [
    ['Alleged, denied, determined', ['clm_a', 'clm_d']],
    ['Ties', ['clm_t']],
    ['Names, identifiers and figures', ['clm_v']],
  ])
})

test('only addresses of the web are links, and nothing in them ends the link', () => {
  for (const url of [null, '', 'javascript:alert(1)', 'data:text/html,x', 'ftp://example.org', 'no address']) equal(webAddress(url), null)
  equal(webAddress('https://example.org/a b>)](x'), 'https://example.org/a%20b%3E%29%5D%28x')
})

for (const [name, text] of Object.entries({
  link: '[click](https://evil.example)', image: '![x](https://evil.example/x.png)', html: '<img src=x onerror=alert(1)>', heading: '# heading', list: '- item', number: '1. item', rule: '---', setext: '===',
  quote: '> quote', code: '```js', emphasis: '**bold** _it_', table: 'a | b', entity: '&lt;script&gt;', definition: '[1]: https://evil.example', autolink: '<https://evil.example>', math: '$x$', lines: 'a\n\n# b',
})) {
  test(`Markdown takes ${name} for text`, () => {
    const got = escaped(text)
    holds(!/(^|[^\\])[[\]<`*_#|$]/.test(got), got)
    holds(!/^([-+=>#]|\d+[.)]|\s)/.test(got) && !got.includes('\n'), got)
  })
}

test('bare addresses become no links', () => {
  for (const text of ['see https://evil.example now', 'www.evil.example', 'mail a@evil.example']) {
    const plain = escaped(text).replaceAll('\\', '')
    holds(!/:\/\/|www\.|@\w/.test(plain), plain)
    equal(plain.replaceAll('\u2060', ''), text, 'and read the same')
  }
})

test('what turns the direction is written out where nothing isolates it', () => {
  equal(visible('a\u202egpj.exe\u0000'), 'a⟨U+202E⟩gpj.exe⟨U+0000⟩')
  equal(visible('Лаборатория 🧵\n'), 'Лаборатория 🧵\n')
})

property('every line of a note has room, and no word is lost', 60, (draw) => {
  const words = Array.from({ length: draw(30) }, () => 'x🧵'.repeat(1 + draw(40)))
  const lines = wrapTo(words.join(' '), 120, (text) => [...text].length * 7)
  holds(lines.every((line) => [...line].length * 7 <= 120), 'room')
  equal(lines.join('').replaceAll(' ', ''), words.join(''))
})

const step = (from: string, to: string, over: Partial<CitedClaim> = {}) => claim({ id: `clm_${from}${to}`, subject: named(from), object: named(to), ...over })

test('a chain of claims is followed whichever way each points', () => {
  equal(walk([step('a', 'b'), step('c', 'b'), step('c', 'd')]), ['a', 'b', 'c', 'd'])
  equal(walk([step('b', 'a'), step('b', 'c')]), ['a', 'b', 'c'])
  equal(walk([step('a', 'b')]), ['a', 'b'])
  equal(walk([step('a', 'b'), step('c', 'd')]), null)
  equal(walk([claim({ object: null })]), null)
  equal(walk([]), null)
})

test('the weakest step is that of the path search', () => {
  equal(weakest([step('a', 'b'), step('b', 'c', { standing: 'ALLEGED' }), step('c', 'd', { standing: 'DISPUTED' })]), 2)
  equal(weakest([step('a', 'b', { standing: 'RECORDED', contested: true }), step('b', 'c', { standing: 'DETERMINED' })]), 0)
  equal(weakest([step('a', 'b', { standing: 'RECORDED' }), step('b', 'c', { standing: 'RECORDED', modality: 'PLAN' })]), 1)
})

test('a path is stated as a whole by one sentence of one source, or by none', () => {
  holds(statedAsWhole([step('a', 'b'), step('b', 'c')]), 'one sentence')
  holds(!statedAsWhole([step('a', 'b'), step('b', 'c', { support: one(said({}, 'Another sentence.')) })]), 'two sentences')
  holds(!statedAsWhole([step('a', 'b'), step('b', 'c', { support: one(said({ retractedAt: '2024-01-01T00:00:00Z' })) })]), 'withdrawn')
  const about = aboutPath([step('a', 'b'), step('b', 'c', { standing: 'ALLEGED', support: one(said({}, 'Another sentence.')) })], [])
  equal(about.slice(1), ['No source cited here states it as a whole.', 'Its weakest step is statement 2.'])
  equal(aboutPath([], [], [1]).slice(-1), ['Step 1 of it is not on file; without it there is no path.'])
  holds(aboutPath([step('a', 'b')], [2]).at(-1)?.startsWith('Step 2 of it does not pass the filters') === true, 'what is left out')
})
