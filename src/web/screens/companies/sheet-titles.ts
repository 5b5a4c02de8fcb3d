import type { Locale } from '../../../kernel/locale.ts'
import { messages as companies } from '../../../modules/companies/messages.ts'
import { messages as events } from '../../../modules/events/messages.ts'
import { messages as meetings } from '../../../modules/meetings/messages.ts'

interface KnownSheet {
  /** As in the API. */
  readonly key: string
  readonly title: (locale: Locale) => string
  /** Its rows belong to one event. */
  readonly ofEvent?: true
  /** The whole table is about people. */
  readonly personal?: true
}

/** The tables of every stage that can be imported and exported, in the order of the chain. */
export const SHEETS: readonly KnownSheet[] = [
  { key: 'keywords', title: (locale) => companies[locale].sheets.keywords.title },
  { key: 'companies', title: (locale) => companies[locale].sheets.companies.title },
  { key: 'contacts', title: (locale) => companies[locale].sheets.contacts.title, personal: true },
  { key: 'profiles', title: (locale) => companies[locale].sheets.profiles.title },
  { key: 'participants', title: (locale) => events[locale].sheets.participants.title, ofEvent: true },
  { key: 'interpreters', title: (locale) => events[locale].sheets.interpreters.title, ofEvent: true },
  { key: 'requests', title: (locale) => meetings[locale].sheets.requests.title, ofEvent: true },
  { key: 'never-meet', title: (locale) => meetings[locale].sheets.neverMeet.title, ofEvent: true },
]

/** What a table is called; one that is not known keeps the name it has in the file. */
export const sheetTitle = (key: string, locale: Locale): string =>
  SHEETS.find((sheet) => sheet.key === key)?.title(locale) ?? key
