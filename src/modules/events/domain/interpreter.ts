import type { Interval } from '../../../kernel/interval.ts'
import { type Refusal, type Result, ok } from '../../../kernel/result.ts'
import { type EventsRefusal, refuseEvent } from './refusal.ts'

export interface InterpreterFacts {
  readonly name: string
  readonly email: string | null
  /** "ko-ru": two language codes in alphabetical order. */
  readonly languagePairs: readonly string[]
  /** Longest stretch without a pause. */
  readonly maxConsecutiveMinutes: number | null
  /** Empty: the whole event. */
  readonly availability: readonly Interval[]
}

/** Pairs as they are stored: languages in alphabetical order, each pair once. At least one pair of two languages. */
export function decideLanguagePairs(pairs: readonly string[]): Result<string[], Refusal<EventsRefusal>> {
  if (pairs.length === 0) return refuseEvent('invalid', 'interpreter-without-language-pair')
  const ordered = pairs.map((pair) => pair.split('-').toSorted())
  if (ordered.some(([first, second]) => first === second))
    return refuseEvent('invalid', 'language-pair-of-one-language')
  return ok([...new Set(ordered.map((pair) => pair.join('-')))])
}
