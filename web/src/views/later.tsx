// Views that are fetched when one of them opens, so that the first page stays light.
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Failure } from '../api/client'
import { Failed, Loading } from '../parts/states'
import type { ViewProps } from './register'

type More = typeof import('./more')

let fetched: More | null = null

/** A view of ./more: it says that it loads, shows itself once it is there, and can be asked for again if it did not come. */
export function later(pick: (more: More) => ComponentType<ViewProps>): ComponentType<ViewProps> {
  return function Later(props) {
    const [turn, setTurn] = useState(0)
    const [failed, fail] = useState(false)
    const [there, arrive] = useState(fetched !== null)
    useEffect(() => {
      if (there) return
      let here = true
      import('./more').then(
        (more) => {
          fetched = more
          if (here) arrive(true)
        },
        () => here && fail(true),
      )
      return () => {
        here = false
      }
    }, [turn])
    const retry = () => {
      fail(false)
      setTurn((n) => n + 1)
    }
    if (failed) return <Failed what="This view" failure={new Failure('the server cannot be reached', 'UNREACHABLE', true)} retry={retry} />
    if (!there || !fetched) return <Loading what="this view" />
    const View = pick(fetched)
    return <View {...props} />
  }
}
