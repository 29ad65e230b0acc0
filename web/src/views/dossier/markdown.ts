// A dossier as Markdown. Whatever comes from a source is escaped, so that it is read as text and becomes no link, heading or HTML.
import { visible } from '../../parts/visible'
import { modality } from '../../parts/words'
import { looks } from '../../state/standing'
import { noDenialFound, retrieval, webAddress, type Act, type Dossier, type Quote, type Source, type Statement } from './model'

/**
 * Text as Markdown shows it unchanged. Some readers make links of bare addresses even where they are escaped; a word joiner, which has
 * no width, keeps them text.
 */
export function escaped(text: string): string {
  return visible(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]#|~:$@>]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/\\:(?=\/)|\\@|www(?=\.)/gi, '$&\u2060')
}

export function markdown(dossier: Dossier): string {
  const parts = [
    `# ${escaped(dossier.title)}`,
    dossier.scope.map((line) => `- ${escaped(line)}`).join('\n'),
    ...dossier.sections.flatMap(({ title, statements }) => [`## ${title}`, ...statements.map(statementText)]),
    '## Sources',
    ...dossier.sources.map(sourceText),
    `An allegation is shown as an allegation, beside its denial. “${noDenialFound}” does not mean that nobody denied it. A quote was found in its source; that does not make it true.`,
  ]
  return parts.join('\n\n') + '\n'
}

function statementText(statement: Statement): string {
  const look = looks[statement.standing]
  const facts = [`${look.glyph} ${look.word}${statement.contested ? ', contested' : ''}`, modality(statement.modality), escaped(statement.period)]
  const unsaid = statement.pro.length === 0 && statement.found.length === 0 ? ['**Nobody on file says it.** It was only denied or commented on.'] : []
  return [
    `### ${statement.n}\\. ${escaped(statement.sentence)}`,
    facts.filter((fact) => fact !== '').join(' · '),
    ...unsaid,
    ...statement.pro.map(actText),
    ...(statement.noDenial ? [`**${noDenialFound}.** This says what is on file here. It does not mean that nobody denied it.`] : []),
    ...statement.contra.map(actText),
    ...statement.found.map(actText),
    ...(statement.more > 0 ? [`${statement.more} more on file, not given here.`] : []),
  ].join('\n\n')
}

function actText(act: Act): string {
  const capacity = act.capacity === '' ? '' : `, ${escaped(act.capacity)}`
  const chain = act.chain.map(({ who, source, published }) => escaped(who) + (source === null ? '' : ` in ${reference(source)}`) + (published === '' ? '' : `, ${escaped(published)}`))
  return [
    `**${act.heading}** ${escaped(act.speaker)}${capacity} (${escaped(act.when)})`,
    ...act.quotes.map(quoteText),
    ...(act.quotes.length === 0 ? ['No quote is on file.'] : []),
    ...(chain.length > 0 ? [`Reported by ${chain.join(' → ')}`] : []),
  ].join('\n\n')
}

/** The whole sentence, and where it is more than the quote the words that are quoted. */
function quoteText({ words, source, page }: Quote): string {
  const where = `Source ${reference(source)}${page === '' ? '' : `, page ${escaped(page)}`}`
  if (!words) return `The rights of the source do not allow its words to be shown. ${where}`
  const whole = words.before + words.quote + words.after
  const exact = whole === words.quote ? '' : ` · the words that are quoted: “${escaped(words.quote)}”`
  return `> ${escaped(whole)}\n\n${where}${exact}`
}

function reference(n: number): string {
  return `\\[${n}\\]`
}

function sourceText(source: Source): string {
  const address = webAddress(source.url)
  const details = [
    escaped(source.by) || 'publisher not known',
    source.published === '' ? 'date not known' : `published ${escaped(source.published)}`,
    address ? `<${address}>` : escaped(source.url ?? ''),
    escaped(retrieval(source)),
    source.note,
    source.sha256 === '' ? '' : `SHA-256 ${source.sha256}`,
  ]
  return `${reference(source.n)} ${escaped(source.title)}. ${details.filter((detail) => detail !== '').join('; ')}`
}
