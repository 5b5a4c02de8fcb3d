/** The peer: one minus the Levenshtein distance over the longer name, lower case, nothing else. */
export function plainSimilarity(a: string, b: string): number {
  const left = a.toLowerCase()
  const right = b.toLowerCase()
  let last = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      row.push(Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    last = row
  }
  const longer = Math.max(left.length, right.length)
  return longer === 0 ? 1 : 1 - (last[right.length] ?? 0) / longer
}
