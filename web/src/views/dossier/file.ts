// A dossier as one HTML file that stands alone: no script, no request, its style inside it, and a policy that forbids all else.
import { render, type ComponentChild } from 'preact'

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export function htmlFile(page: ComponentChild, title: string): string {
  const file = document.implementation.createHTMLDocument(title)
  file.documentElement.lang = 'en'
  const main = file.createElement('main')
  main.className = 'view'
  file.body.append(main)
  render(page, main)
  file.head.prepend(
    meta(file, { charset: 'utf-8' }),
    meta(file, { 'http-equiv': 'Content-Security-Policy', content: policy }),
    meta(file, { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    meta(file, { name: 'referrer', content: 'no-referrer' }),
  )
  const style = [...document.styleSheets].map((sheet) => needed(sheet.cssRules, file)).join('')
  // The page's own policy holds for the file while it is made, so its style is added to the finished text.
  return '<!doctype html>\n' + file.documentElement.outerHTML.replace('</head>', () => `<style>${style}</style></head>`) + '\n'
}

function meta(file: Document, attributes: Record<string, string>): HTMLMetaElement {
  const element = file.createElement('meta')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

/** The rules of the page's own style that something in the file needs, so that it looks as it did on the page. */
function needed(rules: CSSRuleList, file: Document): string {
  return [...rules]
    .map((rule) => {
      if (rule instanceof CSSStyleRule) return file.querySelector(rule.selectorText) ? rule.cssText : ''
      if (rule instanceof CSSPageRule || !(rule instanceof CSSGroupingRule)) return rule.cssText
      const inner = needed(rule.cssRules, file)
      return inner === '' ? '' : `${rule.cssText.slice(0, rule.cssText.indexOf('{'))}{${inner}}`
    })
    .join('')
}
