import type { RemoteModel } from './config.ts'

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
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, ...body }),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return { ok: false, failure: 'status' }
    }
    const text = await readUpTo(response, maxBytes)
    return text === null ? { ok: false, failure: 'unreadable' } : { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    return { ok: false, failure: failureOf(error) }
  }
}

/** Null as soon as there is more than that. */
async function readUpTo(response: Response, maxBytes: number): Promise<string | null> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function failureOf(error: unknown): RemoteFailure {
  if (error instanceof SyntaxError) return 'unreadable'
  return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable'
}
