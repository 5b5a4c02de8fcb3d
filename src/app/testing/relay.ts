import { once } from 'node:events'
import { type Socket, connect, createServer } from 'node:net'

/** A line to a server that can be cut and put back. */
export interface Relay {
  readonly port: number
  /** Ends every connection and takes no more. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

/** Hands every connection on to `host`:`port`. */
export async function startRelay(host: string, port: number): Promise<Relay> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, host)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
  }
  const cut = async () => {
    if (!server.listening) return
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of open) socket.destroy()
    await closed
  }
  await listen(0)
  const own = (server.address() as { port: number }).port
  return { port: own, cut, mend: () => listen(own), close: cut }
}
