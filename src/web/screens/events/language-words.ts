import { useMemo } from 'react'
import { intlTag } from '../../intl-tag.ts'
import { useLocale } from '../../locale.tsx'
import type { Programme } from '../../shell/programme-context.ts'

/** Languages and pairs of them in the reader's words: `ru` → "Russian", `ko-ru` → "Korean–Russian". */
export function useLanguageWords(): { language: (code: string) => string; pair: (pair: string) => string } {
  const { locale } = useLocale()
  return useMemo(() => {
    const names = new Intl.DisplayNames(intlTag(locale), { type: 'language' })
    const language = (code: string) => names.of(code) ?? code
    return { language, pair: (pair) => pair.split('-').map(language).join('–') }
  }, [locale])
}

/** Languages one can choose: those of the programme's sides, then those already `chosen`. */
export const languageChoices = (programme: Programme, chosen: readonly string[]): string[] => [
  ...new Set([...programme.sides.flatMap(({ languages }) => languages), ...chosen]),
]

/** Every pair of the languages, codes in alphabetical order, then the pairs already `chosen`. */
export function pairChoices(languages: readonly string[], chosen: readonly string[]): string[] {
  const ordered = languages.toSorted()
  const pairs = ordered.flatMap((first, index) => ordered.slice(index + 1).map((second) => `${first}-${second}`))
  return [...new Set([...pairs, ...chosen])]
}
