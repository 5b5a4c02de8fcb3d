import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../../kernel/locale.ts'
import { sameInEveryLanguage } from '../testing/build-article.ts'
import type { ToldCommitment, ToldFigure } from './article.ts'
import { type ToCheck, checkArticle } from './check-article.ts'
import { writeDraft } from './draft.ts'
import { type NumberWriter, printText } from './print-token.ts'
import { findToldPromises } from './told-promise.ts'
import { parseTokens, usedIn } from './token.ts'
import { findTypedNumbers } from './typed-number.ts'

const ID = '01a20c23-c300-7289-9cbd-7adc9fe6a6fe'
const OTHER = '01a20c23-c300-7289-9cbd-7adc9fe6a6ff'

const figure = (value: number | null, unit: string, facts: Partial<ToldFigure['counted']> = {}): ToldFigure => ({
  id: ID,
  value,
  unit,
  counted: {
    code: 'participating-companies',
    name: {},
    source: 'participants',
    measure: 'companies',
    asOf: '2020-10-27T00:30:36.000Z',
    bySide: [],
    total: 0,
    records: [],
    announced: [],
    ...facts,
  },
})

const listing: ToldCommitment = {
  id: OTHER,
  party: { en: 'ExoAtlet Global', ko: '엑소아틀레트 글로벌' },
  what: { en: 'List on KOSDAQ', ko: '코스닥 상장', ru: 'Разместить акции на бирже KOSDAQ' },
  dueOn: '2023-12-31',
  status: 'open',
  fulfilledOn: null,
}

const toCheck = (paragraph: string, facts: Partial<ToCheck> = {}): ToCheck => ({
  content: sameInEveryLanguage('Title', paragraph),
  manualNumbers: [],
  figures: [figure(40, 'companies')],
  commitments: [listing],
  photos: [],
  people: [],
  names: [],
  ...facts,
})

const codes = (article: ToCheck) => checkArticle(article).map(({ code, locale }) => `${locale} ${code}`)

describe('numbers typed by hand', () => {
  test.each([
    [
      'en',
      'It was 44 Korean and Russian companies, USD 5 million and 1,250.5 tonnes.',
      [
        [44, 'companies'],
        [5e6, 'USD'],
        [1250.5, null],
      ],
    ],
    [
      'ko',
      '기업 44곳이 참가해 500만 달러, 57억 원과 협약 다섯 건을 맺었다.',
      [
        [44, 'companies'],
        [5e6, 'USD'],
        [5.7e9, 'KRW'],
        [5, 'agreements'],
      ],
    ],
    ['ko', '1억 2000만 원', [[120_000_000, 'KRW']]],
    [
      'ru',
      'Участвовали 44 компании, подписано пять соглашений на 5,7 млрд вон.',
      [
        [44, 'companies'],
        [5, 'agreements'],
        [5.7e9, 'KRW'],
      ],
    ],
    ['en', 'Five agreements', [[5, 'agreements']]],
  ] as const)('%s: %s', (locale, text, expected) => {
    expect(findTypedNumbers(text, locale).map(({ value, unit }) => [value, unit])).toEqual(expected)
  })

  test.each([
    ['ko', '2020년 10월 26일 오후 3시 30분, 10월 28일, 3차원 검사와 코로나19, 행정2부지사, 제3자, 15:00'],
    ['en', 'On 26 October 2020 at 15:00 and in 2021, 3D and COVID-19, 2020-10-26, B2B, 5 p.m.'],
    ['ru', '26 октября 2020 г., 26.10.2020, в 2021 году, 3D-контроль'],
  ] as const)('days, times and words with digits are none: %s', (locale, text) => {
    expect(findTypedNumbers(text, locale)).toEqual([])
  })

  test('tokens are none, wherever they stand', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), fc.stringMatching(/^[a-z ]{0,20}$/), (locale, text) => {
        expect(
          findTypedNumbers(`${text}{figure:${ID}}${text}{side:${ID}:${OTHER}}`, locale).filter(({ text: found }) =>
            /\d/.test(found),
          ),
        ).toEqual([])
      }),
    )
  })

  test('block a publication unless they carry a reason', () => {
    const one = (text: string, facts: Partial<ToCheck> = {}) =>
      checkArticle(toCheck(text, facts)).find(({ locale }) => locale === 'en')
    expect(one('There were 44 companies.')).toMatchObject({
      code: 'number-contradicts',
      place: 'body.0',
      values: { number: '44', recorded: 40 },
    })
    expect(one('There were 40 companies.')).toMatchObject({ code: 'number-is-a-figure', values: { figureId: ID } })
    expect(one('It took 7 hours.')).toMatchObject({ code: 'number-typed' })
    expect(one('It took 7 hours.', { manualNumbers: [{ value: 7, reason: { en: 'By the clock' } }] })).toBeUndefined()
    expect(one('Test company 7 came.', { names: ['Test company 7'] })).toBeUndefined()
  })
})

describe('tokens', () => {
  test('stand for figures and promises that are there', () => {
    expect(codes(toCheck(`{count:${ID}} and {commitment:${OTHER}}`))).toEqual([])
    expect(codes(toCheck(`{figure:${OTHER}}`))).toEqual(LOCALES.map((locale) => `${locale} unknown-token`))
    expect(codes(toCheck('{figure:x} {oops'))).toEqual(
      LOCALES.flatMap((locale) => [`${locale} unknown-token`, `${locale} unknown-token`]),
    )
    expect(codes(toCheck(`{side:${ID}:${OTHER}}`))).toEqual(LOCALES.map((locale) => `${locale} unknown-token`))
  })

  test('are kept whole: a text is its segments', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a ', '{', '}', `{figure:${ID}}`, `{side:${ID}:${OTHER}}`, '{figure:}')),
        (parts) => {
          const text = parts.join('')
          const back = parseTokens(text).map((segment) =>
            typeof segment === 'string'
              ? segment
              : `{${segment.kind}:${segment.id}${segment.part ? `:${segment.part}` : ''}}`,
          )
          expect(back.join('')).toBe(text)
        },
      ),
    )
  })

  const write: NumberWriter = { figureText: String, countText: (value, unit) => `${value} ${unit}` }
  test('print a promise as one until it is fulfilled', () => {
    const print = (status: string, locale: 'ko' | 'ru' | 'en', fulfilledOn: string | null = null) =>
      printText(
        `{commitment:${OTHER}}`,
        { figures: new Map(), commitments: new Map([[OTHER, { ...listing, status, fulfilledOn }]]) },
        locale,
        write,
      )
    expect([
      print('open', 'en'),
      print('overdue', 'ko'),
      print('not-followed', 'ru'),
      print('fulfilled', 'en', '2023-11-01'),
    ]).toEqual([
      'ExoAtlet Global: List on KOSDAQ (promised by 31 December 2023)',
      '엑소아틀레트 글로벌: 코스닥 상장 (2023년 12월 31일까지 이행 약속, 기한 경과)',
      'ExoAtlet Global: Разместить акции на бирже KOSDAQ (обещано к 31 декабря 2023 г.; дальнейшая судьба не отражена в записях)',
      'ExoAtlet Global: List on KOSDAQ (fulfilled on 1 November 2023)',
    ])
  })
})

describe('promises told as done', () => {
  const told = (text: string, locale: 'ko' | 'ru' | 'en', facts: Partial<ToldCommitment> = {}) =>
    findToldPromises(text, locale, [{ ...listing, ...facts }]).length
  test.each([
    ['en', 'ExoAtlet Global listed on KOSDAQ last week.', 1],
    ['en', 'ExoAtlet Global has promised to list on KOSDAQ.', 0],
    ['en', 'ExoAtlet Global plans to list on KOSDAQ by December.', 0],
    ['en', `This was completed: {commitment:${OTHER}}.`, 1],
    ['en', `It signed for it: {commitment:${OTHER}}.`, 0],
    ['ko', '엑소아틀레트 글로벌은 코스닥에 상장했다.', 1],
    ['ko', '엑소아틀레트 글로벌은 코스닥에 상장하기로 했다.', 0],
    ['ko', '엑소아틀레트 글로벌은 코스닥에 상장할 계획이다.', 0],
    ['ru', 'ExoAtlet Global разместила акции на бирже KOSDAQ.', 1],
    ['ru', 'ExoAtlet Global обязалась разместить акции на бирже KOSDAQ.', 0],
    ['en', 'Riban listed its products on a marketplace.', 0],
  ] as const)('%s: %s → %i', (locale, text, expected) => {
    expect(told(text, locale)).toBe(expected)
  })

  test('once fulfilled they may', () => {
    expect(told('ExoAtlet Global has listed on KOSDAQ.', 'en', { status: 'fulfilled' })).toBe(0)
  })
})

describe('a draft from the records of a day', () => {
  const draft = writeDraft({
    day: '2020-10-26',
    programme: { en: 'Programme', ko: '사업', ru: 'Программа' },
    sides: [{ id: OTHER, name: { en: 'Gyeonggi', ko: '경기도', ru: 'Кёнгидо' } }],
    signed: [
      {
        kind: { en: 'Joint development', ko: '공동개발', ru: 'Совместная разработка' },
        title: { en: '3D inspection', ko: '3차원 검사', ru: '3D-контроль' },
        parties: [
          { en: 'MGEN', ko: '엠젠' },
          { en: 'Dabai Automotive', ko: '다바이 오토모티브' },
        ],
      },
    ],
    figures: { agreements: ID, jointDevelopments: ID, amounts: [ID], companies: ID, announcedCompanies: OTHER },
    commitments: [OTHER],
  })
  const counted = {
    bySide: [{ sideId: OTHER, name: {}, count: 22 }],
    announced: [{ id: OTHER, value: 44, unit: 'companies', asOf: null, source: '', difference: 4, explanation: {} }],
  }
  test('passes its own check in three languages and tells all of it', () => {
    const article = toCheck('', { content: draft, figures: [figure(40, 'companies', counted)] })
    expect(checkArticle(article)).toEqual([])
    expect(usedIn(draft)).toEqual({ figures: [ID], commitments: [OTHER] })
  })

  test('without a language or a title it cannot be published', () => {
    expect(codes(toCheck('', { content: {} }))).toEqual(LOCALES.map((locale) => `${locale} text-missing`))
    const photo = { ...toCheck('Text'), content: sameInEveryLanguage('Title', 'Text', { type: 'photo', photoId: ID }) }
    expect(codes(photo)).toEqual(LOCALES.map((locale) => `${locale} photo-unknown`))
    expect(codes({ ...photo, photos: [{ id: ID, isDescribed: false, showsNobody: true }] })[0]).toBe(
      'ko photo-without-words',
    )
  })
})
