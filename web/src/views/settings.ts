// The settings of one view alone that a link may hold, each with what it may be. This module is pure.
import { isDay, isInstant } from '../state/fragment'
import { limits } from './ties'

type Form = { test(value: string): boolean }
export type Settings = Record<string, Form>

const some = /./
const day = { test: isDay }
const oneOf = (values: unknown[]) => ({ test: (value: string) => values.map(String).includes(value) })

/** Views of the set share whether neighbours are shown. */
export const around: Settings = { around: /^(yes|no)$/ }
export const most: Settings = { ...around, most: oneOf(limits) }
export const graph: Settings = { ...most, node: some, pin: /^([a-z]{3}_[\w.-]+(:-?\d{1,5}){2}(,(?=.)|$))+$/ }
export const entity: Settings = { section: /^[a-z-]+$/ }
export const timeline: Settings = { ...around, said: /^all$/, from: day, to: day, learnt: { test: isInstant } }
export const compare: Settings = { ...around, by: /^entities$/, a: day, b: day, ka: day, kb: day, left: some, right: some }
export const map: Settings = { ...around, site: some, look: /^-?[\d.]+(,-?[\d.]+){2}$/ }
export const dossier: Settings = { ...around, path: /^clm_[\w.-]+(,clm_[\w.-]+)*$/, values: /^no$/ }
export const documents: Settings = { words: some }

/** The kinds at which a path may end. */
export const endKinds = ['INTELLIGENCE_SERVICE', 'GOVERNMENT', 'AGENCY', 'CORPORATE_GROUP', 'COMPANY', 'REGIONAL_UNIT', 'ORGANIZATION', 'PERSON']

/** The kinds that a path passes through only when asked to, since everybody in a state is tied to it. */
export const throughKinds = ['GOVERNMENT', 'AGENCY', 'INTELLIGENCE_SERVICE']

/** How long paths may be, and how many may be asked for. */
export const lengths = ['1', '2', '3', '4', '5', '6']
export const numbers = ['1', '3', '10', '25']

/** A kind as links write it. */
export function small(kind: string): string {
  return kind.toLowerCase().replaceAll('_', '.')
}

export const paths: Settings = {
  from: some, to: some, kind: oneOf(endKinds.map(small)), alleged: /^yes$/, hops: oneOf(lengths), most: oneOf(numbers), days: /^any$/,
  through: { test: (value) => value.split(',').every((kind) => throughKinds.map(small).includes(kind)) },
}

/** The settings that are as they may be, and in words those that are not. */
export function checked(own: Record<string, string>, known: Settings = {}): { own: Record<string, string>; problems: string[] } {
  const odd = Object.keys(own).filter((key) => !Object.hasOwn(known, key) || !known[key]?.test(own[key] ?? ''))
  return {
    own: Object.fromEntries(Object.entries(own).filter(([key]) => !odd.includes(key))),
    problems: odd.map((key) => (Object.hasOwn(known, key) ? `"${own[key]?.slice(0, 60)}" is not readable as "x.${key}"` : `the setting "x.${key}" is not known in this view`)),
  }
}
