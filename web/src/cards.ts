// Cards: one speech act each, all of one build, so that a denial is shown as an allegation is.
import { el, foreign, shown } from './dom'
import { entityAddress, sourceLink } from './links'
import { quoted } from './quote'
import { act, day } from './words'
import type { Assertion, Evidence, Named, Report } from './types'

/** The card of one speech act; its heading says what the speaker did. */
export function card(assertion: Assertion, heading = act(assertion)): HTMLElement {
  return el(
    'article',
    { class: 'card', 'data-stance': assertion.stance },
    el('p', { class: 'act' }, heading),
    el('div', {}, el('p', { class: 'speaker' }, speaker(assertion)), el('p', { class: 'note' }, ...capacity(assertion))),
    el('p', { class: 'note' }, ...when(assertion)),
    ...assertion.evidence.map(evidence),
    assertion.evidence.length === 0 && el('p', { class: 'note' }, 'No quote is on file.'),
    assertion.reportedBy.length > 0 && el('p', { class: 'note' }, 'Reported by ', ...chain(assertion.reportedBy)),
  )
}

/** The card that says that there is none. */
export function emptyCard(heading: string, text: string): HTMLElement {
  return el('article', { class: 'card' }, el('p', { class: 'speaker' }, heading), el('p', {}, text))
}

function who(entity: Named): HTMLElement {
  return el('a', { href: entityAddress(entity.id) }, shown(entity.name))
}

function speaker(assertion: Assertion): Node {
  return assertion.speaker ? who(assertion.speaker) : document.createTextNode('Somebody whom the source does not name')
}

function capacity(assertion: Assertion): (Node | string)[] {
  const { role, for: body } = assertion.capacity ?? { role: null, for: null }
  const parts: (Node | string)[] = []
  if (role) parts.push('as ', foreign(role))
  if (body) parts.push(role ? ', for ' : 'for ', who(body))
  if (assertion.speakerBasis === 'INFERRED') parts.push(parts.length > 0 ? '; ' : '', 'speaker concluded by a reader')
  return parts
}

function when(assertion: Assertion): (Node | string)[] {
  const parts: string[] = []
  if (assertion.saidAt) parts.push('said ' + assertion.saidAt.text)
  if (assertion.publishedAt) parts.push('published ' + assertion.publishedAt.text)
  if (parts.length === 0) parts.push('date not known')
  if (assertion.channel) parts.push(assertion.channel)
  if (assertion.period) parts.push('for the time: ' + assertion.period.text)
  if (assertion.retractedAt) parts.push('withdrawn, recorded ' + day(assertion.retractedAt))
  return [foreign(parts.join(' · '))]
}

function evidence(found: Evidence): HTMLElement {
  const words =
    found.quote === null
      ? el('p', { class: 'note' }, 'The rights of the source do not allow its words to be shown.')
      : quoted({ quote: found.quote, sentence: found.sentence ?? '', prefix: found.prefix ?? '', suffix: found.suffix ?? '' })
  return el('div', { class: 'evidence' }, words, source(found))
}

function source(found: Evidence): HTMLElement {
  const { publisher, published } = found.document
  return el(
    'p',
    { class: 'note source' },
    sourceLink(found.document, found.url ?? found.document.url),
    publisher && foreign(', ' + publisher.name),
    published && foreign(', ' + published.text),
    found.page && foreign(', page ' + found.page),
  )
}

function chain(reports: Report[]): (Node | string)[] {
  return reports.flatMap((report, i) => [
    i > 0 ? ' → ' : '',
    report.who ? who(report.who) : 'somebody',
    report.work ? ' in ' : '',
    report.work ? sourceLink(report.work) : '',
    report.published ? foreign(', ' + report.published.text) : '',
  ])
}
