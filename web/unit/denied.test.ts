import { h, render } from 'preact'
import { answers, otherwise } from '../src/api/denials'
import type { Assertion, CitedAssertion, Dispute } from '../src/api/types'
import { Sides } from '../src/parts/sides'
import { accuses, claimIn, denial as denialLine, deniedBy, tooltip } from '../src/parts/denied'
import { markdown } from '../src/views/dossier/markdown'
import { dossierOf, type CitedClaim } from '../src/views/dossier/model'
import { denialOf, denialWords, tiesAsCsv, type SetTie } from '../src/views/ties'
import { ExplorerProvider } from '../src/state/exploration'
import { empty } from '../src/state/fragment'
import { equal, holds, test } from './harness'

const none = { totalCount: 0, nodes: [] }
const zoe = { id: 'ent_z', name: 'Zoe', kind: 'PERSON' }

/** A denial by Zoe, made of another claim unless it says otherwise. */
const denial = (over: Partial<CitedAssertion> = {}): CitedAssertion => ({
  id: 'ast_1', claim: { id: 'clm_2' }, stance: 'DENIES', countsAs: 'PARTY', speaker: zoe, capacity: null, speakerBasis: 'STATED', reportedBy: [],
  channel: null, saidAt: null, publishedAt: null, period: null, retractedAt: null,
  evidence: [{
    quote: 'Nothing of the kind', sentence: 'Nothing of the kind', prefix: '', suffix: '', page: null, url: null, layer: { id: 'lay_1' },
    document: { id: 'doc_1', title: 'A letter', url: 'https://example.org/', onFile: true, publisher: null, published: null, author: null, rights: 'FULL_TEXT', sha256: null, retrieved: null },
  }],
  ...over,
})

/** A register's entry, which accuses nobody and is no allegation, but is contested. */
const entry: Dispute = {
  id: 'clm_1', sentence: 'A owns B, which Zoe denies.', standing: 'RECORDED', contested: true, modality: 'FACT', period: { text: '' }, accusatory: false,
  support: none, replies: none, comments: none, withdrawals: none, denials: [denial()], generalDenials: [],
}
const accusation: Dispute = { ...entry, standing: 'ALLEGED', contested: false, accusatory: true, denials: [] }

/** As a tie has it, without who reports it. */
const bare = (said: Assertion) => ({ ...said, reportedBy: [] })

const tie = ({ id, sentence, accusatory, standing, contested, denials, generalDenials }: Dispute): SetTie => ({
  from: { id: 'ent_a', name: 'A', kind: 'COMPANY' }, to: { id: 'ent_b', name: 'B', kind: 'COMPANY' }, predicate: { name: 'OWNS', label: 'owns', inverse: null, symmetric: false },
  standing: standing ?? 'STATED', contested, modality: 'FACT', period: { text: '', from: null, to: null }, shareMin: null, shareMax: null,
  claim: { id, sentence, accusatory, support: none, denials: denials.map(bare), generalDenials: generalDenials.map(bare) },
})

function cards(of: Dispute): string {
  const place = document.createElement('div')
  render(h(ExplorerProvider, { value: { state: empty, problems: [], go: () => {}, goTo: () => {}, href: () => '#' } }, h(Sides, { claim: of })), place)
  return place.textContent ?? ''
}

function paper(of: Dispute): string {
  const { from, to } = tie(of)
  return markdown(dossierOf('T', [], [['S', [{ ...of, predicate: { name: 'OWNS' }, subject: from, object: to } as CitedClaim]]]))
}

test('what is no allegation names who denies it in other words, in which words, and where', () => {
  for (const text of [cards(entry), tiesAsCsv([tie(entry)], ''), paper(entry)]) {
    for (const part of ['Zoe', 'Nothing of the kind', 'A letter', 'in other words, judged to mean this claim']) holds(text.includes(part), `${part}: ${text}`)
    holds(!/no denial found in the sources(?!”)/i.test(text), text)
  }
  const told = 'Zoe (in other words, judged to mean this claim)'
  equal([denialWords(tie(entry)), deniedBy(entry), deniedBy(claimIn(tie(entry)))], [told, told, told])
  equal(denialOf(tie(entry)).sources, 'A letter, https://example.org/')
})

test('an accusation that nobody on file denies says so in every place', () => {
  for (const text of [cards(accusation), denialWords(tie(accusation)), deniedBy(accusation), denialLine(accusation), tooltip(accusation), paper(accusation)]) holds(/no denial found/i.test(text), text)
})

test('a denial that was withdrawn does not read as if nobody had denied', () => {
  const text = cards({ ...accusation, replies: { totalCount: 1, nodes: [] } })
  holds(text.includes('no denial stands') && text.includes('1 more on file') && !/no denial found/i.test(text), text)
})

test('of the denials of a claim those that were made of another are told apart', () => {
  equal(otherwise({ id: 'clm_1', denials: [denial({ claim: { id: 'clm_1' } }), denial()] }), [denial()])
})

test('a denial that corrects an earlier one stands with the denials, once, and what was not read is counted', () => {
  const first: Assertion = denial({ claim: { id: 'clm_1' }, id: 'ast_first', retractedAt: '2026-01-01T00:00:00Z' })
  const anew: Assertion = denial({ claim: { id: 'clm_1' }, id: 'ast_anew', stance: 'CORRECTS' })
  const sorry: Assertion = denial({ claim: { id: 'clm_1' }, id: 'ast_sorry', stance: 'RETRACTS' })
  const claim = { ...entry, replies: { totalCount: 3, nodes: [first] }, withdrawals: { totalCount: 2, nodes: [anew, sorry] }, denials: [anew, denial()] }
  const ids = (list: Assertion[]) => list.map(({ id }) => id)
  const { own, otherwise: others, withdrawals, missing } = answers(claim)
  equal([ids(own), ids(others), ids(withdrawals), missing], [['ast_first', 'ast_anew'], ['ast_1'], ['ast_sorry'], 2])
  equal(answers({ ...claim, withdrawals: { totalCount: 2, nodes: [] } }).missing, 3, 'what the denials hold is not missing')
})

test('the page names so many as have room', () => {
  const inGeneral = { ...accusation, generalDenials: [denial()] }
  const got = [inGeneral, accusation, { ...entry, contested: false, denials: [] }].map(deniedBy)
  equal(got, ['Zoe (in general words)', 'no denial found', ''])
  const many = { ...entry, denials: ['A', 'B', 'C', 'D', 'E'].map((name) => denial({ claim: { id: 'clm_1' }, speaker: { ...zoe, name } })) }
  equal(deniedBy(many), 'A; B; C; 2 more on file')
  equal(denialWords(tie(many)), 'A; B; C; D; E', 'a file is whole')
})

test('one rule says when it must stand that nobody denies: of what accuses, and of what is only alleged or contested', () => {
  const plain = { ...entry, contested: false, denials: [] }
  const alleged: Dispute = { ...plain, standing: 'ALLEGED' }
  const all: [Dispute, boolean][] = [
    [plain, false], [{ ...plain, standing: null }, false], [{ ...plain, standing: 'RETRACTED' }, false],
    [{ ...plain, contested: true }, true], [alleged, true], [{ ...plain, standing: 'DISPUTED' }, true], [{ ...plain, accusatory: true, standing: null }, true],
  ]
  for (const [of, needed] of all) {
    equal(accuses(of), needed, of.standing ?? '')
    const told = [cards(of), paper(of), deniedBy(of), denialLine(of), tooltip(of), denialWords(tie(of))]
    if (of.standing !== null) equal(told.map((text) => /no denial found(?! in the sources”)/i.test(text)), told.map(() => needed), `${of.standing} `)
  }
})

test('a tie stands as it does in its own days, and a tooltip ends with who denies it', () => {
  const once = { ...tie({ ...entry, denials: [] }), claim: { ...accusation, accusatory: false }, standing: 'DISPUTED' as const, contested: false }
  equal(deniedBy(claimIn(once)), 'no denial found')
  equal(deniedBy({ ...claimIn(once), standing: 'STATED' }), '')
  equal(tooltip(entry), 'A owns B, which Zoe denies.\nDenied by: Zoe (in other words, judged to mean this claim)')
  equal(tooltip({ ...entry, contested: false, denials: [] }), entry.sentence)
})
