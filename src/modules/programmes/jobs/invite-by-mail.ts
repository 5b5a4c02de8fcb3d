import type { Platform } from '../../../platform/context.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { INVITATION_LINK_MINUTES, createSignInLink } from '../../accounts/index.ts'
import { invitationMail } from '../emails/invitation-mail.ts'
import { sendMail } from '../operations/word-mails.ts'
import { findInvitation } from '../store/invitation-store.ts'

/**
 * Tells people in their language that they have a role, with a link that signs them in once. Only when a person gave
 * it: what the instance loads by itself, such as the demo, writes to nobody.
 */
export const inviteByMail = {
  reader: 'programmes.invite-by-mail',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    for (const { action, actorKind, actorId, subjectId } of entries) {
      if (action !== 'role.granted' || actorKind !== 'person') continue
      const invitation = await findInvitation(platform.db, subjectId)
      // Whoever opens a programme has given the role to themselves and knows.
      if (!invitation || invitation.personId === actorId) continue
      const link = await createSignInLink(platform, invitation.personId, { validMinutes: INVITATION_LINK_MINUTES })
      const of = { programmeId: invitation.programmeId, kind: 'invitation' } as const
      if (link.ok) await sendMail(platform, of, invitationMail(invitation, link.value))
    }
  },
}
