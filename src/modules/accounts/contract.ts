import { oc } from '@orpc/contract'
import { z } from 'zod'
import { acknowledged, email, id, instant, locale } from '../shapes.ts'
import type { RouteMeta } from './domain/access.ts'
import { MAX_TOKEN_DAYS, TOKEN_SCOPES } from './domain/token-scope.ts'
import { CONSENT_PURPOSES } from './domain/consent.ts'
import { ROLES } from './domain/role.ts'

/** Every route starts here; a route without `.meta({ access })` keeps the server from starting. */
export const route = oc.$meta<RouteMeta>({})

export const everyRole = ROLES

export const role = z.enum(ROLES)

export const grant = z.object({
  programmeId: id,
  role,
  /** The company a representative speaks for, or the interpreter a person is. */
  scopeId: id.nullable(),
})

export const session = z.object({
  person: z.object({ id, name: z.string(), email: z.string(), locale }).nullable(),
  grants: z.array(grant),
  /** True without SMTP: mails land in a folder of the server, and the sign-in page says so. */
  mailIsLocal: z.boolean(),
  /** Whether signing in through the organisation's own identity provider is set up. */
  singleSignOn: z.boolean(),
})

export const personRow = z.object({
  id,
  name: z.string(),
  email: z.string(),
  locale,
  role,
  scopeId: id.nullable(),
  grantId: id,
  grantedAt: instant,
  lastSeenAt: instant.nullable(),
})

export const ownSession = z.object({
  id,
  createdAt: instant,
  lastSeenAt: instant,
  /** As the browser calls itself, and where it came from; null when it did not say. */
  userAgent: z.string().nullable(),
  ipAddress: z.string().nullable(),
  /** The one this answer goes to. */
  current: z.boolean(),
})

export const consentPurpose = z.enum(CONSENT_PURPOSES)

/** Where a purpose stands, with the text in force in the language of the request. */
export const consent = z.object({
  purpose: consentPurpose,
  textVersion: z.string(),
  title: z.string(),
  text: z.string(),
  /** Null: nothing was said of this text yet. */
  given: z.boolean().nullable(),
  decidedAt: instant.nullable(),
})

/** One word of a person; every one stays. */
export const consentRecord = z.object({
  id,
  purpose: consentPurpose,
  title: z.string(),
  textVersion: z.string(),
  locale,
  given: z.boolean(),
  decidedAt: instant,
})

export const passkey = z.object({ id, name: z.string().nullable(), createdAt: instant })

/** What a browser hands to `navigator.credentials.get`, and what comes back (WebAuthn, in JSON). */
export const passkeyRequest = z.object({
  challengeId: id,
  options: z.object({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.int(),
    userVerification: z.literal('required'),
    allowCredentials: z.array(z.object({ id: z.string(), type: z.literal('public-key') })),
  }),
})
const base64url = z
  .string()
  .min(1)
  .max(4000)
  .regex(/^[\w-]+$/)
export const passkeyAnswer = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    authenticatorData: base64url,
    clientDataJSON: base64url,
    signature: base64url,
    userHandle: z.string().max(400).optional(),
  }),
})

export const apiToken = z.object({
  id,
  name: z.string(),
  scope: z.enum(TOKEN_SCOPES),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
})

export const accountsContract = {
  readSession: route
    .meta({ access: 'public' })
    .route({ method: 'GET', path: '/session', summary: 'Who I am and which roles I hold', tags: ['accounts'] })
    .output(session),

  requestSignInLink: route
    .meta({ access: 'public' })
    .route({ method: 'POST', path: '/sign-in-links', summary: 'Ask for a sign-in link by mail', tags: ['accounts'] })
    .input(z.object({ email, locale: locale.default('en') }))
    // The same answer whether or not the address is known.
    .output(acknowledged),

  signOut: route
    .meta({ access: 'signed-in' })
    .route({ method: 'POST', path: '/session/end', summary: 'End this session', tags: ['accounts'] })
    .output(acknowledged),

  readAccount: route
    .meta({ access: 'signed-in' })
    .route({
      method: 'GET',
      path: '/session/account',
      summary: 'Where I am signed in, and my passkeys',
      tags: ['accounts'],
    })
    .output(z.object({ sessions: z.array(ownSession), passkeys: z.array(passkey) })),

  endOwnSession: route
    .meta({ access: 'signed-in' })
    .route({
      method: 'DELETE',
      path: '/session/sessions/{sessionId}',
      summary: 'End one of my sessions',
      tags: ['accounts'],
    })
    .input(z.object({ sessionId: id }))
    .output(acknowledged),

  endOtherSessions: route
    .meta({ access: 'signed-in' })
    .route({
      method: 'POST',
      path: '/session/sessions/end-others',
      summary: 'Stay signed in only here',
      tags: ['accounts'],
    })
    .output(z.object({ ended: z.number().int() })),

  removePasskey: route
    .meta({ access: 'signed-in' })
    .route({
      method: 'DELETE',
      path: '/session/passkeys/{passkeyId}',
      summary: 'Remove a passkey of mine',
      tags: ['accounts'],
    })
    .input(z.object({ passkeyId: id }))
    .output(acknowledged),

  listTokens: route
    .meta({ access: 'signed-in' })
    .route({ method: 'GET', path: '/session/tokens', summary: 'My API tokens', tags: ['accounts'] })
    .output(z.object({ rows: z.array(apiToken) })),

  createToken: route
    .meta({ access: 'signed-in' })
    .route({
      method: 'POST',
      path: '/session/tokens',
      summary: 'Make an API token; it is told only now',
      tags: ['accounts'],
    })
    .input(
      z.object({
        name: z.string().trim().min(1).max(80),
        scope: z.enum(TOKEN_SCOPES),
        validDays: z.number().int().min(1).max(MAX_TOKEN_DAYS),
      }),
    )
    .output(z.object({ id, token: z.string() })),

  revokeToken: route
    .meta({ access: 'signed-in' })
    .route({
      method: 'DELETE',
      path: '/session/tokens/{tokenId}',
      summary: 'Revoke one of my API tokens',
      tags: ['accounts'],
    })
    .input(z.object({ tokenId: id }))
    .output(acknowledged),

  setLocale: route
    .meta({ access: 'signed-in' })
    .route({ method: 'PUT', path: '/session/locale', summary: 'Set my language', tags: ['accounts'] })
    .input(z.object({ locale }))
    .output(acknowledged),

  readConsents: route
    .meta({ access: 'signed-in' })
    .route({ method: 'GET', path: '/session/consents', summary: 'What I have agreed to', tags: ['accounts'] })
    .output(z.object({ consents: z.array(consent), ledger: z.array(consentRecord) })),

  decideConsent: route
    .meta({ access: 'signed-in' })
    .route({ method: 'POST', path: '/session/consents', summary: 'Give or withdraw a consent', tags: ['accounts'] })
    .input(
      z.object({ purpose: consentPurpose, textVersion: z.string().regex(/^v[0-9]{1,4}$/), locale, given: z.boolean() }),
    )
    .output(acknowledged),

  exportOwnData: route
    .meta({ access: 'signed-in', reach: 'all' })
    .route({
      method: 'GET',
      path: '/session/data',
      summary: 'Everything that is known of me, as JSON in an archive',
      tags: ['accounts'],
    })
    .output(z.file()),

  eraseSelf: route
    .meta({ access: 'signed-in', reach: 'all' })
    .route({
      method: 'POST',
      path: '/session/erasure',
      summary: 'Forget me; what must stay is named',
      tags: ['accounts'],
    })
    .input(z.object({ email }))
    .output(z.object({ erased: z.number().int(), kept: z.record(z.string(), z.number().int()) })),

  previewErasure: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/people/{personId}/erasure',
      summary: 'What forgetting a person in this programme would remove, and what stays for which reason',
      tags: ['accounts'],
    })
    .input(z.object({ programmeId: id, personId: id }))
    .output(z.object({ erased: z.number().int(), kept: z.record(z.string(), z.number().int()) })),

  erasePerson: route
    .meta({ access: ['operator'], reach: 'all' })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/people/{personId}/erasure',
      summary: 'Forget a person in this programme, and altogether when there is no role elsewhere',
      tags: ['accounts'],
    })
    .input(z.object({ programmeId: id, personId: id }))
    .output(acknowledged),

  listPeople: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/people',
      summary: 'People with a role',
      tags: ['accounts'],
    })
    .input(z.object({ programmeId: id }))
    .output(z.object({ rows: z.array(personRow) })),

  invitePerson: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/people',
      summary: 'Invite a person to a role',
      tags: ['accounts'],
    })
    .input(
      z.object({
        programmeId: id,
        name: z.string().trim().min(1).max(200),
        email,
        locale,
        role,
        scopeId: id.nullable().default(null),
      }),
    )
    .output(z.object({ personId: id, grantId: id })),

  inviteColleague: route
    .meta({ access: ['company-representative'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/colleagues',
      summary: 'Let a colleague speak for my company too',
      tags: ['accounts'],
    })
    .input(z.object({ programmeId: id, companyId: id, name: z.string().trim().min(1).max(200), email, locale }))
    .output(z.object({ personId: id, grantId: id })),

  listColleagues: route
    .meta({ access: ['company-representative'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/colleagues',
      summary: 'Who else speaks for my companies',
      tags: ['accounts'],
    })
    .input(z.object({ programmeId: id }))
    .output(
      z.object({ rows: z.array(z.object({ personId: id, name: z.string(), email: z.string(), companyId: id })) }),
    ),

  leaveProgramme: route
    .meta({ access: everyRole })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/leave',
      summary: 'Give up my roles in this programme',
      tags: ['accounts'],
    })
    .input(z.object({ programmeId: id, roles: z.array(role).min(1) }))
    .output(acknowledged),

  revokeRole: route
    .meta({ access: ['operator'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/role-grants/{grantId}',
      summary: 'Take a role back',
      tags: ['accounts'],
    })
    .input(z.object({ programmeId: id, grantId: id }))
    .output(acknowledged),
}
