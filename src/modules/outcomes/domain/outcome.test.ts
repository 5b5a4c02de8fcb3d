import { describe, expect, test } from 'vitest'
import type { Money } from '../../../kernel/money.ts'
import { convert, decideConversion, departsTooFar } from './conversion.ts'
import { type CountedRecord, type FigureDefinition, decideDefinition, measureFigure } from './definition.ts'
import { countText, figureText } from './figure-text.ts'
import { buildLadder } from './ladder.ts'
import { gradeAfterConfirmation, looksAlike } from './outcome.ts'

const usd = (units: number): Money => ({ minor: units * 100, currency: 'USD' })
const krw = (minor: number): Money => ({ minor, currency: 'KRW' })

describe('a second amount', () => {
  const rate = (value: string) => ({ value, date: '2020-10-26', source: 'test' })
  test('is computed at a rate and rounded half up to the unit that is said', () => {
    expect(convert(usd(5_000_000), 'KRW', '1128.7', 1)).toEqual(krw(5_643_500_000))
    expect(convert(usd(5_000_000), 'KRW', '1128.7', 100_000_000)).toEqual(krw(5_600_000_000))
    expect(convert(krw(1), 'USD', '0.005', 1)).toEqual({ minor: 0, currency: 'USD' })
    expect([convert(usd(1), 'KRW', '0', 1), convert(usd(1), 'KRW', 'x', 1)]).toEqual([null, null])
  })

  test('as published warns when it departs by more than half a percent', () => {
    const decide = (value: string | null) =>
      decideConversion(usd(5_000_000), {
        currency: 'KRW',
        published: krw(5_700_000_000),
        rate: value === null ? null : rate(value),
        roundedTo: 1,
      })
    const departures = ['1140', '1134.4', '1134.3', '1128.7'].map((value) => {
      const decided = decide(value)
      return decided.ok && [decided.value.departure, departsTooFar(decided.value)]
    })
    expect(departures).toEqual([
      [0, false],
      [0.004937, false],
      [0.005025, true],
      [0.010012, true],
    ])
    const unjudged = decide(null)
    expect(unjudged.ok && departsTooFar(unjudged.value)).toBe(false)
    const same = { currency: 'USD', published: null, rate: rate('1'), roundedTo: 1 } as const
    expect(decideConversion(usd(1), same)).toMatchObject({ refusal: { code: 'outcomes.conversion-same-currency' } })
  })
})

const record = (facts: Partial<CountedRecord> = {}): CountedRecord => ({
  id: 'a',
  revision: 1,
  source: 'outcomes',
  kind: 'investment',
  title: {},
  parties: [],
  basis: 'signed',
  amountMinor: 100,
  currency: 'USD',
  grade: 'claimed',
  on: '2020-10-26',
  status: 'recorded',
  eventId: null,
  synthetic: false,
  ...facts,
})

const figure = (facts: Partial<FigureDefinition> = {}): FigureDefinition => ({
  source: 'outcomes',
  measure: { kind: 'records' },
  where: {},
  ...facts,
})

describe('figures', () => {
  test('sum one currency of one basis and nothing else', () => {
    const records = [
      record(),
      record({ currency: 'KRW' }),
      record({ basis: 'paid' }),
      record({ basis: 'talked', amountMinor: 900 }),
      record({ amountMinor: 250 }),
    ]
    const signed = figure({ measure: { kind: 'amount', currency: 'USD', basis: 'signed' } })
    expect([measureFigure(signed, records).value, measureFigure(signed, records).records.length]).toEqual([3.5, 2])
    const mixed = figure({ measure: { kind: 'amount', currency: 'USD', basis: 'paid' }, where: { bases: ['signed'] } })
    expect(decideDefinition(mixed)).toMatchObject({ refusal: { code: 'outcomes.amount-of-one-basis' } })
    const elsewhere = figure({ ...signed, source: 'requests' })
    expect(decideDefinition(elsewhere)).toMatchObject({ refusal: { code: 'outcomes.amount-of-outcomes-only' } })
  })

  test('a sum that would lose digits is no number', () => {
    const huge = record({ amountMinor: Number.MAX_SAFE_INTEGER })
    const sum = figure({ measure: { kind: 'amount', currency: 'USD', basis: 'signed' } })
    expect(() => measureFigure(sum, [huge, huge])).toThrow(RangeError)
  })

  test('a share of nothing is nothing, not zero', () => {
    const share = figure({ source: 'commitments', measure: { kind: 'share', statuses: ['fulfilled'] } })
    const promise = (status: string) => record({ source: 'commitments', status })
    expect([
      measureFigure(share, []).value,
      measureFigure(share, [promise('open'), promise('open'), promise('fulfilled')]).value,
    ]).toEqual([null, 33.3])
  })

  test('companies count once, by side, however many events they came to', () => {
    const came = (companyId: string, sideId: string) =>
      record({ source: 'participants', parties: [{ companyId, sideId, name: {} }] })
    const counted = measureFigure(figure({ source: 'participants', measure: { kind: 'companies' } }), [
      came('1', 'a'),
      came('1', 'a'),
      came('2', 'a'),
      came('3', 'b'),
    ])
    expect([counted.value, counted.bySide, counted.unit]).toEqual([
      3,
      [
        { sideId: 'a', count: 2 },
        { sideId: 'b', count: 1 },
      ],
      'companies',
    ])
  })

  test('narrow by day and grade', () => {
    const records = [record({ on: '2020-10-25' }), record({ grade: 'document' }), record({ on: null })]
    const value = (where: FigureDefinition['where']) => measureFigure(figure({ where }), records).value
    expect([
      value({ from: '2020-10-26' }),
      value({ until: '2020-10-25' }),
      value({ leastGrade: 'both-sides' }),
    ]).toEqual([1, 1, 1])
  })

  test('are written with their unit as each language counts', () => {
    expect([1, 2, 5, 21].map((value) => countText(value, 'agreements', 'ru'))).toEqual([
      '1 соглашение',
      '2 соглашения',
      '5 соглашений',
      '21 соглашение',
    ])
    expect([
      countText(40, 'companies', 'ko'),
      countText(1, 'companies', 'en'),
      figureText(null, 'percent', 'en'),
    ]).toEqual(['기업 40곳', '1 company', '–'])
  })
})

test('rungs of the ladder keep to themselves', () => {
  const ladder = buildLadder({ requests: 9, accepted: 7, scheduled: 6, held: null, fulfilled: 0 }, [
    record(),
    record({ currency: 'KRW', amountMinor: 5 }),
    record({ basis: 'paid', amountMinor: 40 }),
  ])
  expect(ladder.filter(({ rung }) => ['meetings-held', 'signed', 'paid'].includes(rung))).toEqual([
    { rung: 'meetings-held', count: null, amounts: [] },
    {
      rung: 'signed',
      count: 2,
      amounts: [
        { currency: 'KRW', minor: 5 },
        { currency: 'USD', minor: 100 },
      ],
    },
    { rung: 'paid', count: 1, amounts: [{ currency: 'USD', minor: 40 }] },
  ])
})

describe('one thing told twice', () => {
  const parties = [
    { companyId: null, sideId: null, name: { en: 'Gyeonggi Province', ko: '경기도' } },
    { companyId: 'x', sideId: 'b', name: { en: 'ExoAtlet Global' } },
  ]
  const told = { kind: 'investment', basis: 'signed', amount: usd(5_000_000), parties } as const
  test('is known by kind, basis, amount and parties, whatever the language', () => {
    const again = { ...told, parties: [{ companyId: null, sideId: null, name: { ko: '경기도 ' } }] }
    expect([
      looksAlike(again, told),
      looksAlike({ ...told, basis: 'paid' }, told),
      looksAlike({ ...told, amount: usd(4_000_000) }, told),
      looksAlike({ ...told, amount: null }, told),
    ]).toEqual([true, false, false, false])
  })

  test('grows stronger by each side that says so', () => {
    const two = [
      { companyId: '1', sideId: 'a', name: {} },
      { companyId: '2', sideId: 'b', name: {} },
    ]
    expect([
      gradeAfterConfirmation('claimed', two, ['1']),
      gradeAfterConfirmation('one-side', two, ['1', '2']),
      gradeAfterConfirmation('document', two, ['1']),
    ]).toEqual(['one-side', 'both-sides', 'document'])
  })
})
