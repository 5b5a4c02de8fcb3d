import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { Locale } from '../src/kernel/locale.ts'
import { contract } from '../src/modules/contract.ts'
import { problemFromBody } from '../src/web/problem.ts'
import { PATIENCE_MS } from './browser.ts'

/** Somebody who is signed in, or nobody, and calls the API over HTTP. */
export interface Caller {
  /** The routes, typed by the contract. Rejects with `Problem`. */
  readonly api: ContractRouterClient<typeof contract>
  /** Any request, as it is; a plain object goes as JSON. Answers of any status are returned. */
  readonly send: (method: string, path: string, request?: Sent) => Promise<Response>
  readonly cookie: string
}

export interface Sent {
  readonly body?: FormData | object
  /** What the browser of the caller would ask for. */
  readonly locale?: Locale
}

export function callerOf(url: string, cookie = ''): Caller {
  const headers = cookie === '' ? {} : { cookie }
  const link = new OpenAPILink(contract, {
    url: `${url}/api/v1`,
    headers,
    async fetch(request, init) {
      const response = await fetch(request, init)
      if (response.ok) return response
      throw problemFromBody(await response.json().catch(() => null), response.status)
    },
  })
  return {
    api: createORPCClient(link),
    cookie,
    send(method, path, { body, locale = 'en' } = {}) {
      const isForm = body instanceof FormData
      return fetch(`${url}/api/v1${path}`, {
        method,
        headers: { ...headers, 'accept-language': locale, ...(isForm ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      })
    },
  }
}

/** Uses up a sign-in link as the button on its page does. */
export async function signIn(link: string): Promise<Caller> {
  const { origin } = new URL(link)
  const response = await fetch(link, { method: 'POST', headers: { origin }, redirect: 'manual' })
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  if (cookie === '') throw new Error(`The link did not sign in: ${response.status} ${response.headers.get('location')}`)
  return callerOf(origin, cookie)
}

/** Asks again until the answer is as awaited. Throws with the last one when that takes too long. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isSo: (value: T) => boolean,
  limitMs = PATIENCE_MS,
): Promise<T> {
  const giveUpAt = performance.now() + limitMs
  for (;;) {
    const value = await ask()
    if (isSo(value)) return value
    if (performance.now() > giveUpAt) throw new Error(`Still ${JSON.stringify(value)} after ${limitMs} ms`)
    await new Promise((done) => setTimeout(done, 20))
  }
}
