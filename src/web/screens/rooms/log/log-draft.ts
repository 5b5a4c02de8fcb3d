import type { Locale } from '../../../../kernel/locale.ts'
import { type Currency, type Money, plainUnits } from '../../../../kernel/money.ts'
import { parseTypedAmount } from '../../../../kernel/typed-amount.ts'
import type { Inputs, Outputs } from '../../../api.ts'

export type LogRecord = Outputs['rooms']['readLog']
export type MeetingLog = LogRecord['logs'][number]
export type LogInput = Omit<Inputs['rooms']['writeLog'], 'programmeId' | 'requestId' | 'revision'>

/** A log as it is being typed. */
export interface LogDraft {
  readonly attended: MeetingLog['attended']
  readonly interest: number | null
  readonly agreementKind: MeetingLog['agreementKind']
  readonly amountText: string
  readonly currency: Currency
  readonly amountBasis: MeetingLog['amountBasis']
  readonly note: string
  readonly nextStep: string
  readonly nextStepOn: string
  readonly confidential: boolean
}

export const draftOf = (log: MeetingLog | undefined, locale: Locale): LogDraft => ({
  attended: log?.attended ?? 'both',
  interest: log?.interest ?? null,
  agreementKind: log?.agreementKind ?? 'none',
  amountText: log?.amount ? plainUnits(log.amount) : '',
  currency: log?.amount?.currency ?? (locale === 'ko' ? 'KRW' : 'USD'),
  amountBasis: log?.amountBasis ?? null,
  note: log?.note ?? '',
  nextStep: log?.nextStep ?? '',
  nextStepOn: log?.nextStepOn ?? '',
  confidential: log?.confidential ?? false,
})

/** null: nothing typed. */
export const amountOf = ({ amountText, currency }: LogDraft): Money | null | 'wrong' =>
  amountText.trim() === '' ? null : (parseTypedAmount(amountText, currency) ?? 'wrong')

export type LogFault = 'amountWrong' | 'basisMissing' | 'stepMissing'

/** What has to be put right before it is sent. */
export function faultsOf(draft: LogDraft): LogFault[] {
  const amount = draft.attended === 'both' ? amountOf(draft) : null
  return [
    ...(amount === 'wrong' ? (['amountWrong'] as const) : []),
    ...(amount !== null && amount !== 'wrong' && draft.amountBasis === null ? (['basisMissing'] as const) : []),
    ...(draft.nextStepOn !== '' && draft.nextStep.trim() === '' ? (['stepMissing'] as const) : []),
  ]
}

export function inputOf(draft: LogDraft): LogInput {
  const { attended, interest, agreementKind, confidential } = draft
  const amount = amountOf(draft)
  const took = attended === 'both'
  return {
    attended,
    interest: took ? interest : null,
    agreementKind: took ? agreementKind : 'none',
    amount: took && amount !== 'wrong' ? amount : null,
    amountBasis: took && amount !== null ? draft.amountBasis : null,
    note: draft.note,
    nextStep: draft.nextStep,
    nextStepOn: draft.nextStepOn === '' ? null : draft.nextStepOn,
    confidential,
  }
}

export type LogState = 'unwritten' | 'written' | 'half' | 'signed'

export function logStateOf({ revision, hostSignedAt, guestSignedAt, signedOffAt }: LogRecord): LogState {
  if (signedOffAt !== null) return 'signed'
  if (revision === 0) return 'unwritten'
  return hostSignedAt !== null || guestSignedAt !== null ? 'half' : 'written'
}

/** An unwritten log needs the hand of those who write it, and of nobody else. */
export function logToneOf(record: LogRecord): 'hand' | 'neutral' | 'accent' | 'done' {
  const state = logStateOf(record)
  if (state === 'unwritten') return record.writesAs === null ? 'neutral' : 'hand'
  return state === 'signed' ? 'done' : 'accent'
}
