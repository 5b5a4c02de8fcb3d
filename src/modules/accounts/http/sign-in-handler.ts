import type { BetterAuthOptions } from 'better-auth'
import type { Database } from '../../../platform/database/open.ts'
import type { Platform } from '../../../platform/context.ts'
import { LIMIT_WINDOW_MINUTES, MAX_LINKS_PER_CLIENT, SESSION_DAYS } from '../domain/sign-in.ts'
import { sessionCookieName } from '../queries/resolve-actor.ts'

export interface SignInHandler {
  /**
   * Uses up the token of a sign-in link: a redirect to the app with the session cookie set, or to its sign-in page
   * with `?error=` when the token is unknown, used or too old. `client` is the caller's address.
   */
  consumeLink(token: string, request: SignInRequest): Promise<Response>
}

export interface SignInRequest {
  readonly headers: Headers
  readonly client: string
}

/** Set by us alone: what a client sends under this name never arrives. */
const CLIENT_HEADER = 'x-naru-client'

/**
 * Sign-in by better-auth over our own tables. Of its routes only the end of a link is reachable; links are made
 * by `createSignInLink`, sessions read by `resolveActor`, so that a request costs one statement. The library is
 * loaded with the first sign-in: it takes as long to load as the rest of the server.
 */
export function createSignInHandler(platform: Platform, pool: Database['authPool']): SignInHandler {
  let loading: ReturnType<typeof loadLibrary> | undefined
  return {
    async consumeLink(token, { headers, client }) {
      const library = await (loading ??= loadLibrary(platform, pool))
      const target = new URL('/api/auth/magic-link/verify', platform.config.baseUrl)
      target.search = new URLSearchParams({
        token,
        callbackURL: '/app/',
        errorCallbackURL: '/app/sign-in',
      }).toString()
      const forwarded = new Headers({ [CLIENT_HEADER]: client, 'user-agent': headers.get('user-agent') ?? '' })
      return library.handler(new Request(target, { headers: forwarded }))
    },
  }
}

async function loadLibrary(platform: Platform, pool: Database['authPool']) {
  const [{ betterAuth }, { magicLink }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/magic-link'),
  ])
  const link = magicLink({
    disableSignUp: true,
    storeToken: 'hashed',
    rateLimit: LIMIT,
    sendMagicLink: () => {
      throw new Error('Links are made by createSignInLink')
    },
  })
  return betterAuth({ ...options(platform, pool), plugins: [link] })
}

const seconds = (minutes: number): number => minutes * 60

const LIMIT = { window: seconds(LIMIT_WINDOW_MINUTES), max: MAX_LINKS_PER_CLIENT }

function options({ config, log }: Platform, pool: Database['authPool']) {
  const secure = config.baseUrl.startsWith('https:')
  return {
    appName: 'Naru',
    baseURL: config.baseUrl,
    basePath: '/api/auth',
    secret: config.secret,
    database: pool,
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'warn']({ part: 'sign-in' }, message),
    },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'session',
      expiresIn: seconds(SESSION_DAYS * 24 * 60),
      disableSessionRefresh: true,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      ...LIMIT,
    },
    advanced: {
      database: { generateId: 'uuid', validateSchema: false },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: sessionCookieName(config),
          attributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
        },
      },
    },
  } satisfies BetterAuthOptions
}
