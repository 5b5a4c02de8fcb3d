import { type Currency, isCurrency } from '../../../kernel/money.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Basis, Grade, Kind, NewOutcome } from './shapes.ts'

/** A record as it is being written. */
export interface OutcomeDraft {
  readonly title: LocalizedText
  readonly kind: Kind
  readonly basis: Basis
  readonly grade: Grade
  readonly day: string
  readonly amount: string
  readonly currency: Currency
  readonly companyIds: readonly string[]
  /** Parties outside the programme, one a line. */
  readonly others: string
  readonly agreementId: string | null
  readonly reference: string
  readonly eventId: string | null
  readonly evidence: string
  readonly published: string
  readonly publishedCurrency: Currency
  readonly rate: string
  readonly rateDay: string
  readonly rateSource: string
  readonly distinct: boolean
}

export const newDraft = (day: string): OutcomeDraft => ({
  title: {},
  kind: 'memorandum',
  basis: 'signed',
  grade: 'claimed',
  day,
  amount: '',
  currency: 'USD',
  companyIds: [],
  others: '',
  agreementId: null,
  reference: '',
  eventId: null,
  evidence: '',
  published: '',
  publishedCurrency: 'KRW',
  rate: '',
  rateDay: '',
  rateSource: '',
  distinct: false,
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
/** Signs for thousands are a habit of the eye; the server takes digits. A comma is never taken for a decimal point. */
const digits = (text: string): string => text.replaceAll(/[\s,\u00a0\u202f]/g, '')

interface KnownCompany {
  readonly id: string
  readonly name: LocalizedText
}

/** What is sent. The names of companies are kept beside their ids, as they are called on that day. */
export function toNewOutcome(draft: OutcomeDraft, programmeId: string, companies: readonly KnownCompany[]): NewOutcome {
  const own = draft.companyIds.flatMap((id) => {
    const company = companies.find((one) => one.id === id)
    return company ? [{ companyId: id, sideId: null, name: company.name }] : []
  })
  const others = draft.others
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [{ companyId: null, sideId: null, name: { en: line.trim() } }]))
  const rate =
    draft.rate.trim() === ''
      ? null
      : { value: digits(draft.rate), date: draft.rateDay, source: draft.rateSource.trim() }
  const conversion =
    digits(draft.published) === ''
      ? []
      : [{ currency: draft.publishedCurrency, published: digits(draft.published), rate }]
  return {
    programmeId,
    title: draft.title,
    kind: draft.kind,
    basis: draft.basis,
    grade: draft.grade,
    happenedOn: draft.day,
    amount: digits(draft.amount) === '' ? null : { value: digits(draft.amount), currency: draft.currency },
    parties: [...own, ...others],
    agreementId: draft.agreementId,
    reference: orNull(draft.reference),
    eventId: draft.eventId,
    evidence: orNull(draft.evidence),
    conversions: conversion,
    distinct: draft.distinct,
  }
}

export const currencyOr = (text: string | null, before: Currency): Currency =>
  text !== null && isCurrency(text) ? text : before
