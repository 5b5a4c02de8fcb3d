import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { findProver as findRow } from '../store/passkey-store.ts'

/** The verified address of whoever is signed in, and whether they have a passkey. Null: nobody is signed in. */
export const findProver = async (
  platform: Platform,
  actor: Actor,
): Promise<{ readonly email: string; readonly hasPasskey: boolean } | null> =>
  actor.kind === 'person' ? findRow(platform.db, actor.personId) : null
