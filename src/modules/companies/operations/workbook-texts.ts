import { inEveryLocale } from '../domain/sheet.ts'
import type { SheetTexts } from '../domain/sheet-columns.ts'
import { messages } from '../messages.ts'

/** The framework's own words in a workbook, in every language. */
export const workbookTexts: SheetTexts = {
  languages: {
    ko: inEveryLocale(messages, (m) => m.workbook.languages.ko),
    ru: inEveryLocale(messages, (m) => m.workbook.languages.ru),
    en: inEveryLocale(messages, (m) => m.workbook.languages.en),
  },
  yes: inEveryLocale(messages, (m) => m.workbook.yes),
  no: inEveryLocale(messages, (m) => m.workbook.no),
  exampleMark: inEveryLocale(messages, (m) => m.workbook.exampleMark),
}

export const notesTitles = inEveryLocale(messages, (m) => m.workbook.notesTitle)
