// The start page: search, what is on file, and questions to begin with.
import { ask, reason } from './api'
import { byId, el, replace } from './dom'
import { exampleLink, loadExamples, type Example } from './examples'
import { startSearch } from './search'
import { legend } from './standing'
import { day } from './words'
import type { Stats } from './types'
import query from './queries/Stats.graphql'

async function showCounts(): Promise<void> {
  const box = byId('counts')
  try {
    const { stats } = await ask<{ stats: Stats }>(query, {})
    const number = (label: string, n: number) => el('div', {}, el('dt', {}, label), el('dd', {}, n.toLocaleString('en')))
    replace(
      box,
      el('dl', { class: 'counts' }, number('entities', stats.entities), number('claims about them', stats.claims), number('statements', stats.assertions), number('documents', stats.documents)),
      el('p', { class: 'note' }, stats.recordedAt ? `Last recorded on ${day(stats.recordedAt)} (UTC).` : 'Nothing is on file yet.'),
    )
  } catch (error) {
    replace(box, failed('The counts', error))
  }
}

async function showQuestions(): Promise<void> {
  const box = byId('questions')
  try {
    const examples = await loadExamples()
    const none = el('p', { class: 'state' }, 'This server has no example questions.')
    replace(box, examples.length > 0 ? el('ul', { class: 'questions' }, ...examples.map(question)) : none)
  } catch (error) {
    replace(box, failed('The questions', error))
  }
}

/** A link that opens the playground with the question; the first one is the main one. */
function question(example: Example, i: number): HTMLElement {
  return el('li', { class: i === 0 ? 'main' : 'other' }, el('a', { href: exampleLink(example) }, example.title))
}

function failed(what: string, error: unknown): HTMLElement {
  return el('p', { class: 'state failed', role: 'alert' }, `${what} could not be loaded: ${reason(error)}.`)
}

startSearch()
replace(byId('legend'), legend())
void showCounts()
void showQuestions()
