// GraphiQL names a tab after its operation and offers no other way. A tab whose operation belongs to an example shows the
// example's title instead; the operation's name stays in the tooltip, which is also where it is read from.
import type { Example } from './examples'

export function operationTitles(examples: Example[]): Map<string, string> {
  return new Map(examples.flatMap((example) => example.operations.map((name) => [name, example.title] as const)))
}

/** Keeps the tabs' titles right for as long as the page lives. */
export function keepTitles(root: HTMLElement, titles: Map<string, string>): void {
  const relabel = () => {
    for (const tab of root.querySelectorAll<HTMLElement>('button[role="tab"], .graphiql-tab-button')) {
      const title = titles.get(tab.title) ?? tab.title
      if (title && tab.textContent !== title) tab.textContent = title
    }
  }
  new MutationObserver(relabel).observe(root, { subtree: true, childList: true, attributeFilter: ['title'] })
}
