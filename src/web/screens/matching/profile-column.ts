import type { Locale } from '../../../kernel/locale.ts'
import type { Mark } from './marked-text.ts'

interface Place {
  readonly profileId: string
  readonly field: string
  readonly locale: Locale
  readonly start: number
  readonly end: number
}

interface PlacedReason {
  readonly need: readonly Place[]
  readonly offer: readonly Place[]
}

interface PlacedText {
  readonly profileId: string
  readonly companyId: string
  readonly field: string
  readonly locale: Locale
  readonly text: string
}

export interface MarkedText {
  readonly field: string
  readonly locale: Locale
  readonly text: string
  readonly marks: readonly Mark[]
}

export interface ColumnProfile {
  readonly profileId: string
  readonly texts: readonly MarkedText[]
}

export interface ColumnLocale {
  readonly locale: Locale
  /** How many places in the texts of this language speak for the match. */
  readonly places: number
}

export interface ProfileColumn {
  readonly profiles: readonly ColumnProfile[]
  /** The languages that there are texts in, the one to be read first in front. */
  readonly locales: readonly ColumnLocale[]
}

const placesOf = ({ need, offer }: PlacedReason): readonly Place[] => [...need, ...offer]

/**
 * One company's texts with the places that the reasons point at. First comes the company's own language (the
 * first of `preferred`) when at least half as many places lie in it as in any other, else the richest language.
 */
export function profileColumn(
  companyId: string,
  { texts, reasons }: { readonly texts: readonly PlacedText[]; readonly reasons: readonly PlacedReason[] },
  preferred: readonly string[],
): ProfileColumn {
  const marks = new Map<string, Mark[]>()
  reasons.forEach((reason, index) => {
    for (const { profileId, field, locale, start, end } of placesOf(reason)) {
      const key = `${profileId} ${field} ${locale}`
      marks.set(key, [...(marks.get(key) ?? []), { start, end, reason: index }])
    }
  })
  const profiles = new Map<string, MarkedText[]>()
  const places = new Map<Locale, number>()
  for (const { profileId, field, locale, text } of texts.filter((one) => one.companyId === companyId)) {
    const own = marks.get(`${profileId} ${field} ${locale}`) ?? []
    profiles.set(profileId, [...(profiles.get(profileId) ?? []), { field, locale, text, marks: own }])
    places.set(locale, (places.get(locale) ?? 0) + own.length)
  }
  const rank = (locale: string) => (preferred.includes(locale) ? preferred.indexOf(locale) : preferred.length)
  const most = Math.max(0, ...places.values())
  const isOwn = ({ locale, places: count }: ColumnLocale) => locale === preferred[0] && count * 2 >= most
  return {
    profiles: [...profiles].map(([profileId, own]) => ({ profileId, texts: own })),
    locales: [...places]
      .map(([locale, count]) => ({ locale, places: count }))
      .toSorted(
        (a, b) => Number(isOwn(b)) - Number(isOwn(a)) || b.places - a.places || rank(a.locale) - rank(b.locale),
      ),
  }
}

/** The language in which a reason can be seen in a company's texts; null when it points nowhere there. */
export function localeOfReason(
  reason: PlacedReason,
  texts: readonly PlacedText[],
  companyId: string,
  current: Locale,
): Locale | null {
  const own = new Set(texts.filter((text) => text.companyId === companyId).map(({ profileId }) => profileId))
  const found = placesOf(reason).filter(({ profileId }) => own.has(profileId))
  return found.find(({ locale }) => locale === current)?.locale ?? found[0]?.locale ?? null
}
