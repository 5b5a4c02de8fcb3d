import type { Locale } from '../../../kernel/locale.ts'
import { intlTag } from '../../intl-tag.ts'

const names = new Map<Locale, Intl.DisplayNames>()

/** A language in the reader's words: "Korean", "한국어", "корейский". */
export function languageName(language: Locale, reader: Locale): string {
  let known = names.get(reader)
  if (!known) names.set(reader, (known = new Intl.DisplayNames(intlTag(reader), { type: 'language' })))
  return known.of(language) ?? language
}
