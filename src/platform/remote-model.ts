import type { RemoteModel } from './config.ts'
import { type OutboundFailure, hostOf, openOutside } from './outbound.ts'

/**
 * - `timeout`, `unreachable`: no answer. `status`: an answer that is an error. `unreadable`: not JSON, or too much of it.
 */
export type RemoteFailure = 'timeout' | 'unreachable' | 'status' | 'unreadable'

export type RemoteAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: RemoteFailure }

export interface RemoteLimits {
  readonly timeoutMs: number
  readonly maxBytes: number
}

const LIMITS: RemoteLimits = { timeoutMs: 60_000, maxBytes: 1_000_000 }

/**
 * Sends JSON to a model's service and reads JSON back. The address comes from the environment alone, and a redirect is
 * an error, so nobody can point the server elsewhere. Never throws for what the other side does.
 */
export async function askRemoteModel(
  { url, key, model }: RemoteModel,
  path: `/${string}`,
  body: object,
  { timeoutMs, maxBytes }: RemoteLimits = LIMITS,
): Promise<RemoteAnswer> {
  const answer = await openOutside(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ model, ...body }),
    timeoutMs,
    maxBytes,
    trustedHosts: [hostOf(url)],
  })
  if (!answer.ok) return { ok: false, failure: FAILURES[answer.failure] }
  if (answer.status < 200 || answer.status > 299) return { ok: false, failure: 'status' }
  try {
    return { ok: true, value: JSON.parse(answer.text) as unknown }
  } catch {
    return { ok: false, failure: 'unreadable' }
  }
}

const FAILURES: Readonly<Record<OutboundFailure, RemoteFailure>> = {
  refused: 'unreachable',
  redirect: 'unreachable',
  unreachable: 'unreachable',
  timeout: 'timeout',
  'too-much': 'unreadable',
}
