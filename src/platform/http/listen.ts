import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Config } from '../config.ts'
import type { HttpApp } from './app.ts'

export interface Listening {
  readonly port: number
  /** Takes no new connections, lets answers under way finish for two seconds, then cuts what is left (live events). */
  close(): Promise<void>
}

const GRACE_MS = 2000

/** Rejects with one sentence when the port cannot be had. */
export function listen<Actor>(app: HttpApp<Actor>, { host, port }: Pick<Config, 'host' | 'port'>): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address: AddressInfo) => {
      resolve({
        port: address.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeIdleConnections' in server) {
              server.closeIdleConnections()
              setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
            }
          }),
      })
    })
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken; choose another with PORT.`)
          : new Error(`Cannot listen on ${host}:${port}: ${error.message}`, { cause: error }),
      ),
    )
  })
}
