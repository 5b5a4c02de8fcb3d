import { type Result, ok } from '../../../kernel/result.ts'
import { TECHNOLOGIES, type Technology } from './control-entries.ts'
import { type LicenceDays, isValidOn } from './licence.ts'
import { type Quantity, parseQuantity } from './quantity.ts'
import { refuseScreening } from './refusal.ts'

export const TECHNOLOGY_STATES = ['to-check', 'no-licence-needed', 'licence-required', 'licence-on-file'] as const
export type TechnologyState = (typeof TECHNOLOGY_STATES)[number]

export const TECHNOLOGY_SUBJECTS = ['agreement', 'profile', 'other'] as const
export type TechnologySubject = (typeof TECHNOLOGY_SUBJECTS)[number]

/** A parameter as it was given, and in its base unit. */
export interface Answer {
  readonly key: string
  readonly text: string
  readonly value: number
}

/** An entry that somebody must read. `first`: an answer lies where the lists have had a limit. */
export interface EntryToCheck {
  readonly code: string
  readonly first: boolean
}

export const technologyOf = (key: string): Technology | null => TECHNOLOGIES.find((one) => one.key === key) ?? null

/**
 * What has to be looked at for the answers, with what lies near a limit in front. Answers may be missing: then nothing
 * is put in front, and nothing is left out. Refuses a parameter of another technology and what is no quantity of its kind.
 */
export function entriesToCheck(
  technology: Technology,
  given: readonly { readonly key: string; readonly text: string }[],
): Result<{ readonly answers: readonly Answer[]; readonly entries: readonly EntryToCheck[] }> {
  const answers: Answer[] = []
  for (const { key, text } of given) {
    const parameter = technology.parameters.find((one) => one.key === key)
    if (!parameter) return refuseScreening('invalid', 'parameter-unknown', { parameter: key })
    const read: Result<Quantity> = parseQuantity(text, parameter.dimension)
    if (!read.ok) return read
    answers.push({ key, text, value: read.value.value })
  }
  const entries = technology.entries.map(({ code, first }) => {
    const value = first && answers.find(({ key }) => key === first.parameter)?.value
    if (!first || value === undefined) return { code, first: false }
    return { code, first: value <= (first.atMost ?? Infinity) && value >= (first.atLeast ?? -Infinity) }
  })
  return ok({ answers, entries: entries.toSorted((a, b) => Number(b.first) - Number(a.first)) })
}

/** Whether a hard gate lets the technology pass on this day; a determination and a licence end with their day. */
export function technologyPasses(
  {
    state,
    expiresOn,
    licences,
  }: { state: TechnologyState; expiresOn: string | null; licences: readonly LicenceDays[] },
  today: string,
): boolean {
  if (expiresOn !== null && expiresOn < today) return false
  if (state === 'no-licence-needed') return true
  return state === 'licence-on-file' && licences.some((licence) => isValidOn(licence, today))
}
