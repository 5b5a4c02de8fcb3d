import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import type { Config } from './config.ts'

/**
 * JSON lines on standard output. Lines carry ids, codes, counts and times, never names, addresses or texts
 * of people; `redact` is only the net below that rule.
 */
export type Log = Logger

export const createLog = (
  config: Pick<Config, 'logLevel'>,
  destination: DestinationStream = pino.destination(1),
): Log => pino(options(config), destination)

const options = (config: Pick<Config, 'logLevel'>): LoggerOptions => ({
  level: config.logLevel,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: plainError },
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: ['email', 'name', 'phone', 'address', 'password', 'token', '*.email', '*.phone', '*.password', '*.token'],
    censor: '[removed]',
  },
})

/**
 * What one needs to find the fault. Mail servers and the database repeat addresses and values in what they say, so
 * nothing else of an error is kept and addresses are taken out.
 */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'not an error' }
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
  const cause = error.cause instanceof Error ? { cause: plainError(error.cause) } : {}
  return {
    type: error.name,
    message: withoutAddresses(error.message),
    stack: withoutAddresses(error.stack ?? ''),
    ...Object.fromEntries(Object.entries({ code, constraint, table }).filter(([, value]) => typeof value === 'string')),
    ...cause,
  }
}

const withoutAddresses = (text: string): string => text.replace(/[^\s<>"'(),;:=]+@[^\s<>"'(),;:]+/g, '…')

/** Writes nothing: for tests. */
export const silentLog = (): Log => pino({ level: 'silent' })
