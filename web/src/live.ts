// What changes on the page is also said, for those who do not see it.
import { byId } from './dom'

/** Says a text politely; every page has the region for it. */
export function announce(text: string): void {
  byId('live').textContent = text
}
