/** The three languages every screen, mail and document speaks. */
export const LOCALES = ['ko', 'ru', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** One text side by side in up to three languages; what is missing is absent, never an empty string. */
export type LocalizedText = Readonly<Partial<Record<Locale, string>>>

export const isLocale = (text: string): text is Locale => (LOCALES as readonly string[]).includes(text)

/** The text in the reader's language, else in English, else in whatever language there is; with its language. */
export function pickText(text: LocalizedText, locale: Locale): { text: string; locale: Locale } | null {
  for (const candidate of [locale, 'en', ...LOCALES] as const) {
    const found = text[candidate]
    if (found) return { text: found, locale: candidate }
  }
  return null
}

/** `pickText` for a label: the bare string, empty when no language has it. */
export const textIn = (text: LocalizedText, locale: Locale): string => pickText(text, locale)?.text ?? ''

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }

/** ICU messages of one module or screen. English is the shape; a key missing or extra in ko or ru is a type error. */
export const defineMessages = <const T extends object>(all: {
  en: T
  ko: SameKeys<NoInfer<T>>
  ru: SameKeys<NoInfer<T>>
}): Record<Locale, SameKeys<T>> => all as Record<Locale, SameKeys<T>>
