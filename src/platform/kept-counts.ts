/** So old may the counts of something large be. */
const KEEP_MS = 60_000
const MOST_KEPT = 500

/**
 * Keeps counts of what is large for a minute, and of many who ask for the same at once has one count. Whether it is large
 * is read off the counts, so what is small is always counted anew.
 */
export function createKeptCounts<Counts>(isLarge: (counts: Counts) => boolean) {
  const kept = new Map<string, { readonly counts: Promise<Counts>; until: number }>()
  return async (key: string, count: () => Promise<Counts>): Promise<Counts> => {
    const known = kept.get(key)
    if (known && known.until > performance.now()) return known.counts
    const entry = { counts: count(), until: Infinity }
    kept.delete(key)
    kept.set(key, entry)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break
      kept.delete(oldest)
    }
    const forget = () => kept.get(key) === entry && kept.delete(key)
    try {
      const counts = await entry.counts
      if (isLarge(counts)) entry.until = performance.now() + KEEP_MS
      else forget()
      return counts
    } catch (error) {
      forget()
      throw error
    }
  }
}
