import { createTranslator } from 'use-intl/core'
import type { Locale } from '../../../kernel/locale.ts'
import { messages as companies } from '../../../modules/companies/messages.ts'
import { messages as events } from '../../../modules/events/messages.ts'
import { messages as meetings } from '../../../modules/meetings/messages.ts'
import type { ImportIssue } from './shapes.ts'

/** Remarks of each stage; those of `companies` come without a prefix. */
const REMARKS = { companies, events, meetings }

const isOfLaterStage = (stage: string): stage is keyof typeof REMARKS => stage in REMARKS

/** What a remark of an import says, in the reader's language; a code that this version does not know stays a code. */
export function issueSentence({ code, values }: Pick<ImportIssue, 'code' | 'values'>, locale: Locale): string {
  const [first = '', second] = code.split('.')
  const [stage, key] = second !== undefined && isOfLaterStage(first) ? [first, second] : (['companies', code] as const)
  const remarks: Readonly<Record<string, string>> = REMARKS[stage][locale].importIssues
  const message = remarks[key]
  if (message === undefined) return code
  // A translator of its own: the key is data here, which the typed one cannot take.
  const translate = createTranslator({ locale, messages: { message } as { message: string } })
  return translate('message', plainValues(values))
}

const plainValues = (values: ImportIssue['values']): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]),
  )
