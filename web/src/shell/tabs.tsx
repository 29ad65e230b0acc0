// The views as links, so that each can be opened beside this one.
import { useExplorer } from '../state/exploration'
import { views } from '../views/register'

export function Tabs({ current }: { current: string }) {
  const { href } = useExplorer()
  return (
    <nav class="tabs" aria-label="Views">
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <a href={href({ view: view.name, own: {}, claim: '' })} aria-current={view.name === current ? 'page' : undefined}>
              {view.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
