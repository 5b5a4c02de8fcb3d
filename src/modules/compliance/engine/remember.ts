/**
 * A pure function of a short text that remembers its answers, up to a bound: names of one list share most of their
 * words. The answers are the same with and without it.
 */
export function remember<T>(answer: (text: string) => T, most = 60_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= most) known.clear()
    const value = answer(text)
    known.set(text, value)
    return value
  }
}
