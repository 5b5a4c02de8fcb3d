/** Deeper than any input of a contract. */
export const MAX_JSON_DEPTH = 64

/**
 * What makes two readers of the same JSON understand different things, or takes their stack: a key that stands twice in
 * one object, a key that names the prototype, more levels than `MAX_JSON_DEPTH`. Null: none of these. The grammar is
 * left to `JSON.parse`; one pass without recursion.
 */
export function jsonFault(text: string): 'duplicate-key' | 'prototype-key' | 'too-deep' | null {
  /** Keys of the objects that are open; null for a list. */
  const open: (Set<string> | null)[] = []
  let isKeyNext = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null)
      if (open.length > MAX_JSON_DEPTH) return 'too-deep'
      isKeyNext = sign === '{'
    } else if (sign === '}' || sign === ']') {
      open.pop()
      isKeyNext = false
    } else if (sign === ',') {
      isKeyNext = open.at(-1) instanceof Set
    } else if (sign === '"') {
      const end = endOfString(text, at)
      if (isKeyNext) {
        const key = keyOf(text.slice(at, end + 1))
        const keys = open.at(-1)
        if (key === '__proto__') return 'prototype-key'
        if (keys?.has(key)) return 'duplicate-key'
        keys?.add(key)
        isKeyNext = false
      }
      at = end
    }
  }
  return null
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at
  }
  return text.length
}

/** `"a"` and `"\u0061"` are the same key. */
function keyOf(quoted: string): string {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return quoted
  }
}
