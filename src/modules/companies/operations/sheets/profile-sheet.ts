import { MAX_KEYWORDS, MAX_SUMMARY_LENGTH, MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from '../../domain/profile.ts'
import { choicesOf, defineSheet, inEveryLocale } from '../../domain/sheet.ts'
import { messages } from '../../messages.ts'

type Texts = (typeof messages)['en']['sheets']['profiles']
const say = (key: keyof Texts) => inEveryLocale(messages, (m) => m.sheets.profiles[key])

const longText = (key: keyof Texts) => ({ kind: 'localized-text', max: MAX_TEXT_LENGTH, headings: say(key) }) as const
const keywordList = (key: keyof Texts, example: string) =>
  ({
    kind: 'list',
    max: 31,
    maxItems: MAX_KEYWORDS,
    headings: say(key),
    note: say('keywordsNote'),
    example,
    pattern: /^\S+$/,
  }) as const

export const profileSheet = defineSheet({
  key: 'profiles',
  titles: say('title'),
  aliases: ['기술 프로필', 'Partnering profiles', 'Профили сотрудничества'],
  note: say('note'),
  columns: {
    code: { kind: 'text', max: 40, required: true, headings: say('code'), example: 'EX-01-1' },
    company: { kind: 'text', max: 40, headings: say('company'), example: 'EX-01' },
    type: {
      kind: 'choice',
      choices: choicesOf(messages, (m) => m.profileTypes),
      headings: say('type'),
      example: inEveryLocale(messages, (m) => m.profileTypes['technology-offer']),
    },
    status: {
      kind: 'choice',
      choices: choicesOf(messages, (m) => m.statuses),
      headings: say('status'),
      example: inEveryLocale(messages, (m) => m.statuses.draft),
    },
    title: { kind: 'localized-text', max: MAX_TITLE_LENGTH, headings: say('titleText'), example: say('exampleTitle') },
    summary: {
      kind: 'localized-text',
      max: MAX_SUMMARY_LENGTH,
      headings: say('summary'),
      example: say('exampleSummary'),
    },
    description: longText('description'),
    advantages: longText('advantages'),
    technicalSpecification: longText('technicalSpecification'),
    partnerRole: longText('partnerRole'),
    stage: { kind: 'choice', choices: choicesOf(messages, (m) => m.stages), headings: say('stage') },
    iprStatus: { kind: 'choice', choices: choicesOf(messages, (m) => m.iprStatuses), headings: say('iprStatus') },
    technologyKeywords: keywordList('technologyKeywords', 'T-101; T-205'),
    marketKeywords: keywordList('marketKeywords', 'M-12'),
    partnershipTypes: {
      kind: 'choices',
      maxItems: 6,
      choices: choicesOf(messages, (m) => m.partnershipTypes),
      headings: say('partnershipTypes'),
    },
    partnerKinds: {
      kind: 'choices',
      maxItems: 5,
      choices: choicesOf(messages, (m) => m.kinds),
      headings: say('partnerKinds'),
    },
    partnerSizes: {
      kind: 'choices',
      maxItems: 4,
      choices: choicesOf(messages, (m) => m.sizes),
      headings: say('partnerSizes'),
    },
    targetCountries: {
      kind: 'list',
      max: 2,
      maxItems: 60,
      pattern: /^[A-Z]{2}$/,
      headings: say('targetCountries'),
      note: say('targetCountriesNote'),
      example: 'RU; KZ',
    },
    languages: {
      kind: 'list',
      max: 2,
      maxItems: 10,
      pattern: /^[a-z]{2}$/,
      headings: say('languages'),
      example: 'ko; en',
    },
  },
})

export type ProfileColumns = (typeof profileSheet)['columns']
