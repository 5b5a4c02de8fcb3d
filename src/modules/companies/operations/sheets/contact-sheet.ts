import { choicesOf, defineSheet, inEveryLocale } from '../../domain/sheet.ts'
import { messages } from '../../messages.ts'

type Texts = (typeof messages)['en']['sheets']['contacts']
const say = (key: keyof Texts) => inEveryLocale(messages, (m) => m.sheets.contacts[key])

export const contactSheet = defineSheet({
  key: 'contacts',
  titles: say('title'),
  aliases: ['연락처', 'Контактные лица', 'People'],
  note: say('note'),
  personal: true,
  columns: {
    company: { kind: 'text', max: 40, required: true, headings: say('company'), example: 'EX-01' },
    name: {
      kind: 'text',
      max: 200,
      required: true,
      headings: say('name'),
      example: say('exampleName'),
      aliases: ['Name', '이름', 'Имя'],
    },
    jobTitle: { kind: 'text', max: 120, headings: say('jobTitle'), aliases: ['Job title', '직책'] },
    email: {
      kind: 'text',
      max: 320,
      headings: say('email'),
      example: 'name@example.com',
      aliases: ['Email', 'E-mail', '메일', 'Почта', 'Электронная почта'],
    },
    phone: { kind: 'text', max: 40, headings: say('phone'), aliases: ['Phone', '연락처', 'Тел'] },
    locale: { kind: 'choice', choices: choicesOf(messages, (m) => m.locales), headings: say('locale') },
  },
})

export type ContactColumns = (typeof contactSheet)['columns']
