// From claims to the marks of the timeline. What happened, how long it held, when it was said, when it was published and when this
// store learnt it are different dates, and each has its own track. This module is pure.
import type { Assertion, Called, Denied, Modality, Named, Predicate, Told } from '../../api/types'
import { deniedBy } from '../../parts/denied'
import { act, aside, before, count, hedge, instant, spaced } from '../../parts/words'
import { allegedOnly, looks, type Standing } from '../../state/standing'
import { dayNumber, hull, spanOf, type Dated, type End, type Span } from './days'

export type Stretch = {
  standing: Standing
  contested: boolean
  period: { from: string | null; to: string | null; text: string }
  certainOn: { from: string | null; to: string | null }[]
  recordedFrom: string
  recordedTo: string | null
}

export type Speech = Pick<Assertion, 'id' | 'stance' | 'countsAs' | 'speaker'> & {
  saidAt: Dated | null
  publishedAt: Dated | null
  period: { from: Dated | null; to: Dated | null; asOf: Dated | null } | null
  reportedBy: { who: Named | null; published: Dated | null }[]
  evidence: { document: { publisher: Named | null; published: Dated | null } }[]
}

export type TimedClaim = Told & Denied & {
  sentence: string
  modality: Modality
  predicate: Predicate
  qualifiers: { name: string; value: string }[]
  subject: Named
  object: Named | null
  value: Partial<Dated> | null
  standings: Stretch[]
  assertions: { totalCount: number; nodes: Speech[] }
}

export const tracks = {
  said: { title: 'Said', family: 'words', note: 'when somebody alleged, denied, found or said it' },
  published: { title: 'Published', family: 'words', note: 'when it first stood in a source' },
  happened: { title: 'Happened', family: 'world', note: 'on that day, or within those days' },
  force: { title: 'In force or held', family: 'world', note: 'for as long as the sources say' },
  learnt: { title: 'Learnt', family: 'record', note: 'when it was put on file here, which says nothing about the world' },
} as const

export type Track = keyof typeof tracks

/** The three clocks: each has its sign and its word. */
export const families = {
  words: { glyph: '❝', word: 'in words', meaning: 'somebody said or published it' },
  world: { glyph: '⊕', word: 'in the world', meaning: 'it changed, or held, on these days' },
  record: { glyph: '⚑', word: 'on file', meaning: 'we learnt it; nothing changed in the world' },
} as const

export type Mark = Span & {
  key: string
  track: Track
  standing: Standing
  contested: boolean
  /** The claim that it opens; of several learnt at once the instant at which they were. */
  claim: string
  instant: string
  /** Days on which it certainly held. */
  runs: { first: number; last: number }[]
  /** The sentence of the claim, or where the mark stands otherwise than the claim words in its own tone; and the few words beside the mark. */
  sentence: string
  words: string
  when: string
  /** Who denies it; "" where nobody need. */
  denied: string
}

export type Undated = { claim: TimedClaim; missing: string[] }

export type Asked = {
  /** The only chosen entity, whose name need not stand beside every mark; "" when there are several. */
  single: string
  /** The day asked about; "" for any. */
  at: string
  standings: Standing[]
  /** Whether what was said and published of every claim is shown, and not of those alone that accuse or are disputed. */
  everything: boolean
}

/** All marks of some claims, and the claims of which a day is not known. Claims that do not hold on the day asked about are left out. */
export function marksOf(claims: TimedClaim[], asked: Asked): { marks: Mark[]; undated: Undated[]; absent: number } {
  const ends = endsOf(claims)
  const held = claims.filter((claim) => asked.at === '' || claim.standing !== null)
  const all = held.map((claim) => ({ claim, ...marksOfOne(claim, asked, ends) }))
  const marks = [...all.flatMap((one) => one.marks), ...learnt(held, asked)].filter((mark) => asked.standings.includes(mark.standing))
  const undated = all.filter(({ claim, missing }) => missing.length > 0 && claim.standing !== null && asked.standings.includes(claim.standing))
  return { marks, undated, absent: claims.length - held.length }
}

function marksOfOne(claim: TimedClaim, asked: Asked, ends: Map<string, Span>): { marks: Mark[]; missing: string[] } {
  const world = inTheWorld(claim, asked, ends)
  const spoken = asked.everything || accusesOrIsDisputed(claim) ? claim.assertions.nodes.map((said) => ({ said, marks: speechMarks(claim, said, asked) })) : []
  const marks = [...world, ...spoken.flatMap((one) => one.marks)]
  const silent = spoken.filter((one) => one.marks.length === 0).map(({ said }) => `when ${said.speaker?.name ?? 'somebody unnamed'} ${past(said)} it`)
  const missing = world.length === 0 && !isVoid(claim) ? ['when it holds', ...silent] : silent
  return { marks, missing: marks.length === 0 && missing.length === 0 ? ['any day'] : missing }
}

function isVoid(claim: Told): boolean {
  return claim.standing !== null && looks[claim.standing].line === 'struck'
}

function accusesOrIsDisputed(claim: TimedClaim): boolean {
  const line = claim.standing && looks[claim.standing].line
  return claim.accusatory || claim.contested || line === 'dashed' || line === 'broken' || line === 'struck'
}

/** The few words for a claim in the tone of one standing, which need not be the one in which its sentence is worded. */
function told(claim: TimedClaim, standing: Standing | null, single: string): string {
  return spaced(standing ? hedge({ standing, modality: claim.modality }) : aside(claim.modality), standing === 'DISPUTED' ? '' : answered(claim), proposition(claim, single))
}

function mark(claim: TimedClaim, track: Track, key: string, span: Span, rest: { when: string; words: string } & Partial<Mark>): Mark {
  const standing = rest.standing ?? claim.standing ?? claim.standings.at(-1)?.standing ?? 'UNASSERTED'
  return {
    key: `${track} ${claim.id} ${key}`, track, claim: claim.id, instant: '', contested: claim.contested, runs: [],
    ...span, ...rest, standing, denied: deniedBy({ ...claim, standing }), sentence: standing === claim.standing ? claim.sentence : told(claim, standing, ''),
  }
}

/** What happened and how long it held: of a measure's day that day, of all else the stretches in which it stands. */
function inTheWorld(claim: TimedClaim, { single, at }: Asked, ends: Map<string, Span>): Mark[] {
  const kind = dayKind(claim)
  if (kind) {
    const span = spanOf(claim.value as Dated)
    const track = kind === 'EFFECTIVE' ? 'force' : kind === 'PUBLISHED' ? 'published' : 'happened'
    const lasts = span && (kind === 'EFFECTIVE' ? lasting(span, ends.get(claim.subject.id)) : { ...span, runs: [] })
    return lasts ? [mark(claim, track, kind, lasts, { when: claim.value?.text ?? '', words: told(claim, claim.standing, single), runs: lasts.runs })] : []
  }
  const track = isEvent(claim) ? 'happened' : 'force'
  return claim.standings
    .filter((stretch) => stretch.recordedTo === null && holdsOn(stretch, at))
    .flatMap((stretch, i) => {
      const found = spanOfStretch(stretch, claim.assertions.nodes)
      return found ? [mark(claim, track, String(i), found.span, { runs: found.runs, when: found.when, words: told(claim, stretch.standing, single), standing: stretch.standing, contested: stretch.contested })] : []
    })
}

/** Which of a measure's days a claim gives, such as EFFECTIVE; undefined for a claim that gives none. */
function dayKind(claim: TimedClaim): string | undefined {
  return claim.value?.edtf === undefined ? undefined : claim.qualifiers.find((q) => q.name === 'day')?.value
}

/** From the day on which a measure took effect to the one on which it ended, or on into what is not known. */
function lasting(from: Span, to: Span | undefined): Span & { runs: Mark['runs'] } {
  if (!to || to.last < from.first) return { ...from, end: 'unknown', runs: [] }
  return { first: from.first, start: from.start, last: to.last, end: to.end, runs: to.first >= from.last ? [{ first: from.last, last: to.first }] : [] }
}

/** When measures ended, were annulled or replaced, the earliest of it. */
function endsOf(claims: TimedClaim[]): Map<string, Span> {
  const out = new Map<string, Span>()
  for (const claim of claims.filter((c) => !isVoid(c))) {
    const ended = dayKind(claim) === 'ENDED' ? spanOf(claim.value as Dated) : null
    const undone = ['ANNULS', 'REPLACES'].includes(claim.predicate.name) ? hull(claim.standings.flatMap((s) => spanOfStretch(s, [])?.span ?? [])) : null
    const span: Span | null = ended ?? (undone && { first: undone.first, last: undone.first, start: 'sharp', end: given(undone.first, claim.assertions.nodes) })
    const id = ended ? claim.subject.id : claim.object?.id
    if (span && id && span.last < (out.get(id)?.last ?? Infinity)) out.set(id, span)
  }
  return out
}

function holdsOn({ period }: Stretch, at: string): boolean {
  return at === '' || ((period.from ?? at) <= at && at <= (period.to ?? at))
}

/** Whether the sources give one date for both beginning and end. */
function isEvent(claim: TimedClaim): boolean {
  return claim.assertions.nodes.some(({ period }) => period?.from && period.from.edtf === period.to?.edtf)
}

/** The days of a stretch: its bounds, the days on which it certainly held, and where it has neither the days on which sources say it held. */
function spanOfStretch(stretch: Stretch, speeches: Speech[]): { span: Span; runs: Mark['runs']; when: string } | null {
  const { from, to, text } = stretch.period
  const runs = stretch.certainOn.map((run) => ({ first: dayNumber(run.from) ?? -Infinity, last: dayNumber(run.to) ?? Infinity }))
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const asOf = speeches.map((said) => said.period?.asOf ?? null).filter((date) => date !== null)
  const bounded = first !== null || last !== null
  const known = hull([...runs, ...(bounded ? [] : asOf.flatMap((date) => spanOf(date) ?? []))])
  const opens = runs.some((run) => run.first === -Infinity)
  const goesOn = runs.some((run) => run.last === Infinity)
  if (!bounded && !known && !opens && !goesOn) return null
  const span: Span = {
    first: first ?? (opens ? -Infinity : (known?.first ?? last ?? -Infinity)),
    last: last ?? (goesOn ? Infinity : (known?.last ?? first ?? Infinity)),
    start: first !== null ? given(first, speeches) : opens ? 'open' : 'unknown',
    end: last !== null ? given(last, speeches) : goesOn ? 'open' : 'unknown',
  }
  const when = bounded || asOf.length === 0 ? text : `${isSafe(stretch.standing) ? 'known to hold:' : 'said for'} ` + [...new Set(asOf.map((date) => date.text))].join(', ')
  return { span, runs, when }
}

/** Whether a bound is a day that is given, or lies beside one of a date that all who give it call approximate or uncertain. */
function given(bound: number, speeches: Speech[]): End {
  const ends = speeches.flatMap(({ period }) => [period?.from, period?.to].flatMap((date) => (date ? (spanOf(date) ?? []) : [])))
  const signs = ends.flatMap((span) => [...(Math.abs(span.first - bound) < 2 ? [span.start] : []), ...(Math.abs(span.last - bound) < 2 ? [span.end] : [])])
  return signs.includes('about') && !signs.includes('sharp') ? 'about' : 'sharp'
}

/** Whether a standing lets a claim be told as what holds; of what is alleged, or was refuted or withdrawn, only who says so is known. */
function isSafe(standing: Standing): boolean {
  return !allegedOnly.includes(standing) && looks[standing].line !== 'struck'
}

const supports: Speech['stance'][] = ['ASSERTS', 'ALLEGES', 'CONFIRMS', 'DETERMINES']

/** When somebody said it, and when that was first published. */
function speechMarks(claim: TimedClaim, said: Speech, { single }: Asked): Mark[] {
  const denial = supports.includes(said.stance) && answered(claim) !== '' ? ' ' + answered(claim) : ''
  const what = ': ' + content(claim, single)
  const at = spanOf(said.saidAt)
  const published = publication(said)
  const where = published && spanOf(published.date)
  const carried = published ? deed(said) + within(published.who, said.speaker) : ''
  return [
    ...(at ? [mark(claim, 'said', said.id, at, { when: `${deed(said)}, ${said.saidAt?.text}`, words: deed(said) + denial + what })] : []),
    ...(published && where ? [mark(claim, 'published', said.id, where, { when: `${carried}, published ${published.date.text}`, words: carried + denial + what })] : []),
  ]
}

/** What a speaker did, with the name: "denied by Acme". */
function deed(said: Speech): string {
  return said.speaker ? `${act(said).toLowerCase()} ${said.speaker.name}` : past(said)
}

/** Who carried it, which is not who said it; left out where a publisher speaks in its own name. */
function within(publisher: Called | null, speaker: Called | null): string {
  return publisher && publisher.id !== speaker?.id ? ', in ' + publisher.name : ''
}

/** What a speaker did, as one word: alleged, denied, found. */
function past(said: Pick<Speech, 'stance' | 'countsAs'>): string {
  return act(said).replace(/ (by|from)$/, '').toLowerCase()
}

/** Where a statement first stood: as given, else along its chain of reports, else in its document. */
function publication(said: Speech): { date: Dated; who: Named | null } | null {
  const given = said.publishedAt ? [{ date: said.publishedAt, who: null }] : []
  const chain = said.reportedBy.map(({ who, published }) => ({ date: published, who }))
  const filed = said.evidence.map(({ document }) => ({ date: document.published, who: document.publisher }))
  for (const list of [[...given, ...chain], filed]) {
    const dated = list.flatMap(({ date, who }) => (date && spanOf(date) ? [{ date, who }] : []))
    const [first] = dated.sort((a, b) => (a.date.latest ?? '9999').localeCompare(b.date.latest ?? '9999'))
    if (first) return first
  }
  return null
}

const dayWords: Record<string, string> = { DECIDED: 'decided', ANNOUNCED: 'announced', PUBLISHED: 'published officially', EFFECTIVE: 'in force', ENDED: 'ended' }

/** What a claim says, without who says it. What is no plain fact says so first, so that no cut hides it. */
function content(claim: TimedClaim, single: string): string {
  return spaced(aside(claim.modality), proposition(claim, single))
}

/** A provision is a measure's, which is always named, lest a speaker seem to permit it. */
function proposition(claim: TimedClaim, single: string): string {
  const { subject, object, value, predicate } = claim
  const kind = dayKind(claim)
  const aspect = claim.qualifiers.filter(({ name }) => name === 'aspect').map((q) => `in respect of ${q.value}`)
  if (kind) return `${dayWords[kind] ?? 'dated'}: ${subject.name}`
  if (object && object.id === single && predicate.inverse) return spaced(before(predicate.inverse, subject.name), subject.name, ...aspect)
  const far = object?.name ?? value?.text ?? 'something not disclosed'
  if (predicate.name === 'PROVISION') return spaced(subject.name, far, ...aspect)
  return spaced(subject.id === single ? '' : subject.name, before(predicate.label, far), far, ...aspect)
}

/** The word that stands beside an accusation that was denied; who denies it is told where there is more room. */
function answered(claim: TimedClaim): string {
  return claim.accusatory && !isVoid(claim) && claim.denials.length + claim.generalDenials.length > 0 ? '(denied)' : ''
}

/** When this store learnt of claims, and when it learnt that one stands otherwise; those of one instant and standing are one mark. */
function learnt(claims: TimedClaim[], asked: Asked): Mark[] {
  const groups = new Map<string, { claim: TimedClaim; stretch: Stretch; later: boolean }[]>()
  for (const claim of claims) {
    const instants = [...new Set(claim.standings.map((s) => s.recordedFrom))].sort()
    for (const [i, instant] of instants.entries()) {
      const stretch = claim.standings.findLast((s) => s.recordedFrom === instant)
      if (!stretch) continue
      const key = `${stretch.standing} ${instant}`
      groups.set(key, [...(groups.get(key) ?? []), { claim, stretch, later: i > 0 }])
    }
  }
  return [...groups.entries()].flatMap(([key, group]) => {
    const [one] = group
    const day = dayNumber(one?.stretch.recordedFrom)
    if (!one || day === null) return []
    const { stretch, claim, later } = one
    const single = group.length === 1
    const words = single ? `${later ? `now ${looks[stretch.standing].word}` : 'recorded'}: ${content(claim, asked.single)}` : count(group.length, 'claim', 'claims') + ' recorded'
    const when = `recorded ${instant(stretch.recordedFrom)}`
    const made = mark(claim, 'learnt', key, { first: day, last: day, start: 'sharp', end: 'sharp' }, { when, words, standing: stretch.standing, contested: single && stretch.contested })
    return [single ? made : { ...made, claim: '', instant: stretch.recordedFrom, sentence: words, denied: '' }]
  })
}

/** The claims that were recorded, or came to stand otherwise, at an instant. */
export function learntAt(claims: TimedClaim[], instant: string): TimedClaim[] {
  return claims.filter((claim) => claim.standings.some((stretch) => stretch.recordedFrom === instant))
}
