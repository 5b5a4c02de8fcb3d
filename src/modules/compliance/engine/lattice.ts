/** One spelling of a sound and how far it is from the rule: 0 by rule, up to about 0.4 where it is rare. */
interface Spelling {
  readonly text: string
  readonly cost: number
}

/** What one letter or part of a syllable may be written as. */
export type Slot = readonly Spelling[]

/** `g k gh:.1 -:.3`: spellings with their costs; `-` is none. */
export const readSlot = (text: string): Slot =>
  text.split(' ').map((part): Spelling => {
    const [spelling = '', cost = '0'] = part.split(':')
    return { text: spelling === '-' ? '' : spelling, cost: Number(cost) }
  })

/**
 * Cheapest way to read `text` as the slots in order; a letter that no spelling explains and a slot that was left out
 * cost one each. Time grows with slots × letters × spellings, nothing is spelt out in advance.
 */
export function latticeDistance(slots: readonly Slot[], text: string): number {
  const length = text.length
  let costs = new Float64Array(length + 1)
  for (let at = 0; at <= length; at += 1) costs[at] = at
  for (const spellings of slots) {
    const next = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY)
    for (let at = 0; at <= length; at += 1) {
      const here = costs[at] as number
      if (here + 1 < (next[at] as number)) next[at] = here + 1
      if (at < length && here + 1 < (next[at + 1] as number)) next[at + 1] = here + 1
      for (const spelling of spellings) {
        if (!text.startsWith(spelling.text, at)) continue
        const end = at + spelling.text.length
        if (here + spelling.cost < (next[end] as number)) next[end] = here + spelling.cost
      }
    }
    for (let at = 1; at <= length; at += 1) next[at] = Math.min(next[at] as number, (next[at - 1] as number) + 1)
    costs = next
  }
  return costs[length] as number
}
