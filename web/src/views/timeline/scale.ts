// From days to places on a line, and the days at which its axis is marked. This module is pure.
import { dayNumber, dayOf } from './days'

/** The days from `from` to `to`, both included, over a width in pixels. */
export type Scale = { from: number; to: number; width: number }

/** The place where a day begins. */
export function place(scale: Scale, day: number): number {
  return ((day - scale.from) / (scale.to + 1 - scale.from)) * scale.width
}

/** The same, kept within the picture. */
export function within(scale: Scale, day: number): number {
  return Math.max(0, Math.min(scale.width, place(scale, day)))
}

/** A mark of the axis: the days that it stands for, and its words. */
export type Tick = { first: number; last: number; label: string }

type Step = { unit: 'day' | 'month' | 'year'; by: number; days: number }

const steps: Step[] = [
  ...[1, 2, 7].map((by): Step => ({ unit: 'day', by, days: by })),
  ...[1, 3, 6].map((by): Step => ({ unit: 'month', by, days: by * 30 })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((by): Step => ({ unit: 'year', by, days: by * 365 })),
]

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The marks of the axis: days, months or years, at least so far apart that their words have room. */
export function ticks(scale: Scale, room = 80): Tick[] {
  const perDay = scale.width / (scale.to + 1 - scale.from)
  const step = steps.find((s) => s.days * perDay >= room) ?? (steps.at(-1) as Step)
  const firsts: number[] = []
  for (let day = floor(scale.from, step); day <= scale.to; day = after(day, step)) firsts.push(day)
  const shown = firsts.filter((day) => day >= scale.from)
  return shown.map((day, i) => ({ first: day, last: after(day, step) - 1, label: label(day, step, shown[i - 1]) }))
}

/** The last mark at or before a day, if the axis went on there. */
function floor(day: number, { unit, by }: Step): number {
  const [year, month] = parts(day)
  if (unit === 'day') return day - (((day % by) + by) % by)
  if (unit === 'month') return at(year, Math.floor(month / by) * by)
  return at(Math.floor(year / by) * by, 0)
}

function after(day: number, { unit, by }: Step): number {
  const [year, month] = parts(day)
  if (unit === 'day') return day + by
  return unit === 'month' ? at(year, month + by) : at(year + by, 0)
}

function parts(day: number): [year: number, month: number, date: number] {
  const date = new Date(day * 86_400_000)
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
}

/** The first day of a month; months beyond December are those of the next year. */
function at(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 1)
  return date.getTime() / 86_400_000
}

/** The words of a mark; the year stands at the first one and wherever it changes. */
function label(day: number, { unit }: Step, before: number | undefined): string {
  const [year, month, date] = parts(day)
  const words = unit === 'year' ? '' : unit === 'month' ? (months[month] ?? '') : `${date} ${months[month]}`
  const sameYear = before !== undefined && parts(before)[0] === year
  return [words, unit !== 'year' && sameYear ? '' : String(year)].filter((word) => word !== '').join(' ')
}

export type Range = { from: string; to: string }

/** The first and the last day that an input of days takes: years 1 to 9999. */
const firstDay = -719_162
const lastDay = 2_932_896

function kept(day: number): number {
  return Math.max(firstDay, Math.min(lastDay, day))
}

/** The days that are shown: as asked for, in either order, else all of them with a little room at both ends. */
export function shownDays(asked: Range, whole: { first: number; last: number }): { from: number; to: number } {
  const room = Math.max(3, Math.round((whole.last - whole.first) / 40))
  const from = kept(dayNumber(asked.from) ?? whole.first - room)
  const to = kept(dayNumber(asked.to) ?? whole.last + room)
  return from <= to ? { from, to } : { from: to, to: from }
}

export type Move = 'earlier' | 'later' | 'closer' | 'wider'

/** The days that are shown after a step: half of them to a side, the middle half, or twice as many. */
export function moved({ from, to }: { from: number; to: number }, move: Move): Range {
  const half = Math.max(1, Math.round((to - from) / 2))
  const quarter = Math.round((to - from) / 4)
  const by: Record<Move, [number, number]> = { earlier: [-half, -half], later: [half, half], closer: [quarter, -quarter], wider: [-half, half] }
  const [left, right] = by[move]
  return { from: dayOf(kept(from + left)), to: dayOf(kept(to + right)) }
}
