import { type Refusal, refuse } from '../../../kernel/result.ts'
import { uniqueViolation } from '../../../platform/database/handle.ts'
import type { ProblemOf } from '../domain/profile-rules.ts'

/** The same whether the thing is not there or not for this person to know of. */
export const absent = () => refuse('absent', 'companies.absent')
export const forbidden = () => refuse('forbidden', 'companies.forbidden')
export const changedMeanwhile = () => refuse('conflict', 'companies.changed-meanwhile')

/** The first problem as a refusal: a form shows one at a time and most of them beforehand. */
export const invalid = ({ code, field, values }: ProblemOf<string>) =>
  refuse('invalid', `companies.${code}`, { ...values, field })

const TAKEN: Readonly<Record<string, string>> = {
  company_programme_id_code_key: 'code-taken',
  company_identifier_once: 'identifier-taken',
  contact_email: 'contact-known',
  profile_programme_id_code_key: 'code-taken',
}

/** Runs a write whose row another may already have; throws whatever else goes wrong. */
export async function unlessTaken<T>(
  write: () => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; refusal: Refusal }> {
  try {
    return { ok: true, value: await write() }
  } catch (error) {
    const code = TAKEN[uniqueViolation(error) ?? '']
    if (code === undefined) throw error
    return refuse('conflict', `companies.${code}`)
  }
}
