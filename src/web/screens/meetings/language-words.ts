import { useMemo } from 'react'
import { intlTag } from '../../intl-tag.ts'
import { useLocale } from '../../locale.tsx'

/** `ko-ru` → "Korean–Russian" in the reader's words. */
export function usePairWords(): (pair: string) => string {
  const { locale } = useLocale()
  return useMemo(() => {
    const names = new Intl.DisplayNames(intlTag(locale), { type: 'language' })
    return (pair) =>
      pair
        .split('-')
        .map((code) => names.of(code) ?? code)
        .join('–')
  }, [locale])
}
