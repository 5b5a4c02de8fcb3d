import { ORPCError } from '@orpc/client'
import { ValidationError } from '@orpc/contract'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal, RefusalKind } from '../../kernel/result.ts'
import type { MessageValues, Translator } from '../i18n.ts'
import { isUnavailable } from '../unavailable.ts'

/** What the server says when it says no: RFC 9457, as `application/problem+json`. */
export interface Problem {
  /** `urn:naru:problem:<code>`, stable. */
  readonly type: string
  readonly title: string
  readonly status: number
  /** A sentence for the person, in the language of the request. */
  readonly detail: string
  readonly code: string
  readonly values: Readonly<Record<string, string | number | boolean | null>>
  /** Names the request in the log. */
  readonly requestId: string
  /** Which inputs are wrong; only for code `http.invalid-input`. */
  readonly fields?: readonly FieldProblem[]
}

export interface FieldProblem {
  /** `profile.keywords.0` */
  readonly path: string
  readonly code: string
  readonly message: string
}

/** A refusal on its way through the router; `problemOf` turns it into the answer. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export interface ProblemFacts {
  readonly locale: Locale
  readonly requestId: string
  readonly translator: Translator
}

const STATUS: Readonly<Record<RefusalKind, number>> = { absent: 404, forbidden: 403, conflict: 409, invalid: 422 }

/** When to ask again, in seconds, where the database or the disk cannot be reached: a server starts in less. */
export const RETRY_AFTER_SECONDS = 5

/** Anything thrown while answering, as a problem. `isDefect` asks the caller to log `error`, once. */
export function problemOf(error: unknown, facts: ProblemFacts): { problem: Problem; isDefect: boolean } {
  if (error instanceof Refused) return { problem: refusalProblem(error.refusal, facts), isDefect: false }
  if (error instanceof ORPCError && error.status < 500) {
    const problem =
      error.cause instanceof ValidationError ? invalidInput(error.cause, facts) : protocolProblem(error.status, facts)
    return { problem, isDefect: false }
  }
  const values = { requestId: facts.requestId }
  if (isUnavailable(error)) {
    return { problem: build('unavailable', 503, 'http.unavailable', values, facts), isDefect: true }
  }
  return { problem: build('defect', 500, 'http.defect', values, facts), isDefect: true }
}

export const refusalProblem = ({ kind, code, detail }: Refusal, facts: ProblemFacts, status = STATUS[kind]): Problem =>
  build(kind, status, code, detail ?? {}, facts)

/** Errors that the protocol layer makes itself: no such route, an unreadable body. */
function protocolProblem(status: number, facts: ProblemFacts): Problem {
  if (status === 404) return refusalProblem({ kind: 'absent', code: 'http.not-found' }, facts)
  if (status === 403 || status === 401)
    return refusalProblem({ kind: 'forbidden', code: 'http.not-allowed' }, facts, status)
  return refusalProblem({ kind: 'invalid', code: 'http.malformed' }, facts, status)
}

function build(
  kind: RefusalKind | 'defect' | 'unavailable',
  status: number,
  code: string,
  values: Problem['values'],
  { locale, requestId, translator }: ProblemFacts,
): Problem {
  const title = translator.translate(locale, `http.titles.${kind}`)
  return {
    type: `urn:naru:problem:${code}`,
    title,
    status,
    detail: translator.hasRefusal(locale, code) ? translator.translateRefusal(locale, code, values) : title,
    code,
    values,
    requestId,
  }
}

function invalidInput(error: ValidationError, facts: ProblemFacts): Problem {
  const fields = error.issues.map((issue) => fieldProblem(issue as Issue, error.data, facts))
  const problem = build('invalid', 400, 'http.invalid-input', { count: fields.length }, facts)
  return { ...problem, fields }
}

/** What zod tells of an issue beyond the standard schema's message and path. */
interface Issue {
  readonly code?: string
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[]
  readonly origin?: string
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
}

function fieldProblem(issue: Issue, input: unknown, { locale, translator }: ProblemFacts): FieldProblem {
  const keys = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part))
  const given = keys.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input)
  const { code, values } = fieldReason(issue, given)
  const known = translator.has(locale, `http.fields.${code}`) ? code : 'invalid'
  return {
    path: keys.map(String).join('.'),
    code,
    message: translator.translate(locale, `http.fields.${known}`, values),
  }
}

function fieldReason(issue: Issue, given: unknown): { code: string; values: MessageValues } {
  const isText = issue.origin === 'string'
  switch (issue.code) {
    case 'too_small':
      if (isText && given === '') return { code: 'required', values: {} }
      return { code: isText ? 'too-short' : 'too-small', values: { limit: Number(issue.minimum) } }
    case 'too_big':
      return { code: isText ? 'too-long' : 'too-large', values: { limit: Number(issue.maximum) } }
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union':
      if (given === undefined || given === null) return { code: 'required', values: {} }
      return { code: issue.code === 'invalid_value' ? 'not-allowed' : 'invalid', values: {} }
    case 'unrecognized_keys':
      return { code: 'unknown-field', values: {} }
    // A contract's own rule names its reason where zod has the message: `.refine(isTimeZone, 'time-zone')`.
    case 'custom':
      return { code: /^[a-z]+(?:-[a-z]+)*$/.test(issue.message) ? issue.message : 'invalid', values: {} }
    default:
      return { code: 'invalid', values: {} }
  }
}
