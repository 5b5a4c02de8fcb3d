import { LOCALES, type Locale, type LocalizedText } from '../../../kernel/locale.ts'
import type { Money } from '../../../kernel/money.ts'
import { type MoneyText, NO_MONEY, moneyText, readMoney } from './money-text.ts'
import type { Agreement, AgreementType, Clause, ContentInput, EvidenceKind, ForegroundRule } from './shapes.ts'

/** A person who signs, as it is being typed: empty texts where nothing is known yet. */
export interface SignatoryDraft {
  readonly name: string
  readonly latinName: string
  readonly office: string
  readonly email: string
  readonly locale: Locale
  readonly authority: string
  readonly authorityFrom: string
  readonly authorityUntil: string
}

export interface PartyDraft {
  readonly companyId: string | null
  readonly sideId: string | null
  readonly name: LocalizedText
  readonly legalName: string
  readonly latinName: string
  readonly identifier: string
  /** Null: it is not known yet who signs. */
  readonly signatory: SignatoryDraft | null
}

export interface MilestoneDraft {
  readonly key: string
  readonly party: number
  readonly what: LocalizedText
  readonly dueOn: string
  readonly evidenceKind: EvidenceKind
  readonly amount: MoneyText
}

export interface TermsDraft {
  readonly subject: LocalizedText
  readonly contributions: readonly { readonly party: number; readonly what: LocalizedText }[]
  readonly milestones: readonly MilestoneDraft[]
  readonly amount: MoneyText
  readonly announced: MoneyText
  /** How many of its currency one unit of the amount's is. Empty: not stated. */
  readonly rate: string
  readonly rateDate: string
  readonly rateSource: string
  readonly foreground: ForegroundRule
  readonly confidentialityMonths: string
  readonly termMonths: string
  readonly law: LocalizedText
  readonly exportControl: boolean
  readonly electronicExecution: boolean
}

/** What the form of an agreement writes. Clauses are kept by key, so that two editors join clause by clause. */
export interface AgreementDraft {
  readonly number: string
  readonly type: AgreementType
  readonly title: LocalizedText
  readonly languages: readonly Locale[]
  readonly prevailing: Locale | null
  readonly mode: ContentInput['mode']
  readonly signingOrder: ContentInput['signingOrder']
  readonly parties: readonly PartyDraft[]
  readonly terms: TermsDraft
  /** Null: those of the template, filled in by the server. */
  readonly clauses: Readonly<Record<string, Omit<Clause, 'key'>>> | null
  readonly clauseOrder: readonly string[]
}

export const emptyParty = (): PartyDraft => ({
  companyId: null,
  sideId: null,
  name: {},
  legalName: '',
  latinName: '',
  identifier: '',
  signatory: null,
})

export const emptySignatory = (locale: Locale): SignatoryDraft => ({
  name: '',
  latinName: '',
  office: '',
  email: '',
  locale,
  authority: '',
  authorityFrom: '',
  authorityUntil: '',
})

export const emptyDraft = (): AgreementDraft => ({
  number: '',
  type: 'joint-development',
  title: {},
  languages: ['ko', 'en', 'ru'],
  prevailing: null,
  mode: 'remote',
  signingOrder: 'in-order',
  parties: [emptyParty(), emptyParty()],
  terms: {
    subject: {},
    contributions: [],
    milestones: [],
    amount: NO_MONEY,
    announced: NO_MONEY,
    rate: '',
    rateDate: '',
    rateSource: '',
    foreground: 'joint',
    confidentialityMonths: '',
    termMonths: '',
    law: {},
    exportControl: true,
    electronicExecution: true,
  },
  clauses: null,
  clauseOrder: [],
})

export const clausesOf = (clauses: readonly Clause[]): Pick<AgreementDraft, 'clauses' | 'clauseOrder'> => ({
  clauses: Object.fromEntries(clauses.map(({ key, ...texts }) => [key, texts])),
  clauseOrder: clauses.map(({ key }) => key),
})

/** The stored agreement as its form shows it. */
export function draftOf(agreement: Agreement): AgreementDraft {
  const { terms, parties } = agreement
  return {
    number: agreement.number,
    type: agreement.type,
    title: agreement.title,
    languages: agreement.languages,
    prevailing: agreement.prevailing,
    mode: agreement.mode,
    signingOrder: agreement.signingOrder,
    parties: parties.map(({ id: _id, position: _position, identifier, signatory, ...party }) => ({
      ...party,
      identifier: identifier ?? '',
      signatory: signatory && {
        ...signatory,
        email: signatory.email ?? '',
        authorityFrom: signatory.authorityFrom ?? '',
        authorityUntil: signatory.authorityUntil ?? '',
      },
    })),
    terms: {
      subject: terms.subject,
      contributions: terms.contributions,
      milestones: terms.milestones.map((milestone) => ({
        ...milestone,
        dueOn: milestone.dueOn ?? '',
        amount: moneyText(milestone.amount),
      })),
      amount: moneyText(terms.amount),
      announced: moneyText(terms.announcedAs?.amount ?? null),
      rate: String(terms.announcedAs?.rate?.value ?? ''),
      rateDate: terms.announcedAs?.rate?.date ?? '',
      rateSource: terms.announcedAs?.rate?.source ?? '',
      foreground: terms.foreground,
      confidentialityMonths: String(terms.confidentialityMonths ?? ''),
      termMonths: String(terms.termMonths ?? ''),
      law: terms.law,
      exportControl: terms.exportControl,
      electronicExecution: terms.electronicExecution,
    },
    ...clausesOf(agreement.clauses),
  }
}

/** Fields whose text means no amount or number, by the path the server would name them by. */
export function wrongNumbers({ terms }: AgreementDraft): string[] {
  const isMonths = (text: string) => text.trim() === '' || /^[1-9]\d{0,3}$/.test(text.trim())
  return [
    ...(readMoney(terms.amount) === 'wrong' ? ['terms.amount'] : []),
    ...(readMoney(terms.announced) === 'wrong' ? ['terms.announcedAs'] : []),
    ...(terms.rate.trim() === '' || rateOf(terms.rate) !== null ? [] : ['terms.rate']),
    ...(isMonths(terms.confidentialityMonths) ? [] : ['terms.confidentialityMonths']),
    ...(isMonths(terms.termMonths) ? [] : ['terms.termMonths']),
    ...terms.milestones.flatMap(({ amount }, index) =>
      readMoney(amount) === 'wrong' ? [`terms.milestones.${index}.amount`] : [],
    ),
  ]
}

/** Fields without which there is no text to compare yet, by their paths; what else is wrong the server says. */
export function missingFields({ number, title, languages, prevailing, parties, terms }: AgreementDraft): string[] {
  const isEmpty = (text: LocalizedText) => Object.values(text).every((one) => one.trim() === '')
  return [
    ...(number.trim() === '' ? ['number'] : []),
    ...(isEmpty(title) ? ['title'] : []),
    ...(languages.length > 1 && prevailing === null ? ['prevailing'] : []),
    ...parties.flatMap(({ legalName, latinName }, index) =>
      legalName.trim() === '' || latinName.trim() === '' ? [`parties.${index}`] : [],
    ),
    ...parties.flatMap(({ signatory }, index) =>
      signatory && [signatory.name, signatory.email, signatory.authority].some((text) => text.trim() === '')
        ? [`parties.${index}.signatory`]
        : [],
    ),
    ...[...terms.milestones, ...terms.contributions].flatMap(({ what }) => (isEmpty(what) ? ['terms'] : [])),
  ]
}

function rateOf(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(value) && value > 0 ? value : null
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const months = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : null)
const money = (text: MoneyText): Money | null => {
  const read = readMoney(text)
  return read === 'wrong' ? null : read
}

/** What is sent to be saved or checked; to be asked only when `wrongNumbers` is empty. */
export function contentOf(draft: AgreementDraft): ContentInput {
  const { terms, clauses, clauseOrder, languages } = draft
  return {
    number: draft.number,
    type: draft.type,
    title: draft.title,
    languages: [...languages],
    // One version alone needs nothing to prevail over.
    prevailing: languages.length > 1 ? draft.prevailing : null,
    mode: draft.mode,
    signingOrder: draft.signingOrder,
    parties: draft.parties.map(({ signatory, identifier, ...party }) => ({
      ...party,
      identifier: orNull(identifier),
      signatory: signatory && {
        ...signatory,
        authorityFrom: orNull(signatory.authorityFrom),
        authorityUntil: orNull(signatory.authorityUntil),
      },
    })),
    terms: {
      subject: terms.subject,
      contributions: [...terms.contributions],
      milestones: terms.milestones.map((milestone) => ({
        ...milestone,
        dueOn: orNull(milestone.dueOn),
        amount: money(milestone.amount),
      })),
      amount: money(terms.amount),
      announcedAs: announcedOf(terms),
      foreground: terms.foreground,
      confidentialityMonths: months(terms.confidentialityMonths),
      termMonths: months(terms.termMonths),
      law: terms.law,
      exportControl: terms.exportControl,
      electronicExecution: terms.electronicExecution,
    },
    clauses: clauses && clauseOrder.flatMap((key) => (clauses[key] ? [clauseIn(key, clauses[key], languages)] : [])),
  }
}

function announcedOf(terms: TermsDraft): ContentInput['terms']['announcedAs'] {
  const amount = money(terms.announced)
  const value = rateOf(terms.rate)
  if (!amount) return null
  return { amount, rate: value === null ? null : { value, date: terms.rateDate, source: terms.rateSource } }
}

/** Texts in languages that the agreement no longer has stay in the form and are not saved. */
function clauseIn(key: string, { heading, body }: Omit<Clause, 'key'>, languages: readonly Locale[]): Clause {
  const only = (text: LocalizedText): LocalizedText =>
    Object.fromEntries(
      LOCALES.flatMap((locale) => (languages.includes(locale) && text[locale]?.trim() ? [[locale, text[locale]]] : [])),
    )
  return { key, heading: only(heading), body: only(body) }
}

/** A key that none of the rows has: `m1`, `m2`. */
export function freeKey(prefix: string, taken: readonly string[]): string {
  let number = taken.length + 1
  while (taken.includes(`${prefix}${number}`)) number += 1
  return `${prefix}${number}`
}
