import { useMemo } from 'react'
import type { Locale } from '../../../kernel/locale.ts'
import { intlTag } from '../../intl-tag.ts'
import { useLocale } from '../../locale.tsx'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** Groupings, pseudo regions and reserved codes that have a name but are no country. */
const NO_COUNTRY = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '))
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))

/** Codes that the platform has a name for, in the order of those names; outdated ones (`SU`) are left out. */
function namedCodes(type: 'region' | 'language', locale: Locale): Choice[] {
  const names = new Intl.DisplayNames(intlTag(locale), { type, fallback: 'none' })
  const { compare } = new Intl.Collator(intlTag(locale))
  return PAIRS.map((pair) => (type === 'region' ? pair : pair.toLowerCase()))
    .filter((code) => isCurrent(type, code))
    .flatMap((value) => {
      const label = names.of(value)
      return label && label !== value ? [{ value, label }] : []
    })
    .toSorted((a, b) => compare(a.label, b.label))
}

function isCurrent(type: 'region' | 'language', code: string): boolean {
  if (NO_COUNTRY.has(code)) return false
  const tag = type === 'region' ? `und-${code}` : code
  return Intl.getCanonicalLocales(tag)[0] === tag
}

export const countryChoices = (locale: Locale): Choice[] => namedCodes('region', locale)

/** `first` leads: the languages of the programme. */
export function languageChoices(locale: Locale, first: readonly string[]): Choice[] {
  const all = namedCodes('language', locale)
  const place = ({ value }: Choice) => (first.includes(value) ? first.indexOf(value) : first.length)
  return all.toSorted((a, b) => place(a) - place(b))
}

/** Countries and languages by their codes, as the reader calls them. */
export function useCodeNames(): { country: (code: string) => string; language: (code: string) => string } {
  const { locale } = useLocale()
  return useMemo(() => {
    const [countries, languages] = (['region', 'language'] as const).map(
      (type) => new Intl.DisplayNames(intlTag(locale), { type, fallback: 'code' }),
    )
    return { country: (code) => countries?.of(code) ?? code, language: (code) => languages?.of(code) ?? code }
  }, [locale])
}
