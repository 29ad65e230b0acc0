// The title of the browser's tab says what is shown.
import { useEffect } from 'preact/hooks'

export function useTitle(text: string): void {
  useEffect(() => {
    document.title = text === '' ? 'Redthread' : `${text} – Redthread`
  }, [text])
}
