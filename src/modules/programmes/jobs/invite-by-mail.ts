import type { Platform } from '../../../platform/context.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { INVITATION_LINK_MINUTES, createSignInLink } from '../../accounts/index.ts'
import { invitationMail } from '../emails/invitation-mail.ts'
import { findInvitation } from '../store/invitation-store.ts'

/**
 * Tells people in their language that they have a role, with a link that signs them in once. Only when a person gave
 * it: what the instance loads by itself, such as the demo, writes to nobody.
 */
export const inviteByMail = {
  reader: 'programmes.invite-by-mail',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    for (const { action, actorKind, subjectId } of entries) {
      if (action !== 'role.granted' || actorKind !== 'person') continue
      const invitation = await findInvitation(platform.db, subjectId)
      if (!invitation) continue
      const link = await createSignInLink(platform, invitation.personId, { validMinutes: INVITATION_LINK_MINUTES })
      if (link.ok) await platform.mail.enqueue(platform.db, invitationMail(invitation, link.value))
    }
  },
}
