import { lookup as lookUp } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, type LookupFunction, isIP } from 'node:net'

export interface OutboundRequest {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly timeoutMs: number
  readonly maxBytes: number
  /**
   * Hosts that the operator's own settings name: they may stand in the operator's own network. Every other host must be
   * a public one.
   */
  readonly trustedHosts: readonly string[]
}

/**
 * - `refused`: not an address that the server may open. `timeout`, `unreachable`: no answer. `redirect`: an answer that
 *   points elsewhere. `too-much`: more than `maxBytes`.
 */
export type OutboundFailure = 'refused' | 'timeout' | 'unreachable' | 'redirect' | 'too-much'

interface Failed {
  readonly ok: false
  readonly failure: OutboundFailure
}
export type OutboundAnswer = { readonly ok: true; readonly status: number; readonly text: string } | Failed
export type OutboundBytes = { readonly ok: true; readonly status: number; readonly bytes: Buffer } | Failed

/** Networks that are not the internet (RFC 6890 and the registries of IANA for special-purpose addresses). */
const INNER = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INNER.addSubnet(network, prefix, 'ipv4')

/** Only 2000::/3 is given out; within it are tunnels that carry an IPv4 address, and addresses for books. */
const GLOBAL_IPV6 = new BlockList()
GLOBAL_IPV6.addSubnet('2000::', 3, 'ipv6')
const NOT_GLOBAL_IPV6 = new BlockList()
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  NOT_GLOBAL_IPV6.addSubnet(network, prefix, 'ipv6')

/** Whether the address is one of the public internet. IPv4 within IPv6 is never that: nobody needs to write it so. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !INNER.check(address, 'ipv4')
  return family === 6 && GLOBAL_IPV6.check(address, 'ipv6') && !NOT_GLOBAL_IPV6.check(address, 'ipv6')
}

class NotPublic extends Error {
  override readonly name = 'NotPublic'
}

/** Finds the addresses of a name; an argument for tests. */
type FindAddresses = (
  name: string,
  answer: (error: Error | null, addresses: { address: string; family: number }[]) => void,
) => void

const findAddresses: FindAddresses = (name, answer) => lookUp(name, { all: true, verbatim: true }, answer)

/**
 * Opens an address for the server. The connection goes to the very address that was looked at, so a name that resolves
 * differently the second time gains nothing; all addresses of a name must be public. Redirects are not followed, names
 * with a user or password are refused. Never throws for what the other side does.
 */
export async function openOutside(
  address: string,
  request: OutboundRequest,
  find: FindAddresses = findAddresses,
): Promise<OutboundAnswer> {
  const answer = await openOutsideBytes(address, request, find)
  return answer.ok ? { ok: true, status: answer.status, text: answer.bytes.toString('utf8') } : answer
}

/** As `openOutside`, for answers that are no text. */
export async function openOutsideBytes(
  address: string,
  request: OutboundRequest,
  find: FindAddresses = findAddresses,
): Promise<OutboundBytes> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) return failed('refused')
  const host = hostOf(url.href)
  const isTrusted = request.trustedHosts.includes(host)
  if (!isTrusted && isIP(host) !== 0 && !isPublicAddress(host)) return failed('refused')
  return send(url, request, lookupOf(isTrusted, find))
}

/** As `trustedHosts` wants it. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '')

const failed = (failure: OutboundFailure): Failed => ({ ok: false, failure })

const lookupOf =
  (isTrusted: boolean, find: FindAddresses): LookupFunction =>
  (name, { all }, answer) =>
    find(name, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return answer(error ?? new Error(`No address of ${name}`), '')
      if (!isTrusted && !addresses.every((each) => isPublicAddress(each.address)))
        return answer(new NotPublic(name), '')
      if (all) answer(null, addresses)
      else answer(null, first.address, first.family)
    })

function send(url: URL, request: OutboundRequest, lookup: LookupFunction): Promise<OutboundBytes> {
  const { method, headers, body, timeoutMs, maxBytes } = request
  const start = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = start(url, { method, headers: { ...headers, ...length }, lookup, signal, agent: false })
    const end = (answer: OutboundBytes): void => {
      resolve(answer)
      sent.destroy()
    }
    sent.on('error', (error) => end(failed(failureOf(error, signal))))
    sent.on('response', (response) => {
      const status = response.statusCode ?? 0
      if (status >= 300 && status < 400) return end(failed('redirect'))
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > maxBytes) return end(failed('too-much'))
        chunks.push(chunk)
      })
      response.on('error', (error) => end(failed(failureOf(error, signal))))
      response.on('end', () => end({ ok: true, status, bytes: Buffer.concat(chunks) }))
    })
    sent.end(body)
  })
}

function failureOf(error: Error, signal: AbortSignal): OutboundFailure {
  if (error instanceof NotPublic) return 'refused'
  return signal.aborted ? 'timeout' : 'unreachable'
}
