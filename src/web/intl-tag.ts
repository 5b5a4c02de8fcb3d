import type { Locale } from '../kernel/locale.ts'

const TAGS: Record<Locale, string> = { ko: 'ko-KR', ru: 'ru-RU', en: 'en-GB' }

/** BCP 47 tag for `Intl`: English is written the international way, day before month and 24 hours. */
export const intlTag = (locale: Locale): string => TAGS[locale]
