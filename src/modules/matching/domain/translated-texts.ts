import type { Locale, LocalizedText } from '../../../kernel/locale.ts'

/** Texts of a profile that are translated, with the most characters each may have. */
export const TRANSLATED_FIELDS = {
  title: 256,
  summary: 500,
  description: 4000,
  advantages: 4000,
  technicalSpecification: 4000,
  partnerRole: 4000,
} as const

export type TranslatedField = keyof typeof TRANSLATED_FIELDS
export type TranslatedTexts = { readonly [Field in TranslatedField]?: string | undefined }
export type TranslatableProfile = Readonly<Record<TranslatedField, LocalizedText>>

const FIELDS = Object.keys(TRANSLATED_FIELDS) as TranslatedField[]

/** What the profile says in one language and not yet in the other: what a person wrote is never translated over. */
export const textsToTranslate = (profile: TranslatableProfile, from: Locale, to: Locale): TranslatedTexts =>
  Object.fromEntries(
    FIELDS.flatMap((field) => {
      const text = profile[field][from]
      return text && !profile[field][to] ? [[field, text]] : []
    }),
  )

/**
 * The texts of an answer that should be a JSON object with the keys of `asked`, in a code fence or not. Texts that were
 * not asked for, are empty or too long for their field are left out. Null when nothing is left.
 */
export function readTranslation(answer: string, asked: TranslatedTexts): TranslatedTexts | null {
  const json = /\{[\s\S]*\}/.exec(answer)?.[0]
  if (json === undefined) return null
  let said: unknown
  try {
    said = JSON.parse(json)
  } catch {
    return null
  }
  const texts = keepFitting(
    said as Readonly<Record<string, unknown>>,
    FIELDS.filter((field) => asked[field] !== undefined),
  )
  return Object.keys(texts).length === 0 ? null : texts
}

const keepFitting = (said: Readonly<Record<string, unknown>>, fields: readonly TranslatedField[]): TranslatedTexts =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const text = typeof said[field] === 'string' ? said[field].trim() : ''
      return text !== '' && text.length <= TRANSLATED_FIELDS[field] ? [[field, text]] : []
    }),
  )

/** The profile's texts with the translation where there still is none. */
export const withTranslation = <T extends TranslatableProfile>(profile: T, to: Locale, texts: TranslatedTexts): T => ({
  ...profile,
  ...Object.fromEntries(
    FIELDS.flatMap((field) => {
      const text = texts[field]
      return text && !profile[field][to] ? [[field, { ...profile[field], [to]: text }]] : []
    }),
  ),
})
