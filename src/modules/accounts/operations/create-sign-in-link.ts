import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Person } from '../store/person-store.ts'
import { type LinkToInsert, insertLinkForAddress, insertLinkForPerson } from '../store/sign-in-link-store.ts'

export interface SignInLink {
  readonly url: string
  /** Of the link, not its secret: fit for a dedupe key. */
  readonly linkId: Id
  readonly person: Person
}

export interface LinkOptions {
  readonly validMinutes: number
}

/**
 * A link that signs the person in once. Only its hash is stored, so that a copy of the database opens no door.
 * Refuses with `accounts.absent`.
 */
export async function createSignInLink(
  platform: Platform,
  personId: Id,
  options: LinkOptions,
): Promise<Result<SignInLink>> {
  const { link, url } = newLink(platform, options)
  const person = await insertLinkForPerson(platform.db, link, personId)
  return person ? ok({ url, linkId: link.id, person }) : refuse('absent', 'accounts.absent')
}

/** As `createSignInLink` for whoever has the address (in lower case). */
export async function createSignInLinkForAddress(
  platform: Platform,
  email: string,
  options: LinkOptions,
): Promise<Result<SignInLink>> {
  const { link, url } = newLink(platform, options)
  const person = await insertLinkForAddress(platform.db, link, email)
  return person ? ok({ url, linkId: link.id, person }) : refuse('absent', 'accounts.absent')
}

function newLink(platform: Platform, { validMinutes }: LinkOptions): { link: LinkToInsert; url: string } {
  const token = randomBytes(24).toString('base64url')
  const now = platform.clock.now()
  const link = {
    id: platform.newId(),
    identifier: createHash('sha256').update(token).digest('base64url'),
    now,
    expiresAt: addMinutes(now, validMinutes),
  }
  return { link, url: `${platform.config.baseUrl}/sign-in/${token}` }
}
