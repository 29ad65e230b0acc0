// The head of every view: the way home, search, and the link to what is shown.
import { useEffect, useState } from 'preact/hooks'
import type { View } from '../views/register'
import { Search } from './search'

export function Header({ view }: { view: View | undefined }) {
  return (
    <header class="top">
      <a class="brand" href="#v=1&view=home">
        <Mark />
        Redthread
      </a>
      {view?.name !== 'home' && <Search adds={view?.set === true} />}
      <nav aria-label="Pages">
        <CopyLink />
        <a href="/playground/">Playground</a>
      </nav>
    </header>
  )
}

/** The sign of the page, drawn here so that it costs no request. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <path class="thread" d="M4 22C10 4 16 30 28 8" />
      <circle cx="5" cy="21" r="3" />
      <circle cx="27" cy="9" r="3" />
    </svg>
  )
}

/** Copies the address, which holds everything that is shown. */
function CopyLink() {
  const [said, say] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => say(''), 4000)
    return () => clearTimeout(timer)
  }, [said])
  const written = async () => navigator.clipboard.writeText(location.href) // without TLS there is no clipboard, which fails too
  const copy = () =>
    written().then(
      () => say('Link copied'),
      () => say('Copy the address from your browser'),
    )
  return (
    <>
      <span class="note" role="status">
        {said}
      </span>
      <button type="button" onClick={() => void copy()}>
        Copy link
      </button>
    </>
  )
}
