// What a narrow page folds away. A wide one shows it without its summary, unless it was folded before the page became wide.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

export function Fold({ summary, children }: { summary: string; children: ComponentChildren }) {
  const [open] = useState(innerWidth >= 720)
  return (
    <details class="fold" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
