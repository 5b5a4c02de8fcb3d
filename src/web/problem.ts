/** What the server says when it says no (RFC 9457), or what stands in for it when the server cannot be reached. */
export class Problem extends Error {
  override readonly name = 'Problem'
  /** Stable code such as `meetings.pair-already-live`, or `web.unreachable`, `web.unexpected`. */
  readonly code: string
  /** HTTP status; 0 when there was no answer. */
  readonly status: number
  /** The server's sentence, in the language the reader had chosen when asking; null when the server said nothing. */
  readonly detail: string | null
  /** Plain values of the sentence, for screens that say it their own way. */
  readonly values: ProblemValues
  /** Names the request in the server's log, so that a person can quote it. */
  readonly requestId: string | null
  /** Which inputs are wrong, by path (`profile.title`), each with its sentence. */
  readonly fields: Readonly<Record<string, string>>

  constructor(facts: {
    code: string
    status: number
    detail?: string | null
    values?: ProblemValues
    requestId?: string | null
    fields?: Readonly<Record<string, string>>
    cause?: unknown
  }) {
    super(`${facts.code} (${facts.status})`, { cause: facts.cause })
    this.code = facts.code
    this.status = facts.status
    this.detail = facts.detail ?? null
    this.values = facts.values ?? {}
    this.requestId = facts.requestId ?? null
    this.fields = facts.fields ?? {}
  }
}

export type ProblemValues = Readonly<Record<string, string | number | boolean | null>>

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Reads an `application/problem+json` body; anything else becomes `web.unexpected` with the status kept. */
export function problemFromBody(body: unknown, status: number): Problem {
  if (!isRecord(body) || typeof body.code !== 'string') return new Problem({ code: 'web.unexpected', status })
  const fields: Record<string, string> = {}
  for (const field of Array.isArray(body.fields) ? body.fields : []) {
    if (isRecord(field) && typeof field.path === 'string') fields[field.path] = String(field.message ?? '')
  }
  return new Problem({
    code: body.code,
    status,
    detail: typeof body.detail === 'string' ? body.detail : null,
    values: isRecord(body.values) ? (body.values as ProblemValues) : {},
    requestId: typeof body.requestId === 'string' ? body.requestId : null,
    fields,
  })
}

/** Anything thrown on the way to or from the server, as a problem. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  // fetch rejects with a TypeError when no answer came: offline, or the server is down.
  const unreachable = error instanceof TypeError
  return new Problem({ code: unreachable ? 'web.unreachable' : 'web.unexpected', status: 0, cause: error })
}

/** Worth asking again: no answer, or the server was overloaded or restarting. */
export const isPassing = (problem: Problem): boolean =>
  problem.code === 'web.unreachable' || problem.status === 429 || problem.status === 502 || problem.status === 503
