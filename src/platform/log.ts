import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

/**
 * JSON lines on standard output. Lines carry ids, codes, counts and times, never names, addresses or texts
 * of people; `redact` is only the net below that rule.
 */
export type Log = Logger

export const createLog = (config: Pick<Config, 'logLevel'>): Log =>
  pino({
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: ['email', 'name', 'phone', 'address', 'password', 'token', '*.email', '*.phone', '*.password', '*.token'],
      censor: '[removed]',
    },
  })

/** Writes nothing: for tests. */
export const silentLog = (): Log => pino({ level: 'silent' })
