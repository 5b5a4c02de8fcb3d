import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { standingOf } from '../../events/index.ts'
import { decideNever } from '../domain/never.ts'
import { type NeverPair, deleteNever, insertNever, loadNeverFacts } from '../store/never-store.ts'
import type { EventKey } from '../store/request-store.ts'
import { actorId, neverEntry } from './entry.ts'

export type SetNeverMeet = EventKey & NeverPair & { readonly never: boolean }

/** Puts somebody on a participant's never-meet list or takes them off; saying it twice changes nothing. */
export async function setNeverMeet(platform: Platform, actor: Actor, command: SetNeverMeet): Promise<Result<null>> {
  const now = platform.clock.now()
  const facts = await loadNeverFacts(platform.db, command, command, now)
  const decided = decideNever(facts, standingOf(actor, command.programmeId), command)
  if (!decided.ok) return decided
  const entry = neverEntry(platform, actor, command.programmeId, command, command.never)
  if (command.never) {
    await insertNever(platform.db, command, command, { createdBy: actorId(actor), createdAt: now }, entry)
  } else {
    await deleteNever(platform.db, command.eventId, command, entry)
  }
  return ok(null)
}
