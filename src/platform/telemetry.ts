/**
 * Traces and metrics, for whoever watches an installation. Nothing is loaded and nothing is done unless `startTelemetry`
 * of `telemetry-export.ts` set a sink, which it does only where the settings name an endpoint.
 *
 * What is told: names of routes, statements without their values, kinds of jobs, durations, counts and codes. Never a
 * value, an address, a name or a text.
 */
export type Facts = Readonly<Record<string, string | number>>

export interface Doing {
  /** A word of our own, such as `GET /programmes/{programmeId}/companies` or `job mail.deliver`. */
  readonly name: string
  readonly kind: 'request' | 'statement' | 'job'
  readonly facts: Facts
}

/** Told of what is done while it is done. */
export interface Span {
  /** Once more is known of it than at the start. */
  tell(facts: Facts, name?: string): void
  end(error?: unknown): void
}

export interface TelemetrySink {
  start(doing: Doing): Span
  /** Runs `work` so that what it starts is part of `span`. */
  within<T>(span: Span, work: () => T): T
  /** The request or job that is being worked on here. */
  current(): Span | null
}

const untold: Span = { tell() {}, end() {} }

let sink: TelemetrySink | null = null

/** For `telemetry-export.ts` alone. */
export function setTelemetrySink(next: TelemetrySink | null): void {
  sink = next
}

export const isTold = (): boolean => sink !== null

/** Something that ends by itself, such as a statement; `end` the span that this returns. */
export const startSpan = (doing: Doing): Span => sink?.start(doing) ?? untold

/** Something that contains others: a request, a job. */
export async function traced<T>(doing: Doing, work: (span: Span) => Promise<T>): Promise<T> {
  if (sink === null) return work(untold)
  const span = sink.start(doing)
  try {
    const result = await sink.within(span, () => work(span))
    span.end()
    return result
  } catch (error) {
    span.end(error)
    throw error
  }
}

/** Says more of the request or job that is being worked on, from wherever that is known. */
export function tellCurrent(facts: Facts, name?: string): void {
  sink?.current()?.tell(facts, name)
}
