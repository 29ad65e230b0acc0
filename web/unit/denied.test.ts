import { h, render } from 'preact'
import { otherwise } from '../src/api/covering'
import type { Assertion, Dispute } from '../src/api/types'
import { Sides } from '../src/parts/sides'
import { deniedBy } from '../src/views/denied'
import { markdown } from '../src/views/dossier/markdown'
import { dossierOf, noDenial, type CitedClaim } from '../src/views/dossier/model'
import { denialCell, denialOf, denialWords, tiesAsCsv, type SetTie } from '../src/views/ties'
import { ExplorerProvider } from '../src/state/exploration'
import { empty } from '../src/state/fragment'
import type { Standing } from '../src/state/standing'
import { equal, holds, test } from './harness'

const none = { totalCount: 0, nodes: [] }

/** An accusation that nobody on file answers, and how it stands. */
const claim = (standing: Standing, contested: boolean): Dispute => ({
  id: 'clm_1', sentence: 'S', standing, contested, modality: 'FACT', period: { text: '' }, accusatory: true, support: none, replies: none, comments: none, withdrawals: none, generalDenials: [],
})

const tie = (standing: Standing, contested: boolean): SetTie => ({
  from: { id: 'ent_a', name: 'A', kind: 'COMPANY' }, to: { id: 'ent_b', name: 'B', kind: 'COMPANY' }, predicate: { name: 'P', label: 'p', inverse: null },
  standing, contested, modality: 'FACT', period: { text: '', from: null, to: null }, shareMin: null, shareMax: null,
  claim: { id: 'clm_1', sentence: 'S', accusatory: true, support: none, replies: none, generalDenials: [] },
})

function cards(of: Dispute): string {
  const place = document.createElement('div')
  render(h(ExplorerProvider, { value: { state: empty, problems: [], go: () => {}, goTo: () => {}, href: () => '#' } }, h(Sides, { claim: of })), place)
  return place.textContent ?? ''
}

/** What each part of the page and each file says of it. */
const places: [string, (standing: Standing, contested: boolean) => string][] = [
  ['cards', (standing, contested) => cards(claim(standing, contested))],
  ['table', (standing, contested) => denialCell(tie(standing, contested)).words],
  ['files', (standing, contested) => denialWords(tie(standing, contested))],
  ['rows', (standing, contested) => deniedBy([], claim(standing, contested))],
  ['dossier', (standing, contested) => noDenial(claim(standing, contested))],
]

for (const [place, words] of places) {
  test(`${place}: what is denied in other words never reads as if nobody denied it`, () => {
    for (const [standing, contested] of [['DISPUTED', false], ['REPORTED', true], ['STATED', true]] as const) {
      holds(/in other words/i.test(words(standing, contested)), `${standing}: ${words(standing, contested)}`)
      holds(!/no denial/i.test(words(standing, contested)), `${standing}: ${words(standing, contested)}`)
    }
  })
  test(`${place}: what nobody on file denies says so`, () => holds(/no denial found/i.test(words('ALLEGED', false)), words('ALLEGED', false)))
}

const elsewhere = {
  id: 'ast_1', claim: { id: 'clm_2' }, stance: 'DENIES', countsAs: 'PARTY', speaker: { id: 'ent_z', name: 'Zoe', kind: 'PERSON' }, capacity: null, speakerBasis: 'STATED', reportedBy: [],
  channel: null, saidAt: null, publishedAt: null, period: null, retractedAt: null,
  evidence: [{ quote: 'Nothing of the kind', sentence: 'Nothing of the kind', prefix: '', suffix: '', page: null, url: null, document: { id: 'doc_1', title: 'A letter', url: 'https://example.org/', onFile: true, publisher: null, published: null } }],
} satisfies Assertion

test('of the denials of a claim those that were made of another are told apart', () => {
  equal(otherwise({ claim: { id: 'clm_1' }, denials: [{ ...elsewhere, claim: { id: 'clm_1' } }, elsewhere] }), [elsewhere])
})

test('who denies it in other words is named with the words and their source, and nothing says that a name is missing', () => {
  const covered = { ...tie('DISPUTED', false), claim: { ...tie('DISPUTED', false).claim, otherwise: [elsewhere] } }
  const told = { ...claim('DISPUTED', false), otherwise: [elsewhere], predicate: { name: 'P' }, subject: covered.from, object: covered.to } as unknown as CitedClaim
  const texts = [cards({ ...claim('DISPUTED', false), otherwise: [elsewhere] }), tiesAsCsv([covered]), markdown(dossierOf('T', [], [['S', [told]]]))]
  for (const text of texts) {
    for (const part of ['Zoe', 'Nothing of the kind', 'A letter', 'in other words, judged to mean this claim']) holds(text.includes(part), `${part}: ${text}`)
    holds(!/no denial found in the sources(?!”)|A denial in other words was/i.test(text), text)
  }
  equal(denialCell(covered), { names: true, words: 'Zoe (in other words, judged to mean this claim)' })
  equal(denialOf(covered).sources, 'A letter, https://example.org/')
  equal(deniedBy([{ speaker: null }], { ...claim('DISPUTED', false), otherwise: [elsewhere] }), 'somebody unnamed; Zoe (in other words, judged to mean this claim)')
})

test('the table sorts by the words that it shows', () => {
  const named = { ...tie('DISPUTED', false), claim: { ...tie('DISPUTED', false).claim, generalDenials: [{ speaker: { id: 'ent_z', name: 'Zoe', kind: 'PERSON' }, evidence: [] }] } }
  const plain = { ...tie('RECORDED', false), claim: { ...tie('RECORDED', false).claim, accusatory: false } }
  const got = [named, tie('ALLEGED', false), tie('DISPUTED', false), plain].map((t) => denialCell(t).words)
  equal(got, ['Zoe (in general words)', 'no denial found', 'denied in other words', ''])
})
