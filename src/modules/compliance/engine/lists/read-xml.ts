import type { ListRefusal } from './refuse-list.ts'
import { refuseList } from './refuse-list.ts'

/** An element with its text and children; attributes are not kept, no list needs them. */
export interface XmlElement {
  readonly name: string
  readonly line: number
  readonly children: readonly XmlElement[]
  readonly text: string
}

interface Open {
  readonly name: string
  readonly line: number
  readonly children: XmlElement[]
  text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decode = (text: string): string =>
  text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

const DEEPEST = 32
// One piece of markup or of text at a time; what fits none is refused.
const PIECE =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w.:-]+)\s*>|<([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy

/**
 * Strict reading of the plain XML that lists are published in: elements and text, one root, each tag closed by its
 * own. Document types are refused, so nothing is expanded or fetched. Elements that are left open mean a file cut short.
 */
export function readXml(
  text: string,
): { readonly ok: true; readonly root: XmlElement; readonly lastLine: number } | ListRefusal {
  const open: Open[] = [{ name: '', line: 1, children: [], text: '' }]
  let line = 1
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < text.length) {
    const isLast = text.indexOf('>', PIECE.lastIndex) < 0
    const match = PIECE.exec(text)
    if (!match) return refuseList(isLast ? 'compliance.list-truncated' : 'compliance.list-bad-row', line)
    const top = open.at(-1) as Open
    const [whole, cdata, closing, opening, , selfClosing, plain] = match
    if (cdata !== undefined) top.text += cdata
    else if (plain !== undefined) top.text += decode(plain)
    else if (opening !== undefined) {
      if (open.length > DEEPEST) return refuseList('compliance.list-bad-row', line, opening)
      if (selfClosing === '/') top.children.push({ name: opening, line, children: [], text: '' })
      else open.push({ name: opening, line, children: [], text: '' })
    } else if (closing !== undefined) {
      if (top.name !== closing || open.length === 1) return refuseList('compliance.list-bad-row', line, closing)
      open.pop()
      open.at(-1)?.children.push(top)
    }
    line += whole.split('\n').length - 1
  }
  const unclosed = open.length > 1 ? open.at(-1) : undefined
  if (unclosed) return refuseList('compliance.list-truncated', line, unclosed.name)
  const [root, second] = open[0]?.children ?? []
  if (!root) return refuseList('compliance.list-empty', 1)
  return second ? refuseList('compliance.list-bad-row', second.line, second.name) : { ok: true, root, lastLine: line }
}

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name)

/** Text of the first child of that name, or empty. */
export const textOf = (element: XmlElement, name: string): string =>
  (childrenOf(element, name)[0]?.text ?? '').replaceAll(/\s+/g, ' ').trim()
