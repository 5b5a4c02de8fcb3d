import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { tellStatement } from './tell-statement.ts'

const counting = new AsyncLocalStorage<string[]>()

const TRANSACTION_CONTROL = /^\s*(?:begin|start transaction|commit|rollback|savepoint|release|set transaction)\b/i

/** Notes the statements of whoever is counting, and tells of them where that is wanted; else the driver's own client. */
export class CountingClient extends pg.Client {
  // @ts-expect-error pg declares a dozen overloads; all of them begin with the text, a config or a submittable.
  override query(statement: string | { text?: string }, ...rest: unknown[]): unknown {
    const text = typeof statement === 'string' ? statement : statement.text
    if (text !== undefined && !TRANSACTION_CONTROL.test(text)) counting.getStore()?.push(text)
    // @ts-expect-error as above
    return tellStatement(text, rest, (given) => super.query(statement, ...given))
  }
}

/**
 * Runs `work` and lists the SQL statements it sent, without begin, commit and rollback. For tests that hold
 * a route to its number of statements: `expect(statements).toHaveLength(2)` prints them when it fails.
 */
export async function countStatements<T>(work: () => Promise<T>): Promise<{ value: T; statements: string[] }> {
  const statements: string[] = []
  const value = await counting.run(statements, work)
  return { value, statements }
}
