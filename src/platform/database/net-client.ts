import { AsyncResource } from 'node:async_hooks'
import pg from 'pg'
import { ALL, NONE, OWNER, currentStanding } from './reach.ts'
import { CountingClient } from './statement-count.ts'

/** How the connections of a database are held to the reach of the work they are lent to. */
export interface Net {
  /**
   * `none`: one session and one user for all, as the embedded database has it; nothing is said. `open`: until the net is
   * spread, and for commands that keep the database itself: the login's role, everything. `spread`: see `spreadNet`.
   */
  state: 'none' | 'open' | 'spread'
  /** Which a login that would bypass the policies steps down to; null: the login itself is held. */
  role: string | null
  /** Whether work that nobody gave a reach has all: in tests that call modules directly. Never in a running program. */
  allUnlessSaid: boolean
}

const TRANSACTION_BEGINS = /^\s*(?:begin|start transaction)\b/i
const TRANSACTION_ENDS = /^\s*(?:commit|rollback|end)\b/i
const SAY = `select set_config('role', $1, false), set_config('naru.reach', $2, false)`

/**
 * The client remembers for whom its session was last set, and sets it anew before a statement only when that has
 * changed. Both stand in the queue of the one connection, one after the other, so nothing comes between.
 */
export const clientOf = (net: Net) =>
  class NetClient extends CountingClient {
    #said: string | null = null
    /** Said since the last begin: a transaction that is rolled back takes it back. */
    #saidInside = false

    override query(statement: string | { text?: string }, ...rest: unknown[]): unknown {
      if (net.state !== 'none') this.#say(net)
      const text = (typeof statement === 'string' ? statement : statement.text) ?? ''
      if (TRANSACTION_BEGINS.test(text)) this.#saidInside = false
      if (this.#saidInside && TRANSACTION_ENDS.test(text)) this.#said = null
      return super.query(statement, ...rest)
    }

    #say({ state, role, allUnlessSaid }: Net): void {
      const { reach, asOwner } = state === 'open' ? OWNER : (currentStanding() ?? (allUnlessSaid ? ALL : NONE))
      const wanted = `${asOwner || role === null ? 'none' : role} ${reach}`
      if (wanted === this.#said) return
      this.#said = wanted
      this.#saidInside = true
      const [as, of] = wanted.split(' ')
      // Past the counting: it is no statement of the work. A session that could not be set must not go on with the
      // reach of another, so it is cut off and whoever waits for an answer hears of that.
      const cutOff = (error: Error | null) => {
        if (error) (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
      }
      const send = pg.Client.prototype.query as (text: string, values: unknown[], done: typeof cutOff) => void
      send.call(this, SAY, [as, of], cutOff)
    }
  }

/** Whoever waits for a connection gets it with the own reach, not with that of the work that gives it back. */
export class NetPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): unknown {
    if (!callback) return super.connect()
    // A moment later: a connection that has only just been made takes no statement yet.
    return super.connect(AsyncResource.bind((...given) => queueMicrotask(() => callback(...given))))
  }
}
