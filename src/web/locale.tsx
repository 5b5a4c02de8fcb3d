import { createTranslator, type _Translator as Translator } from 'use-intl/core'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { type Locale, type LocalizedText, isLocale, textIn } from '../kernel/locale.ts'
import { intlTag } from './intl-tag.ts'

const COOKIE = 'naru-locale'
const YEAR_SECONDS = 365 * 24 * 3600

/** The cookie's language, else the first of the browser's that we speak, else English. */
export function preferredLocale(cookie: string, languages: readonly string[]): Locale {
  const saved = new RegExp(`(?:^|; )${COOKIE}=(\\w+)`).exec(cookie)?.[1]
  if (saved && isLocale(saved)) return saved
  return languages.map((language) => language.slice(0, 2).toLowerCase()).find(isLocale) ?? 'en'
}

interface LocaleValue {
  readonly locale: Locale
  /** Switches at once and remembers it in a cookie, which the server reads for mails and pages. */
  readonly setLocale: (locale: Locale) => void
}

const LocaleContext = createContext<LocaleValue | null>(null)

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, setState] = useState<Locale>(() => preferredLocale(document.cookie, navigator.languages))
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const setLocale = useCallback((next: Locale) => {
    document.cookie = `${COOKIE}=${next}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`
    setState(next)
  }, [])
  const value = useMemo(() => ({ locale, setLocale }), [locale, setLocale])
  return <LocaleContext value={value}>{children}</LocaleContext>
}

export function useLocale(): LocaleValue {
  const value = useContext(LocaleContext)
  if (!value) throw new Error('useLocale outside LocaleProvider')
  return value
}

const translators = new WeakMap<object, Map<Locale, unknown>>()

/**
 * The translator of one set of messages (`defineMessages`) in the reader's language: `t('rows', { count })`.
 * A key that does not exist is a type error. Each screen brings its own messages, so they load with the screen.
 */
export function useMessages<M extends Record<string, unknown>>(messages: Record<Locale, M>): Translator<M> {
  const { locale } = useLocale()
  return translatorIn(messages, locale)
}

/** `useMessages` outside React, for example for a notice raised by an event handler. */
export function translatorIn<M extends Record<string, unknown>>(
  messages: Record<Locale, M>,
  locale: Locale,
): Translator<M> {
  const known = translators.get(messages) ?? new Map<Locale, unknown>()
  translators.set(messages, known)
  if (!known.has(locale)) known.set(locale, createTranslator({ locale, messages: messages[locale] }))
  return known.get(locale) as Translator<M>
}

/** A text side by side as the contract gives it. */
type SideBySide = { readonly [L in Locale]?: string | undefined }

/** Picks the reader's language of a text that is stored side by side. */
export function useText(): (text: SideBySide) => string {
  const { locale } = useLocale()
  return useCallback((text) => textIn(text as LocalizedText, locale), [locale])
}

/** Numbers and lists in the reader's conventions. */
export function useNumbers(): {
  /** 1234.5 → `1,234.5`; `options` as for `Intl.NumberFormat`. */
  number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** 0.983 → `98 %` in the reader's way. */
  percent: (share: number, digits?: number) => string
  list: (items: readonly string[]) => string
} {
  const { locale } = useLocale()
  return useMemo(() => {
    const tag = intlTag(locale)
    return {
      number: (value, options) => new Intl.NumberFormat(tag, options).format(value),
      percent: (share, digits = 0) =>
        new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: digits }).format(share),
      list: (items) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
    }
  }, [locale])
}
