// The views as links, so that each can be opened beside this one.
import { useEffect, useRef } from 'preact/hooks'
import { useExplorer } from '../state/exploration'
import { views, type View } from '../views/register'

export function Tabs({ current }: { current: string }) {
  const { state, href } = useExplorer()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }), [current])
  return (
    <nav class="tabs" aria-label="Views">
      <ul ref={list}>
        {views.map((view) => (
          <li key={view.name}>
            <a href={href({ view: view.name, own: kept(view, state.own), claim: '' })} aria-current={view.name === current ? 'page' : undefined}>
              {view.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Views of the set share whether neighbours are shown; all else of one view's own stays there. */
function kept(view: View, own: Record<string, string>): Record<string, string> {
  return view.set && own['around'] ? { around: own['around'] } : {}
}
