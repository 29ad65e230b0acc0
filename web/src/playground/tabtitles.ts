// GraphiQL names a tab after its operation and offers no other way. A tab whose operation belongs to an example shows the
// example's title instead; the operation's name is read from the tooltip that GraphiQL sets with it.
import type { Example } from './examples'

export function operationTitles(examples: Example[]): Map<string, string> {
  return new Map(examples.flatMap((example) => example.operations.map((name) => [name, example.title] as const)))
}

/** Keeps the tabs' titles right, and the open tab in sight, for as long as the page lives. */
export function keepTitles(root: HTMLElement, titles: Map<string, string>): void {
  let open: Element | null = null
  const relabel = () => {
    for (const tab of root.querySelectorAll<HTMLElement>('.graphiql-tab-button')) {
      const title = titles.get(tab.title)
      if (title) tab.title = tab.textContent = title
    }
    const active = root.querySelector('.graphiql-tab-active')
    if (active !== open) active?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    open = active
  }
  new MutationObserver(relabel).observe(root, { subtree: true, childList: true, attributeFilter: ['title', 'class'] })
}
