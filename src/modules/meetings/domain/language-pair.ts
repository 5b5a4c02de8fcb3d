/**
 * What an interpreter has to speak for two participants: null when they share a language, otherwise the first
 * language of each, in alphabetical order ("ko-ru").
 */
export function languagePair(host: readonly string[], guest: readonly string[]): string | null {
  if (host.some((language) => guest.includes(language))) return null
  const [first] = host
  const [second] = guest
  return first && second ? [first, second].toSorted().join('-') : null
}
