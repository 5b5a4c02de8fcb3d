import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import type { AgreementContent } from './agreement.ts'
import type { Clause } from './clause.ts'
import { MAX_DEPARTURE, type Money, announcedDeparture, plainUnits } from './money.ts'
import { findPrevailingStatements } from './prevailing.ts'
import { type Quantity, type QuantityKind, findQuantities } from './quantities.ts'

/** A place in the text of one clause and language, in UTF-16 units. */
export interface Place {
  readonly clause: string
  readonly language: Locale
  readonly start: number
  readonly end: number
}

interface FindingBase {
  /** blocks: the agreement cannot be frozen; warns: somebody should look. */
  readonly severity: 'blocks' | 'warns'
  readonly clause: string | null
  readonly languages: readonly Locale[]
  readonly places: readonly Place[]
  readonly values: Readonly<Record<string, string | number>>
}

export const FINDING_CODES = [
  'text-missing',
  'amount-differs',
  'date-differs',
  'number-differs',
  'percent-differs',
  'party-not-named',
  'amount-not-in-text',
  'milestones-clause-missing',
  'milestone-not-in-text',
  'date-not-in-record',
  'prevailing-clause-missing',
  'prevailing-clause-twice',
  'prevailing-statement-missing',
  'prevailing-language-differs',
  'announced-amount-departs',
] as const

/** One difference between the language versions, or between text and record. `languages`: where something is missing or other. */
export interface Finding extends FindingBase {
  readonly code: (typeof FINDING_CODES)[number]
}

type ToCheck = Pick<AgreementContent, 'languages' | 'prevailing' | 'parties' | 'terms' | 'clauses'>

/**
 * Compares the language versions with each other and with the record: amounts, dates, numbers and parties, the
 * milestones, and the one clause on the prevailing language. Empty: nothing differs.
 */
export function checkConsistency(agreement: ToCheck): Finding[] {
  return [
    ...missingTexts(agreement),
    ...differingQuantities(agreement),
    ...unnamedParties(agreement),
    ...amountInText(agreement),
    ...milestonesInText(agreement),
    ...prevailingLanguage(agreement),
    ...announcedAmount(agreement),
  ]
}

export const blocks = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === 'blocks')

const finding = (code: Finding['code'], facts: Partial<FindingBase> = {}): Finding => ({
  code,
  severity: 'blocks',
  clause: null,
  languages: [],
  places: [],
  values: {},
  ...facts,
})

const missingTexts = ({ clauses, languages }: ToCheck): Finding[] =>
  clauses.flatMap(({ key, heading, body }) => {
    const missing = languages.filter((language) => !heading[language]?.trim() || !body[language]?.trim())
    return missing.length > 0 ? [finding('text-missing', { clause: key, languages: missing })] : []
  })

function differingQuantities({ clauses, languages }: ToCheck): Finding[] {
  return clauses.flatMap(({ key, body }) => {
    const written = languages.filter((language) => body[language]?.trim())
    const found = written.flatMap((language) =>
      findQuantities(body[language]!, language).map((quantity) => ({ ...quantity, language })),
    )
    const byValue = Map.groupBy(found, ({ kind, value }) => `${kind} ${value}`)
    return [...byValue.values()].flatMap((same) => {
      const missing = written.filter((language) => !same.some((quantity) => quantity.language === language))
      if (missing.length === 0) return []
      const [{ kind, value }] = same as [(typeof same)[number]]
      const code = `${kind}-differs` satisfies `${QuantityKind}-differs`
      return [finding(code, { clause: key, languages: missing, places: same.map(placeIn(key)), values: { value } })]
    })
  })
}

const placeIn =
  (clause: string) =>
  ({ language, start, end }: Pick<Quantity, 'start' | 'end'> & { readonly language: Locale }): Place => ({
    clause,
    language,
    start,
    end,
  })

const allText = (clauses: readonly Clause[], language: Locale): string =>
  clauses.map(({ body }) => body[language] ?? '').join('\n')

/** A party is named when any of its names stands in the column. */
const unnamedParties = ({ parties, clauses, languages }: ToCheck): Finding[] =>
  parties.flatMap(({ name, legalName, latinName }, index) => {
    const missing = languages.filter((language) => {
      const text = fold(allText(clauses, language))
      return ![name[language], legalName, latinName].some((known) => known && text.includes(fold(known)))
    })
    const values = { party: index + 1, name: legalName }
    return missing.length > 0 ? [finding('party-not-named', { languages: missing, values })] : []
  })

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')

function amountInText({ terms, clauses, languages }: ToCheck): Finding[] {
  if (!terms.amount) return []
  const wanted = amountValue(terms.amount)
  const missing = languages.filter((language) => !hasQuantity(clauses, language, 'amount', wanted))
  return missing.length > 0 ? [finding('amount-not-in-text', { languages: missing, values: { value: wanted } })] : []
}

/** As `findQuantities` writes it. */
const amountValue = (amount: Money): string => `${amount.currency} ${String(Number(plainUnits(amount)))}`

const hasQuantity = (clauses: readonly Clause[], language: Locale, kind: QuantityKind, value: string): boolean =>
  clauses.some(({ body }) =>
    findQuantities(body[language] ?? '', language).some((found) => found.kind === kind && found.value === value),
  )

export const MILESTONES_CLAUSE = 'milestones'
export const PREVAILING_CLAUSE = 'prevailing-language'

function milestonesInText({ terms: { milestones }, clauses, languages }: ToCheck): Finding[] {
  const clause = clauses.find(({ key }) => key === MILESTONES_CLAUSE)
  if (!clause) return milestones.length > 0 ? [finding('milestones-clause-missing')] : []
  const recorded = new Set(milestones.flatMap(({ dueOn }) => dueOn ?? []))
  const missing = milestones.flatMap(({ key, dueOn, amount }) => {
    const wanted: (readonly [QuantityKind, string])[] = [
      ...(dueOn ? [['date', dueOn] as const] : []),
      ...(amount ? [['amount', amountValue(amount)] as const] : []),
    ]
    return wanted.flatMap(([kind, value]) => {
      const lacking = languages.filter((language) => !hasQuantity([clause], language, kind, value))
      const facts = { clause: clause.key, languages: lacking, values: { milestone: key, value } }
      return lacking.length > 0 ? [finding('milestone-not-in-text', facts)] : []
    })
  })
  const extra = languages.flatMap((language) =>
    findQuantities(clause.body[language] ?? '', language)
      .filter(({ kind, value }) => kind === 'date' && !recorded.has(value))
      .map((found) =>
        finding('date-not-in-record', {
          clause: clause.key,
          languages: [language],
          places: [placeIn(clause.key)({ ...found, language })],
          values: { value: found.value },
        }),
      ),
  )
  return [...missing, ...extra]
}

function prevailingLanguage({ clauses, languages, prevailing }: ToCheck): Finding[] {
  if (languages.length < 2) return []
  const own = clauses.filter(({ key }) => key === PREVAILING_CLAUSE)
  if (own.length === 0) return [finding('prevailing-clause-missing')]
  if (own.length > 1) return [finding('prevailing-clause-twice', { clause: PREVAILING_CLAUSE })]
  const stated = clauses.flatMap(({ key, body }) => languages.flatMap((language) => statementsIn(key, body, language)))
  const silent = languages.filter(
    (language) => !stated.some(({ place }) => place.clause === PREVAILING_CLAUSE && place.language === language),
  )
  const others = stated.filter(({ names }) => names !== prevailing)
  return [
    ...(silent.length > 0
      ? [finding('prevailing-statement-missing', { clause: PREVAILING_CLAUSE, languages: silent })]
      : []),
    ...others.map(({ names, place }) =>
      finding('prevailing-language-differs', {
        clause: place.clause,
        languages: [place.language],
        places: [place],
        values: { names, expected: prevailing ?? '' },
      }),
    ),
  ]
}

const statementsIn = (clause: string, body: LocalizedText, language: Locale) =>
  findPrevailingStatements(body[language] ?? '').map(({ names, ...place }) => ({
    names,
    place: placeIn(clause)({ ...place, language }),
  }))

function announcedAmount({ terms: { amount, announcedAs } }: ToCheck): Finding[] {
  const departure = amount && announcedAs ? announcedDeparture(amount, announcedAs) : null
  if (departure === null || Math.abs(departure) <= MAX_DEPARTURE) return []
  const percent = Math.round(departure * 10_000) / 100
  return [finding('announced-amount-departs', { severity: 'warns', values: { percent } })]
}
