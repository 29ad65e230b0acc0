// What a reader looks at, as the fragment of the address: a link restores it, Back undoes a step, and no server log has it.
// This module is pure; ./exploration ties it to the browser.
import { allegedOnly, standings, type Standing } from './standing'

/** The version that links carry; a change of meaning, not an addition, makes a new one. */
export const version = 1

export type Exploration = {
  /** The name of a view, see views/register. */
  view: string
  /** The chosen entities, in the order in which they were chosen. */
  set: string[]
  /** The entity that a view is about, the document, and the claim that is open beside it; "" for none. */
  focus: string
  document: string
  claim: string
  /** The claim whose quotes are pointed out in the document. */
  mark: string
  /** Only these standings and predicates; none means all. */
  standings: Standing[]
  predicates: string[]
  /** Whether ties that are only alleged or disputed are shown. */
  alleged: boolean
  /** The day asked about, and the instant of the store's knowledge; "" for any and for now. */
  at: string
  knownAt: string
  /** What belongs to one view alone, such as the end of a path; keys are small letters, digits and dots. */
  own: Record<string, string>
}

export type Parsed = { state: Exploration; problems: string[] }

export const empty: Exploration = {
  view: 'home', set: [], focus: '', document: '', claim: '', mark: '', standings: [], predicates: [], alleged: true, at: '', knownAt: '', own: {},
}

/** Writes a state. Equal states give equal text, and what has its usual value is left out. */
export function format(state: Exploration): string {
  const pairs: [string, string][] = [
    ['v', String(version)],
    ['view', state.view],
    ['set', unique(state.set).join(',')],
    ['focus', state.focus],
    ['document', state.document],
    ['claim', state.claim],
    ['mark', state.mark],
    ['standing', standings.filter((s) => state.standings.includes(s)).join(',').toLowerCase()],
    ['predicate', unique(state.predicates).sort().join(',')],
    ['alleged', state.alleged ? '' : 'no'],
    ['at', state.at],
    ['known', state.knownAt],
    ...Object.keys(state.own).sort().map((key): [string, string] => ['x.' + key, state.own[key] ?? '']),
  ]
  return pairs.filter(([, value]) => value !== '').map(([key, value]) => key + '=' + escape(value)).join('&')
}

/** Reads a fragment, with or without "#". What it cannot read it leaves out and names in `problems`; it never fails. */
export function parse(fragment: string): Parsed {
  const state: Exploration = { ...empty, own: {} }
  const problems: string[] = []
  for (const part of fragment.replace(/^#/, '').split('&').filter((p) => p !== '')) {
    const cut = part.indexOf('=')
    const key = cut < 0 ? part : part.slice(0, cut)
    const value = unescape(cut < 0 ? '' : part.slice(cut + 1))
    const problem = value === null ? `"${part.slice(0, 60)}" is not readable` : read(state, key, value)
    if (problem) problems.push(problem)
  }
  return { state, problems }
}

/** Takes one setting into the state, or says what is wrong with it. */
function read(state: Exploration, key: string, value: string): string | null {
  switch (key) {
    case 'v':
      return value === String(version) ? null : `the link is of version ${value}, this page reads version ${version}`
    case 'view':
      return named(value, /^[a-z]{1,20}$/, 'view', () => (state.view = value))
    case 'set':
      return ids(value, (list) => (state.set = list))
    case 'id': // links of the entity page that was
      state.view = 'entity'
      return one(value, key, (id) => (state.focus = id))
    case 'section':
      return named(value, /^[a-z-]{1,40}$/, key, () => (state.own['section'] = value))
    case 'focus':
    case 'document':
    case 'claim':
    case 'mark':
      return one(value, key, (id) => (state[key] = id))
    case 'standing':
      return listed(value, standings, key, (list) => (state.standings = list))
    case 'predicate':
      return named(value, /^[A-Z0-9_,]{1,2000}$/, key, () => (state.predicates = unique(split(value)).sort()))
    case 'alleged':
      return named(value, /^no$/, key, () => (state.alleged = false))
    case 'at':
      return named(value, { test: isDay }, 'day', () => (state.at = value))
    case 'known':
      return named(value, { test: isInstant }, 'instant', () => (state.knownAt = value))
    default:
      return own(state, key, value)
  }
}

function own(state: Exploration, key: string, value: string): string | null {
  if (!/^x\.[a-z0-9.]{1,40}$/.test(key)) return `the setting "${key.slice(0, 60)}" is not known`
  if (value !== '') state.own[key.slice(2)] = value
  return null
}

const idForm = /^[a-z]{3}_[a-zA-Z0-9._-]{1,120}$/

function one(value: string, key: string, take: (id: string) => void): string | null {
  return named(value, idForm, key, () => take(value))
}

function ids(value: string, take: (list: string[]) => void): string | null {
  const all = unique(split(value))
  take(all.filter((id) => idForm.test(id)))
  const wrong = all.filter((id) => !idForm.test(id))
  return wrong.length > 0 ? `no id: ${wrong.join(', ').slice(0, 120)}` : null
}

function listed(value: string, known: Standing[], key: string, take: (list: Standing[]) => void): string | null {
  const words = split(value.toUpperCase())
  take(known.filter((word) => words.includes(word)))
  const wrong = words.filter((word) => !(known as string[]).includes(word))
  return wrong.length > 0 ? `the ${key} "${wrong.join(', ').toLowerCase().slice(0, 60)}" is not known` : null
}

function named(value: string, form: { test(value: string): boolean }, what: string, take: () => void): string | null {
  if (!form.test(value)) return `the ${what} "${value.slice(0, 60)}" is not readable`
  take()
  return null
}

/** Whether a text is a day of the calendar. */
export function isDay(value: string): boolean {
  const instant = Date.parse(value + 'T00:00Z')
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value)
}

/** Whether a text is an instant of a day of the calendar, in UTC. */
export function isInstant(value: string): boolean {
  return /^.{10}T\d\d:[\d:.]+Z$/.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))
}

function split(value: string): string[] {
  return value.split(',').filter((word) => word !== '')
}

function unique<T>(list: T[]): T[] {
  return [...new Set(list)]
}

/** Escapes what would end a value, and leaves readable what may stand in a fragment. */
function escape(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')
}

function unescape(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

/** The chosen kinds of ties that are none of those on file; while these are not known, none is called unknown. */
export function unknownKinds(chosen: string[], onFile: { name: string }[] | undefined): string[] {
  return onFile ? chosen.filter((name) => !onFile.some((kind) => kind.name === name)) : []
}

/** The standings that the filters let through. */
export function shownStandings(state: Exploration): Standing[] {
  const chosen = state.standings.length > 0 ? state.standings : standings
  return state.alleged ? chosen : chosen.filter((s) => !allegedOnly.includes(s))
}

/** Whether the filters let everything through. */
export function unfiltered(state: Exploration): boolean {
  return state.standings.length === 0 && state.predicates.length === 0 && state.alleged
}

/** Whether neither a filter nor a date is chosen. */
export function everything(state: Exploration): boolean {
  return unfiltered(state) && state.at === '' && state.knownAt === ''
}

/** The entities that the views of a set show: those chosen, else the one that is looked at. */
export function workingSet(state: Exploration): string[] {
  if (state.set.length > 0) return state.set
  return state.focus === '' ? [] : [state.focus]
}
