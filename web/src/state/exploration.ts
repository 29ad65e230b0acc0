// The state of the page and the browser's history, kept equal. A step is a new entry in the history, so that Back undoes it.
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { format, parse, type Exploration, type Parsed } from './fragment'

export type Step = Partial<Exploration>

export type Explorer = Parsed & {
  /** Takes a step; `replace` takes it without an entry in the history. */
  go(step: Step, replace?: boolean): void
  /** Takes a step to a fragment, such as a link's. */
  goTo(fragment: string): void
  /** The address of a step from here, for links. */
  href(step: Step): string
}

const Context = createContext<Explorer | null>(null)
export const ExplorerProvider = Context.Provider

/** Where the reader is, and how to go elsewhere. */
export function useExplorer(): Explorer {
  const explorer = useContext(Context)
  if (!explorer) throw new Error('no explorer above this component')
  return explorer
}

/** The explorer of the page's own address; the shell makes it once. */
export function useAddress(): Explorer {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const follow = () => setHash(location.hash)
    follow() // it may have changed before anybody listened
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const parsed = parse(hash)
  const href = (step: Step) => '#' + format({ ...parsed.state, ...step })
  const goTo = (fragment: string, replace = false) => {
    if (fragment === location.hash) return
    if (replace) history.replaceState(null, '', fragment)
    else history.pushState(null, '', fragment)
    setHash(fragment)
  }
  const go = (step: Step, replace = false) => goTo(href(step), replace)
  return { ...parsed, go, goTo, href }
}
