import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { mayInviteColleagues } from '../domain/policy.ts'
import { grantRole } from './invite-person.ts'

export interface InviteColleague {
  readonly programmeId: Id
  /** A company the actor speaks for; any other looks like one that does not exist. */
  readonly companyId: Id
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

/** Lets a colleague speak for the own company. Refuses with `accounts.absent` or `accounts.role-already-held`. */
export async function inviteColleague(
  platform: Platform,
  actor: Actor,
  { companyId, ...command }: InviteColleague,
): Promise<Result<{ personId: Id; grantId: Id }>> {
  if (!mayInviteColleagues(actor, command.programmeId, companyId)) return refuse('absent', 'accounts.absent')
  return grantRole(platform, actor, { ...command, role: 'company-representative', scopeId: companyId })
}
