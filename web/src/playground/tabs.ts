// The tabs that GraphiQL finds in its storage when it starts.
import type { Example } from './examples'

type Tab = { id: string; title: string; query: string; variables: string; headers: null; operationName: string; response: null }
type Tabs = { activeTabIndex: number; tabs: Tab[] }

const key = (name: string) => 'graphiql:' + name

/** The example that the fragment names, "" without one. */
export function chosenExample(fragment: string): string {
  return new URLSearchParams(fragment.slice(1)).get('example') ?? ''
}

/** Leaves the stored tabs as they are, or makes one for each example, and opens the chosen one. */
export function openTabs(storage: Storage, examples: Example[], chosen: string): void {
  if (examples.length === 0) return
  const stored = readTabs(storage)
  const tabs = stored ?? { activeTabIndex: 0, tabs: examples.map(tabOf) }
  const wanted = examples.find((example) => example.name === chosen)
  if (stored && !wanted) return
  if (wanted) activate(tabs, wanted)
  const active = tabs.tabs[tabs.activeTabIndex]!
  storage.setItem(key('tabState'), JSON.stringify(tabs))
  storage.setItem(key('query'), active.query)
  storage.setItem(key('variables'), active.variables)
}

function readTabs(storage: Storage): Tabs | undefined {
  try {
    const tabs = JSON.parse(storage.getItem(key('tabState')) ?? '') as Tabs
    return tabs.tabs.length > 0 ? tabs : undefined
  } catch {
    return undefined
  }
}

function activate(tabs: Tabs, wanted: Example): void {
  const known = tabs.tabs.findIndex((tab) => tab.query === wanted.query)
  tabs.activeTabIndex = known >= 0 ? known : tabs.tabs.push(tabOf(wanted)) - 1
}

function tabOf(example: Example): Tab {
  const operation = example.operations[0] ?? ''
  return {
    id: example.name,
    title: operation,
    query: example.query,
    variables: example.variables,
    headers: null,
    operationName: operation,
    response: null,
  }
}
