import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import { exampleContent } from '../testing/example-content.ts'
import { AGREEMENT_TYPES, type AgreementContent } from './agreement.ts'
import { blocks, checkConsistency } from './consistency.ts'

/** The content with words of one clause and language changed. */
function reworded(key: string, language: Locale, from: string | RegExp, to: string): AgreementContent {
  const content = exampleContent()
  const clauses = content.clauses.map((clause) => {
    if (clause.key !== key) return clause
    const text = clause.body[language]!.replace(from, to)
    expect(text).not.toBe(clause.body[language])
    return { ...clause, body: { ...clause.body, [language]: text } }
  })
  return { ...content, clauses }
}

test.each(AGREEMENT_TYPES)('the template of %s agrees with itself in every choice of languages', (type) => {
  for (const foreground of ['joint', 'inventor', 'first-party'] as const) {
    for (const prevailing of LOCALES) {
      const { terms } = exampleContent()
      const wanted = { type, prevailing, terms: { ...terms, foreground, ...(type === 'nda' ? { amount: null } : {}) } }
      expect(checkConsistency(exampleContent(wanted))).toEqual([])
      expect(checkConsistency(exampleContent({ ...wanted, languages: [prevailing] }))).toEqual([])
    }
  }
})

describe('differences', () => {
  test('Korean says 500만 달러, English USD 50M', () => {
    const korean = reworded('amount', 'ko', 'USD 5,000,000', '500만 달러')
    expect(checkConsistency(korean)).toEqual([])
    const clauses = korean.clauses.map((clause) =>
      clause.key === 'amount' ? { ...clause, body: { ...clause.body, en: 'The total budget is USD 50M.' } } : clause,
    )
    const findings = checkConsistency({ ...korean, clauses })
    expect(findings.map(({ code, languages, values }) => [code, languages, values])).toEqual([
      ['amount-differs', ['en'], { value: 'USD 5000000' }],
      ['amount-differs', ['ko', 'ru'], { value: 'USD 50000000' }],
      ['amount-not-in-text', ['en'], { value: 'USD 5000000' }],
    ])
    const [place] = findings[1]!.places
    expect('The total budget is USD 50M.'.slice(place!.start, place!.end)).toBe('USD 50M')
  })

  test('a date, a number, a party', () => {
    expect(
      checkConsistency(reworded('milestones', 'ru', '30 июня 2021', '30 июля 2021')).map(({ code }) => code),
    ).toEqual(['date-differs', 'date-differs', 'milestone-not-in-text', 'date-not-in-record'])
    expect(checkConsistency(reworded('confidentiality', 'en', '36', '24'))).toMatchObject([
      { code: 'number-differs', languages: ['en'], values: { value: '36' } },
      { code: 'number-differs', languages: ['ko', 'ru'], values: { value: '24' } },
    ])
    const { parties } = exampleContent()
    const other = exampleContent({
      parties: [parties[0]!, { ...parties[1]!, legalName: 'АО «Другое»', latinName: 'Drugoe JSC', name: {} }],
    })
    expect(checkConsistency({ ...other, clauses: exampleContent().clauses })).toMatchObject([
      { code: 'party-not-named', languages: ['ko', 'en', 'ru'], values: { party: 2, name: 'АО «Другое»' } },
    ])
  })

  test('two prevailing languages', () => {
    expect(checkConsistency(reworded('prevailing-language', 'ko', '영문본이', '국문본이'))).toMatchObject([
      { code: 'prevailing-language-differs', languages: ['ko'], values: { names: 'ko', expected: 'en' } },
    ])
    const another = reworded('law', 'ru', /$/, ' Текст на русском языке имеет преимущественную силу.')
    expect(checkConsistency(another)).toMatchObject([{ code: 'prevailing-language-differs', clause: 'law' }])
    const { clauses } = exampleContent()
    const own = clauses.find(({ key }) => key === 'prevailing-language')!
    const codes = (list: typeof clauses) =>
      checkConsistency({ ...exampleContent(), clauses: list }).map(({ code }) => code)
    expect(codes([...clauses, own])).toEqual(['prevailing-clause-twice'])
    expect(codes(clauses.filter((clause) => clause !== own))).toEqual(['prevailing-clause-missing'])
  })

  test('a version that lacks a clause; milestones without theirs', () => {
    const content = exampleContent()
    const [first, ...rest] = content.clauses
    const { ru: _, ...body } = first!.body
    expect(checkConsistency({ ...content, clauses: [{ ...first!, body }, ...rest] })[0]).toMatchObject({
      code: 'text-missing',
      clause: 'parties',
      languages: ['ru'],
    })
    const clauses = content.clauses.filter(({ key }) => key !== 'milestones')
    expect(checkConsistency({ ...content, clauses }).map(({ code }) => code)).toContain('milestones-clause-missing')
  })

  test('an announced amount is judged by a rate, and not without one', () => {
    const { terms } = exampleContent()
    const announced = (value: number | null) =>
      checkConsistency({
        ...exampleContent(),
        terms: {
          ...terms,
          announcedAs: {
            amount: { minor: 5_700_000_000, currency: 'KRW' },
            rate: value === null ? null : { value, date: '2020-10-26', source: 'test' },
          },
        },
      })
    expect([announced(null), announced(1140), announced(1145)]).toEqual([[], [], []])
    expect(announced(1128)).toMatchObject([
      { code: 'announced-amount-departs', severity: 'warns', values: { percent: 1.06 } },
    ])
    expect(blocks(announced(1128))).toBe(false)
  })
})
