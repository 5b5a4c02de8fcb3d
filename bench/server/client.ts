import { Agent, request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly ms: number
  readonly body: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly cookie?: string
  readonly body?: object
  /** The address a proxy would tell of; each person of a crowd has one of its own. */
  readonly from?: string
}

/** Asks the server over connections that stay open; `ms` is from asking to the last byte. */
export type Client = (path: string, question?: Question) => Promise<Answer>

export function openClient(url: string, maxSockets = 200): { ask: Client; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets })
  const ask: Client = (path, { method = 'GET', cookie, body, from } = {}) =>
    new Promise((resolve, reject) => {
      const startedMs = performance.now()
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers = {
        ...(cookie === undefined ? {} : { cookie }),
        ...(from === undefined ? {} : { 'x-forwarded-for': from }),
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
      }
      const sent = request(new URL(path, url), { method, agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            ms: performance.now() - startedMs,
            body: Buffer.concat(chunks).toString(),
            headers: response.headers,
          }),
        )
      })
      sent.on('error', reject)
      sent.end(text)
    })
  return { ask, close: () => agent.destroy() }
}

/** Does all of it with so many hands; the order of the results is that of the items. */
export async function withHands<T, R>(items: readonly T[], hands: number, work: (item: T, at: number) => Promise<R>) {
  const results: R[] = []
  let next = 0
  const hand = async () => {
    while (next < items.length) {
      const at = next++
      results[at] = await work(items[at]!, at)
    }
  }
  await Promise.all(Array.from({ length: Math.min(hands, items.length) }, hand))
  return results
}
