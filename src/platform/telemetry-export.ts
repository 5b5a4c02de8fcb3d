import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import {
  INVALID_SPAN_CONTEXT,
  type Span as OtelSpan,
  SpanKind,
  SpanStatusCode,
  context,
  createContextKey,
  trace,
} from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { TelemetrySettings } from './config.ts'
import { type Doing, type Facts, type Span, type TelemetrySink, setTelemetrySink } from './telemetry.ts'

export interface TelemetryParts {
  /** Of connections to the database. */
  readonly pool: { readonly totalCount: number; readonly idleCount: number; readonly waitingCount: number }
}

export interface StartedTelemetry {
  /** Sends what is left, and tells nobody any more. */
  close(): Promise<void>
}

/** What an error is, without what it says: messages repeat values. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? code : error.name
}

const KINDS = { request: SpanKind.SERVER, statement: SpanKind.CLIENT, job: SpanKind.CONSUMER } as const
/** Names of the semantic conventions, in seconds. */
const DURATIONS = {
  request: 'http.server.request.duration',
  statement: 'db.client.operation.duration',
  job: 'messaging.process.duration',
} as const
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
/** Facts that a duration is told apart by: few values each. The others are told in traces only. */
const APART = new Set([
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'db.operation.name',
  'naru.job',
  'error.type',
])

type RecordDuration = (kind: Doing['kind'], seconds: number, facts: Facts) => void

class TracedSpan implements Span {
  readonly otel: OtelSpan
  readonly #doing: Doing
  readonly #startedMs = performance.now()
  readonly #record: RecordDuration
  #facts: Facts

  constructor(doing: Doing, otel: OtelSpan, record: RecordDuration) {
    this.#doing = doing
    this.otel = otel
    this.#record = record
    this.#facts = doing.facts
  }

  tell(facts: Facts, name?: string): void {
    this.#facts = { ...this.#facts, ...facts }
    this.otel.setAttributes(facts)
    if (name !== undefined) this.otel.updateName(name)
  }

  end(error?: unknown): void {
    if (error !== undefined) {
      this.tell({ 'error.type': codeOf(error) })
      this.otel.setStatus({ code: SpanStatusCode.ERROR })
    }
    this.otel.end()
    const facts = Object.fromEntries(Object.entries(this.#facts).filter(([key]) => APART.has(key)))
    this.#record(this.#doing.kind, (performance.now() - this.#startedMs) / 1000, facts)
  }
}

/** Key under which a context holds our own span beside the library's. */
const OURS = createContextKey('naru span')

/** From now on requests, statements and jobs are told to the endpoint of the settings (OTLP over HTTP, as JSON). */
export function startTelemetry(settings: TelemetrySettings, { pool }: TelemetryParts): StartedTelemetry {
  const resource = resourceFromAttributes({
    'service.name': settings.serviceName,
    'service.version': ownVersion(),
    'process.pid': process.pid,
  })
  const traces = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(settings.share) }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${settings.endpoint}/v1/traces` }) }),
    ],
  })
  const metrics = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: `${settings.endpoint}/v1/metrics` }),
        exportIntervalMillis: settings.metricSeconds * 1000,
        exportTimeoutMillis: Math.min(settings.metricSeconds * 1000, 30_000),
      }),
    ],
  })
  const contexts = new AsyncLocalStorageContextManager().enable()
  // Only this one: with a tracer of ours for everybody, libraries would tell what they like.
  context.setGlobalContextManager(contexts)
  const stopLooking = lookAtProcess(metrics, pool)
  setTelemetrySink(sinkOf(traces, metrics))
  return {
    async close() {
      setTelemetrySink(null)
      stopLooking()
      const sent = Promise.allSettled([traces.shutdown(), metrics.shutdown()])
      // An endpoint that does not answer keeps nobody from ending.
      await Promise.race([sent, pause(CLOSE_MS, undefined, { ref: false })])
      context.disable()
    },
  }
}

const CLOSE_MS = 2000

const ownVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

function sinkOf(traces: TracerProvider, metrics: MeterProvider): TelemetrySink {
  const tracer = traces.getTracer('naru')
  const meter = metrics.getMeter('naru')
  const advice = { unit: 's', advice: { explicitBucketBoundaries: SECONDS } }
  const durations = {
    request: meter.createHistogram(DURATIONS.request, advice),
    statement: meter.createHistogram(DURATIONS.statement, advice),
    job: meter.createHistogram(DURATIONS.job, advice),
  }
  const record: RecordDuration = (kind, seconds, facts) => durations[kind].record(seconds, facts)
  return {
    start(doing) {
      const within = context.active()
      // The queue asks every second whether there is work: only what belongs to a request or a job is a trace.
      const isTrace = doing.kind !== 'statement' || trace.getSpan(within) !== undefined
      const otel = isTrace
        ? tracer.startSpan(doing.name, { kind: KINDS[doing.kind], attributes: doing.facts }, within)
        : trace.wrapSpanContext(INVALID_SPAN_CONTEXT)
      return new TracedSpan(doing, otel, record)
    },
    within: (span, work) =>
      span instanceof TracedSpan
        ? context.with(trace.setSpan(context.active(), span.otel).setValue(OURS, span), work)
        : work(),
    current: () => (context.active().getValue(OURS) as Span | undefined) ?? null,
  }
}

/** Memory, waiting for the processor, and waiting for the database. */
function lookAtProcess(metrics: MeterProvider, pool: TelemetryParts['pool']): () => void {
  const meter = metrics.getMeter('naru')
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  meter
    .createObservableGauge('process.memory.usage', { unit: 'By' })
    .addCallback((gauge) => gauge.observe(process.memoryUsage.rss()))
  meter.createObservableGauge('nodejs.eventloop.delay.p99', { unit: 's' }).addCallback((gauge) => {
    gauge.observe(delay.percentile(99) / 1e9)
    delay.reset()
  })
  meter.createObservableGauge('db.client.connection.count').addCallback((gauge) => {
    gauge.observe(pool.idleCount, { 'db.client.connection.state': 'idle' })
    gauge.observe(pool.totalCount - pool.idleCount, { 'db.client.connection.state': 'used' })
  })
  meter
    .createObservableGauge('db.client.connection.pending_requests')
    .addCallback((gauge) => gauge.observe(pool.waitingCount))
  return () => delay.disable()
}
