import { choicesOf, defineSheet, inEveryLocale } from '../../domain/sheet.ts'
import { MAX_TEXT_LENGTH } from '../../domain/profile.ts'
import { messages } from '../../messages.ts'

type Texts = (typeof messages)['en']['sheets']['companies']
const say = (key: keyof Texts) => inEveryLocale(messages, (m) => m.sheets.companies[key])

const LANGUAGE = /^[a-z]{2}$/

export const companySheet = defineSheet({
  key: 'companies',
  titles: say('title'),
  aliases: ['회사', '기업 목록', 'Организации', 'Organisations', 'Company list'],
  note: say('note'),
  columns: {
    code: {
      kind: 'text',
      max: 40,
      headings: say('code'),
      note: say('codeNote'),
      example: 'EX-01',
      aliases: ['Company code', '기업 코드', 'Код компании', 'No', '번호', '№'],
    },
    side: { kind: 'text', max: 200, headings: say('side'), note: say('sideNote'), aliases: ['지역', '구분 지역'] },
    kind: {
      kind: 'choice',
      choices: choicesOf(messages, (m) => m.kinds),
      headings: say('kind'),
      example: inEveryLocale(messages, (m) => m.kinds.company),
      aliases: ['Type', '유형', 'Тип'],
    },
    name: {
      kind: 'localized-text',
      max: 300,
      required: true,
      headings: say('name'),
      example: say('exampleName'),
      aliases: [
        'Company',
        'Company name',
        '회사명',
        '업체명',
        '기관명',
        'Компания',
        'Название компании',
        'Наименование',
      ],
    },
    legalName: { kind: 'text', max: 300, headings: say('legalName'), aliases: ['Legal name', '법인명'] },
    country: { kind: 'text', max: 2, headings: say('country'), note: say('countryNote'), example: 'KR' },
    region: { kind: 'text', max: 120, headings: say('region'), aliases: ['City', '주소', 'Город'] },
    website: {
      kind: 'text',
      max: 500,
      headings: say('website'),
      example: 'https://example.com',
      aliases: ['Homepage', 'URL', '웹사이트', '웹 사이트', 'Веб-сайт'],
    },
    size: { kind: 'choice', choices: choicesOf(messages, (m) => m.sizes), headings: say('size') },
    employees: {
      kind: 'integer',
      min: 0,
      max: 10_000_000,
      headings: say('employees'),
      example: '42',
      aliases: ['Staff', '직원 수', '종업원 수', 'Сотрудники'],
    },
    foundedYear: {
      kind: 'integer',
      min: 1000,
      max: 2200,
      headings: say('foundedYear'),
      aliases: ['설립연도', '설립년도'],
    },
    krBrn: { kind: 'text', max: 40, headings: say('krBrn'), aliases: ['사업자등록번호', '사업자 번호', 'BRN'] },
    ruInn: { kind: 'text', max: 40, headings: say('ruInn'), aliases: ['INN', 'ИНН'] },
    ruOgrn: { kind: 'text', max: 40, headings: say('ruOgrn'), aliases: ['OGRN', 'ОГРН', 'ОГРНИП'] },
    lei: { kind: 'text', max: 40, headings: say('lei') },
    vat: { kind: 'text', max: 40, headings: say('vat') },
    otherId: { kind: 'text', max: 40, headings: say('otherId') },
    description: {
      kind: 'localized-text',
      max: MAX_TEXT_LENGTH,
      headings: say('description'),
      aliases: ['Description', '소개', 'Описание'],
    },
    certifications: {
      kind: 'list',
      max: 60,
      maxItems: 20,
      headings: say('certifications'),
      example: 'ISO 9001; ISO 14001',
      aliases: ['Certificates', '인증'],
    },
    languages: {
      kind: 'list',
      max: 2,
      maxItems: 10,
      pattern: LANGUAGE,
      headings: say('languages'),
      note: say('languagesNote'),
      example: 'ko; en',
    },
    anonymous: { kind: 'flag', headings: say('anonymous') },
    synthetic: { kind: 'flag', headings: say('synthetic') },
    source: { kind: 'text', max: 500, headings: say('source') },
  },
})

export type CompanyColumns = (typeof companySheet)['columns']
