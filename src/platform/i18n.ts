import { createTranslator } from 'use-intl/core'
import { LOCALES, type Locale, isLocale } from '../kernel/locale.ts'

/** The cookie in which a person's choice of language is kept; the web app sets it. */
export const LOCALE_COOKIE = 'naru-locale'

export type MessageValues = Readonly<Record<string, string | number | boolean | Date | null>>

/** ICU messages of the modules, each under the module's name. */
export type MessagesByModule = Readonly<Record<string, Readonly<Record<Locale, object>>>>

export interface Translator {
  /** Text of `<module>.<path>`; throws where there is none, because a missing text is a defect. */
  translate(locale: Locale, key: string, values?: MessageValues): string
  /** Sentence for a refusal: `meetings.pair-already-live` is looked up as `meetings.errors.pair-already-live`. */
  translateRefusal(locale: Locale, code: string, values?: MessageValues): string
  /** Whether there is a text. */
  has(locale: Locale, key: string): boolean
  hasRefusal(locale: Locale, code: string): boolean
}

/** Times are formatted by the kernel in a stated zone, never by a message; UTC only keeps a slip from varying by machine. */
export function createTranslators(byModule: MessagesByModule): Translator {
  const inLocale = Object.fromEntries(
    LOCALES.map((locale) => {
      const messages = Object.fromEntries(Object.entries(byModule).map(([module, all]) => [module, all[locale]]))
      const onError = (error: Error) => {
        throw error
      }
      return [locale, createTranslator<Record<string, unknown>>({ locale, messages, timeZone: 'UTC', onError })]
    }),
  ) as unknown as Record<Locale, UntypedTranslator>
  const translate = (locale: Locale, key: string, values: MessageValues = {}) =>
    inLocale[locale](key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, printable(value)])))
  return {
    translate,
    translateRefusal: (locale, code, values) => translate(locale, refusalKey(code), values),
    has: (locale, key) => inLocale[locale].has(key),
    hasRefusal: (locale, code) => inLocale[locale].has(refusalKey(code)),
  }
}

interface UntypedTranslator {
  (key: string, values: Record<string, string | number | Date>): string
  has(key: string): boolean
}

/** Booleans select by their word (`{online, select, true {…} other {…}}`). */
const printable = (value: MessageValues[string]): string | number | Date =>
  typeof value === 'boolean' || value === null ? String(value ?? '') : value

/** `meetings.pair-already-live` → `meetings.errors.pair-already-live` */
export const refusalKey = (code: string): string => code.replace('.', '.errors.')

/** The language chosen before (cookie), else the first we speak of those the browser asks for, else English. */
export function negotiateLocale(cookie: string | undefined, acceptLanguage: string | undefined): Locale {
  if (cookie !== undefined && isLocale(cookie)) return cookie
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.split('-')[0]!.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  return wanted.map(({ language }) => language).find(isLocale) ?? 'en'
}
