import { setTimeout as pause } from 'node:timers/promises'
import { implementContract, unwrap } from '../../../platform/http/orpc.ts'
import { accountsContract } from '../contract.ts'
import type { Actor } from '../domain/actor.ts'
import { decideConsent } from '../operations/decide-consent.ts'
import { endOtherSessions, endOwnSession, endSession } from '../operations/end-session.ts'
import { erasePerson, eraseSelf, previewErasure } from '../operations/erase-person.ts'
import { inviteColleague } from '../operations/invite-colleague.ts'
import { invitePerson } from '../operations/invite-person.ts'
import { leaveProgramme } from '../operations/leave-programme.ts'
import { createToken, revokeToken } from '../operations/manage-tokens.ts'
import type { PrivacySources } from '../operations/personal-data.ts'
import { removePasskey } from '../operations/remove-passkey.ts'
import { requestSignInLink } from '../operations/request-sign-in-link.ts'
import { revokeRole } from '../operations/revoke-role.ts'
import { setLocale } from '../operations/set-locale.ts'
import { exportOwnData } from '../queries/export-own-data.ts'
import { listColleagues } from '../queries/list-colleagues.ts'
import { listPeople } from '../queries/list-people.ts'
import { listTokens } from '../queries/list-tokens.ts'
import { presentConsents } from './present-consents.ts'
import { readAccount } from '../queries/read-account.ts'
import { readConsents } from '../queries/read-consents.ts'
import { readSession } from '../queries/read-session.ts'

/** Where the routes of every module start: `const on = implementRoutes(eventsContract)`. */
export const implementRoutes = implementContract<Actor>()

const on = implementRoutes(accountsContract)

const DONE = { ok: true } as const

/** Longer than mailing a link takes, so that the time of the answer does not tell who is known either. */
const LINK_ANSWER_MS = 300

/** `sources`: what the other stages know of people, which this stage may not ask itself. */
export const createAccountsRoutes = (sources: PrivacySources) =>
  on.router({
    readSession: on.readSession.handler(async ({ context: { platform, actor } }) => {
      const { grants, ...session } = await readSession(platform, actor)
      return { ...session, grants: [...grants] }
    }),

    requestSignInLink: on.requestSignInLink.handler(async ({ input, context: { platform } }) => {
      await Promise.all([requestSignInLink(platform, input), pause(LINK_ANSWER_MS)])
      return DONE
    }),

    signOut: on.signOut.handler(async ({ context: { platform, actor } }) => {
      unwrap(await endSession(platform, actor))
      return DONE
    }),

    readConsents: on.readConsents.handler(async ({ context: { platform, actor, locale } }) =>
      presentConsents(unwrap(await readConsents(platform, actor)), locale),
    ),

    decideConsent: on.decideConsent.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await decideConsent(platform, actor, input))
      return DONE
    }),

    exportOwnData: on.exportOwnData.handler(async ({ context: { platform, actor } }) =>
      unwrap(await exportOwnData(platform, actor, sources)),
    ),

    eraseSelf: on.eraseSelf.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await eraseSelf(platform, actor, input, sources)),
    ),

    previewErasure: on.previewErasure.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await previewErasure(platform, actor, input, sources)),
    ),

    erasePerson: on.erasePerson.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await erasePerson(platform, actor, input, sources))
      return DONE
    }),

    setLocale: on.setLocale.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await setLocale(platform, actor, input))
      return DONE
    }),

    listPeople: on.listPeople.handler(async ({ input, context: { platform, actor } }) => ({
      rows: unwrap(await listPeople(platform, actor, input)),
    })),

    invitePerson: on.invitePerson.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await invitePerson(platform, actor, input)),
    ),

    readAccount: on.readAccount.handler(async ({ context: { platform, actor } }) =>
      unwrap(await readAccount(platform, actor)),
    ),

    endOwnSession: on.endOwnSession.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await endOwnSession(platform, actor, input))
      return DONE
    }),

    endOtherSessions: on.endOtherSessions.handler(async ({ context: { platform, actor } }) =>
      unwrap(await endOtherSessions(platform, actor)),
    ),

    removePasskey: on.removePasskey.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await removePasskey(platform, actor, input))
      return DONE
    }),

    listTokens: on.listTokens.handler(async ({ context: { platform, actor } }) => ({
      rows: unwrap(await listTokens(platform, actor)),
    })),

    createToken: on.createToken.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await createToken(platform, actor, input)),
    ),

    revokeToken: on.revokeToken.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await revokeToken(platform, actor, input))
      return DONE
    }),

    inviteColleague: on.inviteColleague.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await inviteColleague(platform, actor, input)),
    ),

    listColleagues: on.listColleagues.handler(async ({ input, context: { platform, actor } }) => ({
      rows: await listColleagues(platform, actor, input),
    })),

    leaveProgramme: on.leaveProgramme.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await leaveProgramme(platform, actor, input))
      return DONE
    }),

    revokeRole: on.revokeRole.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await revokeRole(platform, actor, input))
      return DONE
    }),
  })
