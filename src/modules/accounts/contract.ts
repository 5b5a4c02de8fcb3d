import { oc } from '@orpc/contract'
import { z } from 'zod'
import { acknowledged, email, id, instant, locale } from '../shapes.ts'
import type { Access } from './domain/access.ts'
import { ROLES } from './domain/role.ts'

/** Every route starts here; a route without `.meta({ access })` keeps the server from starting. */
export const route = oc.$meta<{ access?: Access }>({})

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

  setLocale: route
    .meta({ access: 'signed-in' })
    .route({ method: 'PUT', path: '/session/locale', summary: 'Set my language', tags: ['accounts'] })
    .input(z.object({ locale }))
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
