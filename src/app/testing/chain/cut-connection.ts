import type { ClientBase } from 'pg'
import type { Database } from '../../../platform/database/open.ts'

/** Ends the connection of whoever sends the n-th statement from now on. */
export interface Scissors {
  /** `when`: before the statement is sent, or after it, when nobody will hear its answer. */
  arm(statements: number, when: 'before' | 'after'): void
  /** Whether a connection was cut since `arm`. */
  disarm(): boolean
}

interface Wire {
  readonly connection: { readonly stream: { destroy(): void } }
}

export function scissorsFor({ pool }: Pick<Database, 'pool'>): Scissors {
  let left = Infinity
  let when: 'before' | 'after' = 'before'
  let isCut = false
  const prepared = new WeakSet<object>()
  // As it is lent out: some may have been open before.
  pool.on('acquire', (client) => {
    if (prepared.has(client)) return
    prepared.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const cut = () => (client as unknown as Wire).connection.stream.destroy()
    const cutting = (...args: unknown[]): unknown => {
      const isIt = --left === 0
      if (isIt) isCut = true
      if (isIt && when === 'before') cut()
      const answer = query(...args)
      if (isIt && when === 'after') setImmediate(cut)
      return answer
    }
    Object.assign(client, { query: cutting as ClientBase['query'] })
  })
  return {
    arm(statements, moment) {
      left = statements
      when = moment
      isCut = false
    },
    disarm() {
      left = Infinity
      return isCut
    },
  }
}
