/** The language an interpreter has to bridge, "ko-ru"; null when the two share one. Each side speaks its first. */
export function languagePairOf(host: readonly string[], guest: readonly string[]): string | null {
  if (host.some((language) => guest.includes(language))) return null
  const [ofHost, ofGuest] = [host[0], guest[0]]
  return ofHost && ofGuest ? [ofHost, ofGuest].toSorted().join('-') : null
}
