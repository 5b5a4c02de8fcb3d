import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayReadAgenda } from '../domain/policy.ts'
import { type PeopleOfMeeting, type RequestKey, findPeopleOfMeeting } from '../store/delegate-store.ts'

export type { PartyPeople } from '../store/delegate-store.ts'

/** Who attends the meeting of a request, for those of its two companies and those who answer for the programme. */
export async function readPeople(platform: Platform, actor: Actor, key: RequestKey): Promise<Result<PeopleOfMeeting>> {
  const people = await findPeopleOfMeeting(platform.db, key, platform.clock.now())
  const isSeen = people && [people.host, people.guest].some((party) => mayReadAgenda(actor, key.programmeId, party))
  return isSeen ? ok(people) : refuse('absent', 'scheduling.absent')
}
