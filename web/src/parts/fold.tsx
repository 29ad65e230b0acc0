// What is folded away: on a narrow page, and on every page until somebody asks for it.
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A wide page shows it without its summary, unless it was folded before the page became wide; `begun` opens it on a narrow one too. */
export function Fold({ summary, begun = false, children }: { summary: string; begun?: boolean; children: ComponentChildren }) {
  const [open] = useState(begun || innerWidth >= 720)
  return (
    <details class="fold" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}

/** Closes the choices that lie over the page: by Escape, which gives the focus back, and by whatever is done elsewhere. */
export function useChoices(): void {
  useEffect(() => {
    const close = (event: Event) => {
      for (const choice of document.querySelectorAll<HTMLDetailsElement>('.choice[open]')) {
        const escapes = (event as KeyboardEvent).key === 'Escape'
        if (choice.contains(event.target as Node) !== escapes) continue
        choice.open = false
        if (escapes) choice.querySelector('summary')?.focus()
      }
    }
    const kinds = ['keydown', 'pointerdown', 'focusin']
    for (const kind of kinds) addEventListener(kind, close)
    return () => kinds.forEach((kind) => removeEventListener(kind, close))
  }, [])
}

type Opened = { summary: ComponentChildren; children: ComponentChildren; class?: string; id?: string }

/** What is made when it is opened, and is gone when it is closed. */
export function Opened({ summary, children, ...own }: Opened) {
  const [open, setOpen] = useState(false)
  return (
    <details {...own} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children}
    </details>
  )
}
