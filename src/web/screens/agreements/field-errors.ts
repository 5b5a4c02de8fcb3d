import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import type { Problem } from '../../problem.ts'

/** Sentences by the path of the field they belong to: `title.ko`, `parties.0.legalName`. */
export type FieldErrors = Readonly<Record<string, string>>

/** Refusals that are about one field and say so by their code alone. */
const FIELD_OF_CODE: Readonly<Record<string, string>> = {
  'agreements.number-taken': 'number',
  'agreements.prevailing-language-unclear': 'prevailing',
}

/** What of a problem can be said beside its field; `{}` when it belongs above the whole form. */
export function fieldErrors(problem: Problem): FieldErrors {
  if (Object.keys(problem.fields).length > 0) return problem.fields
  const field = FIELD_OF_CODE[problem.code]
  return field && problem.detail ? { [field]: problem.detail } : {}
}

/** The sentence of a field or of anything inside it; null when nothing is wrong there. */
export function errorAt(errors: FieldErrors, path: string): string | null {
  const found = Object.keys(errors).find((key) => key === path || key.startsWith(`${path}.`))
  return found === undefined ? null : (errors[found] ?? null)
}

/** Errors of a text side by side; one that is about the text as a whole stands beside the reader's language. */
export function localizedErrors(errors: FieldErrors, path: string, reader: Locale): Partial<Record<Locale, string>> {
  const found: Partial<Record<Locale, string>> = {}
  for (const locale of LOCALES) {
    const sentence = errors[`${path}.${locale}`]
    if (sentence) found[locale] = sentence
  }
  const whole = errors[path]
  if (whole) found[reader] ??= whole
  return found
}
