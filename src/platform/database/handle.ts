import { type Kysely, sql } from 'kysely'

/**
 * The database, or a transaction on it, without any table in its type: only a store, which knows its own
 * tables, turns it into something to query with `tables`.
 */
export type Db = Kysely<unknown>

/** The same handle typed with the tables of one store. */
export const tables = <T>(db: Db): Kysely<T> => db as unknown as Kysely<T>

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
}

const ATTEMPTS = 4

/**
 * Runs `work` in a transaction and commits what it did, with two exceptions: a thrown error rolls back, and
 * so does a returned refusal (`{ ok: false }`), because a rule that says no changes nothing. Inside an open
 * transaction `work` simply joins it.
 *
 * Inside `work` use only the handle passed to it: the embedded database has a single session, and a query
 * on the outer handle would wait for the transaction that waits for the query.
 *
 * A transaction that lost against a concurrent one (40001, 40P01) is run again, at most three times; so
 * `work` must have no effects but those on the database.
 */
export async function transaction<T>(
  db: Db,
  work: (trx: Db) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (db.isTransaction) return work(db)
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptTransaction(db, work, options)
    } catch (error) {
      if (attempt === ATTEMPTS || !isSerializationFailure(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt * (1 + Math.random())))
    }
  }
}

/** Carries a refusal out of Kysely's callback, where only a throw rolls back. */
class RolledBack extends Error {
  readonly outcome: unknown
  constructor(outcome: unknown) {
    super('rolled back')
    this.outcome = outcome
  }
}

async function attemptTransaction<T>(db: Db, work: (trx: Db) => Promise<T>, options: TransactionOptions): Promise<T> {
  const builder = options.isolation ? db.transaction().setIsolationLevel(options.isolation) : db.transaction()
  try {
    return await builder.execute(async (trx) => {
      const outcome = await work(trx)
      if (isRefused(outcome)) throw new RolledBack(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as T
    throw error
  }
}

const isRefused = (outcome: unknown): boolean =>
  typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false && 'refusal' in outcome

interface PostgresError {
  readonly code: string
  readonly constraint?: string
}

const postgresError = (error: unknown): PostgresError | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? (error as unknown as PostgresError)
    : null

const isSerializationFailure = (error: unknown): boolean =>
  ['40001', '40P01'].includes(postgresError(error)?.code ?? '')

const violation =
  (code: string) =>
  (error: unknown): string | null => {
    const known = postgresError(error)
    return known?.code === code ? (known.constraint ?? '') : null
  }

/** Name of the unique index or constraint that refused the write, or null for any other error. */
export const uniqueViolation = violation('23505')

/** Name of the exclusion constraint that refused the write, or null for any other error. */
export const exclusionViolation = violation('23P01')

/** Name of the foreign key that refused the write, or null for any other error. */
export const foreignKeyViolation = violation('23503')

/** A value for a jsonb column: without it the driver would turn an array into a PostgreSQL array. */
export const jsonb = <T>(value: T) =>
  sql<T>`${value === null || value === undefined ? null : JSON.stringify(value)}::jsonb`
