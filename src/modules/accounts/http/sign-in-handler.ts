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
  /** Passes a request on to the sign-in library: the two halves of a passkey, and single sign-on. */
  handle(request: Request, client: string): Promise<Response>
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
    async handle(request, client) {
      const library = await (loading ??= loadLibrary(platform, pool))
      const headers = new Headers(request.headers)
      headers.set(CLIENT_HEADER, client)
      const { pathname, search } = new URL(request.url)
      const body = request.method === 'POST' ? { body: await request.text() } : {}
      const target = new URL(pathname + search, platform.config.baseUrl)
      return library.handler(new Request(target, { method: request.method, headers, ...body }))
    },
  }
}

async function loadLibrary(platform: Platform, pool: Database['authPool']) {
  const [{ betterAuth }, { magicLink }, { passkey }, { genericOAuth }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/magic-link'),
    import('@better-auth/passkey'),
    import('better-auth/plugins/generic-oauth'),
  ])
  const link = magicLink({
    disableSignUp: true,
    storeToken: 'hashed',
    rateLimit: LIMIT,
    sendMagicLink: () => {
      throw new Error('Links are made by createSignInLink')
    },
  })
  const keys = passkey({ ...passkeyOptions(platform), authentication: { afterVerification: requireUserVerified } })
  const { singleSignOn } = platform.config
  if (singleSignOn === null) return betterAuth({ ...options(platform, pool), plugins: [link, keys] })
  const provider = {
    providerId: SINGLE_SIGN_ON,
    discoveryUrl: `${singleSignOn.issuer}/.well-known/openid-configuration`,
    clientId: singleSignOn.clientId,
    clientSecret: singleSignOn.clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    // Who may come in is decided by invitation; the provider only says who somebody is.
    disableSignUp: true,
  }
  return betterAuth({ ...options(platform, pool), plugins: [link, keys, genericOAuth({ config: [provider] })] })
}

/** Name of the one identity provider in the addresses it comes back to: `/api/auth/callback/organisation`. */
const SINGLE_SIGN_ON = 'organisation'

const passkeyOptions = ({ config }: Platform) => ({
  rpID: new URL(config.baseUrl).hostname,
  rpName: 'Naru',
  origin: new URL(config.baseUrl).origin,
  authenticatorSelection: { residentKey: 'required' as const, userVerification: 'required' as const },
  schema: {
    passkey: {
      fields: {
        publicKey: 'public_key',
        userId: 'person_id',
        credentialID: 'credential_id',
        deviceType: 'device_type',
        backedUp: 'backed_up',
        createdAt: 'created_at',
      },
    },
  },
})

/** The passkey is all that stands between a stolen telephone and the account, so the device must know its owner. */
async function requireUserVerified({
  verification,
}: {
  verification: { authenticationInfo: { userVerified: boolean } }
}) {
  if (!verification.authenticationInfo.userVerified) throw new Error('The device did not check who uses it')
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
      // An invited person who comes back from the provider with the same, verified address is the same person.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
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
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure },
      cookies: {
        session_token: {
          name: sessionCookieName(config),
          attributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
        },
      },
    },
  } satisfies BetterAuthOptions
}
