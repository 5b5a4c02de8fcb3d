import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { countPeople } from '../store/role-grant-store.ts'

/** This stage in the overview: people with a role, and how many of them have never come. */
export async function summariseAccounts(platform: Platform, _actor: Actor, programmeId: Id) {
  const counts = await countPeople(platform.db, programmeId)
  return {
    stage: 'accounts' as const,
    built: true,
    count: counts.people,
    attention: 0,
    facts: {
      people: counts.people,
      operators: counts.operator,
      officials: counts.official,
      representatives: counts['company-representative'],
      interpreters: counts.interpreter,
      neverSignedIn: counts.neverSignedIn,
    },
  }
}
