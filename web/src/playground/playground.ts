// The playground: GraphiQL with our examples as tabs. Tabs live in sessionStorage: a reload keeps them, a fresh visit shows
// the examples, and no query stays on the disk.
import { loadExamples, type Example } from './examples'
import { operationTitles, keepTitles } from './tabtitles'
import { withoutHeaders } from './keep'
import { postRaw } from '../api/post'
import { openTabs, chosenExample } from './tabs'

declare const React: { createElement(type: unknown, props?: object | null, ...children: unknown[]): unknown }
declare const ReactDOM: { createRoot(element: Element): { render(element: unknown): void } }
declare const GraphiQL: { Logo: unknown }

type Request = { query: string; variables?: unknown; operationName?: string | null }
type FetchOptions = { headers?: Record<string, string> }

function show(root: HTMLElement, examples: Example[]): void {
  openTabs(sessionStorage, examples, chosenExample(location.hash))
  keepTitles(root, operationTitles(examples))
  const home = React.createElement('a', { href: '/', className: 'home' }, 'Redthread')
  ReactDOM.createRoot(root).render(
    React.createElement(
      GraphiQL,
      {
        fetcher: (request: Request, options?: FetchOptions) => postRaw(request, options?.headers),
        storage: withoutHeaders(sessionStorage),
        shouldPersistHeaders: false,
        showPersistHeadersSettings: false,
        defaultEditorToolsVisibility: 'variables',
      },
      React.createElement(GraphiQL.Logo, null, home),
    ),
  )
}

async function start(): Promise<void> {
  const root = document.getElementById('playground')!
  const examples = await loadExamples().catch(() => [])
  show(root, examples)
  addEventListener('hashchange', () => location.reload())
}

void start()
