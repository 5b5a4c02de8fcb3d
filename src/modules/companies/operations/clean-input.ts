import { cleanText } from '../../../platform/tables/clean-text.ts'

/** Every text in a value as it is stored; texts of which nothing is left become null, in a localized text they go. */
export function cleanInput<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T
  if (Array.isArray(value)) return value.map(cleanInput).filter((item) => item !== '') as T
  if (typeof value !== 'object' || value === null) return value
  const isLocalized = Object.keys(value).every((key) => key === 'ko' || key === 'ru' || key === 'en')
  const entries = Object.entries(value).map(([key, part]) => [key, cleanInput(part)] as const)
  return Object.fromEntries(
    isLocalized
      ? entries.filter(([, part]) => part !== '')
      : entries.map(([key, part]) => [key, part === '' ? null : part]),
  ) as T
}
