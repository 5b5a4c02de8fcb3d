import { choicesOf, defineSheet, inEveryLocale } from '../../domain/sheet.ts'
import { messages } from '../../messages.ts'

type Texts = (typeof messages)['en']['sheets']['keywords']
const say = (key: keyof Texts) => inEveryLocale(messages, (m) => m.sheets.keywords[key])

export const keywordSheet = defineSheet({
  key: 'keywords',
  titles: say('title'),
  note: say('note'),
  columns: {
    code: { kind: 'text', max: 31, required: true, headings: say('code'), example: 'T-101' },
    list: {
      kind: 'choice',
      required: true,
      choices: choicesOf(messages, (m) => m.keywordLists),
      headings: say('list'),
      example: inEveryLocale(messages, (m) => m.keywordLists.technology),
    },
    parentCode: { kind: 'text', max: 31, headings: say('parentCode'), example: 'T-1' },
    name: { kind: 'localized-text', max: 200, required: true, headings: say('name'), example: say('exampleName') },
  },
})

export type KeywordColumns = (typeof keywordSheet)['columns']
