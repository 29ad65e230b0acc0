// Views that are fetched when one of them opens, so that the first page stays light.
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Failure, failureOf } from '../api/client'
import { Failed, Loading } from '../parts/states'
import type { ViewProps } from './register'

type More = typeof import('./more')

let fetched: More | null = null

/** What is fetched when it is needed; it fails in words where it does not come. */
export async function more(): Promise<More> {
  try {
    return (fetched = await import('./more'))
  } catch {
    throw new Failure('the server cannot be reached', 'UNREACHABLE', true)
  }
}

/** A view of ./more: it says that it loads, shows itself once it is there, and can be asked for again if it did not come. */
export function later(pick: (more: More) => ComponentType<ViewProps>): ComponentType<ViewProps> {
  return function Later(props) {
    const [turn, setTurn] = useState(0)
    const [failure, fail] = useState<Failure | null>(null)
    const [there, arrive] = useState(fetched !== null)
    useEffect(() => {
      if (there) return
      let here = true
      more().then(
        () => here && arrive(true),
        (cause: unknown) => here && fail(failureOf(cause)),
      )
      return () => {
        here = false
      }
    }, [turn])
    const retry = () => {
      fail(null)
      setTurn((n) => n + 1)
    }
    if (failure) return <Failed what="This view" failure={failure} retry={retry} />
    if (!there || !fetched) return <Loading what="this view" />
    const View = pick(fetched)
    return <View {...props} />
  }
}
