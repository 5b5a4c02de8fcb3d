import type { MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'

/**
 * No script but our own files. Styles may stand in the page, because Mantine writes style attributes (which
 * no nonce can cover) and style elements for its theme and responsive props; an injected style can at worst
 * disfigure. Blobs are for pictures and video made in the page.
 */
const contentSecurityPolicy = (mediaServer: string | null): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    mediaServer === null
      ? `connect-src 'self'`
      : `connect-src 'self' ${mediaServer} ${mediaServer.replace(/^ws/, 'http')}`,
    `media-src 'self' blob:`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join('; ')

export function securityHeaders(config: Pick<Config, 'baseUrl' | 'rooms'>): MiddlewareHandler {
  const headers: [string, string][] = [
    ['content-security-policy', contentSecurityPolicy(mediaServerOrigin(config))],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    [
      'permissions-policy',
      'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()',
    ],
  ]
  if (config.baseUrl.startsWith('https:')) headers.push(['strict-transport-security', 'max-age=31536000'])
  return async (c, next) => {
    await next()
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}

/** Of the media server, without its path: a policy names places, not pages. */
const mediaServerOrigin = ({ rooms }: Pick<Config, 'rooms'>): string | null => {
  if (rooms.livekit === null) return null
  const { protocol, host } = new URL(rooms.livekit.url)
  return `${protocol}//${host}`
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something comes from one of our own pages. Browsers send Origin with it;
 * programs send neither header, and carry no cookies that another site could misuse.
 */
export function isOwnOrigin(
  request: { readonly method: string; readonly headers: Headers },
  config: Pick<Config, 'baseUrl'>,
): boolean {
  if (SAFE_METHODS.has(request.method)) return true
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin === null) return site === null || site === 'same-origin' || site === 'none'
  if (!URL.canParse(origin)) return false
  return origin === new URL(config.baseUrl).origin || new URL(origin).host === request.headers.get('host')
}
