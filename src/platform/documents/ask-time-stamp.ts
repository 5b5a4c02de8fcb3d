import { randomBytes } from 'node:crypto'
import { hostOf, openOutsideBytes } from '../outbound.ts'
import { type TimeStamp, checkTimeStamp, readResponse, readToken, timeStampRequest } from './time-stamp.ts'

/** Why there is no time stamp: no answer in time, an answer that says no, or one that proves nothing. */
type StampProblem = 'unreachable' | 'refused' | 'invalid'

type Stamped = (TimeStamp & { readonly token: Buffer }) | { readonly problem: StampProblem }

/** A signature waits no longer for its stamp. */
const WAIT_MILLISECONDS = 4000
const MAX_ANSWER_BYTES = 65_536
/** Room kept for it in the document. */
export const MAX_TOKEN_BYTES = 5000

/**
 * Asks an authority for a time stamp over a SHA-256 digest (RFC 3161 over HTTP) and checks its answer. Nothing but the
 * digest leaves the server. Never throws: without a stamp the answer says why.
 */
export async function askTimeStamp(url: string, imprint: Buffer, wait = WAIT_MILLISECONDS): Promise<Stamped> {
  const nonce = randomBytes(8)
  // Positive, and no byte could be left out.
  nonce[0] = (nonce[0]! & 0x7f) | 0x40
  const answer = await post(url, timeStampRequest(imprint, nonce), wait)
  if (!answer) return { problem: 'unreachable' }
  const response = readResponse(answer)
  if (!response) return { problem: 'invalid' }
  if (response.status > 1 || !response.token) return { problem: 'refused' }
  const token = readToken(response.token)
  const stamp = token && token.length <= MAX_TOKEN_BYTES ? checkTimeStamp(token, imprint, nonce) : null
  return token && stamp ? { ...stamp, token } : { problem: 'invalid' }
}

/** Null: nobody answered, not in time, not with success, or with more than an answer can be. */
async function post(url: string, request: Buffer, wait: number): Promise<Buffer | null> {
  const answer = await openOutsideBytes(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: request,
    timeoutMs: wait,
    maxBytes: MAX_ANSWER_BYTES,
    // The operator's own settings name the authority: it may stand in the operator's own network.
    trustedHosts: [hostOf(url)],
  })
  return answer.ok && answer.status >= 200 && answer.status < 300 ? answer.bytes : null
}
