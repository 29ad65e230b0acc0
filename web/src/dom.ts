// Elements are made by calls and text is set as text: nothing that came from a source is ever read as HTML.
type Child = Node | string | number | false | null | undefined
type Attributes = Record<string, string | number | boolean | EventListener | undefined>

/** Makes an element. An attribute that is false or undefined is left out, a function listens to the event of its name. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children)
}

/** Makes an SVG element. */
export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children)
}

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter((child) => child !== false && child != null && child !== '').map((child) => (child instanceof Node ? child : String(child))))
  return element
}

/** Text from a source: isolated, so that direction marks in it reorder nothing around it. */
export function foreign(text: string, attributes: Attributes = {}): HTMLElement {
  return el('bdi', attributes, text)
}

const hidden = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Text from a source that a reader goes by; with direction marks in it it says so, since it may read other than it is written. */
export function shown(text: string): HTMLElement {
  const marked = hidden.test(text)
  return el('span', { class: 'shown' }, foreign(text), marked && el('span', { class: 'note' }, ' (contains direction marks)'))
}

/** Replaces all that an element holds. */
export function replace(element: Element, ...children: Child[]): void {
  element.replaceChildren()
  fill(element, {}, children)
}

/** Finds an element that our own page holds. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the page has no element #${id}`)
  return element
}
