import { createAccountsRoutes } from './http/routes.ts'
import { startAccountsJobs } from './jobs/forget-expired.ts'
import { startRetention } from './jobs/retention.ts'
import { messages } from './messages.ts'
import type { Platform } from '../../platform/context.ts'
import type { PrivacySources } from './operations/personal-data.ts'
import { summariseAccounts } from './queries/summarise-accounts.ts'

export {
  type Actor,
  type RoleGrant,
  administers,
  hasRole,
  isOperator,
  journalActor,
  ownInterpreters,
  ownProgrammes,
  representedCompanies,
  seesProgramme,
  systemActor,
} from './domain/actor.ts'
export type { Access, RouteMeta } from './domain/access.ts'
export { ROLES, type Role, rolesOf } from './domain/role.ts'
export { INVITATION_LINK_MINUTES } from './domain/sign-in.ts'
export { authorise, reachOfAddress, reachOfRoute } from './http/authorise.ts'
export { limitLinks } from './http/limit-links.ts'
export { implementRoutes } from './http/routes.ts'
export { createSignInHandler } from './http/sign-in-handler.ts'
export { type ContinuePage, mountSignIn } from './http/sign-in-routes.ts'
export { type SignInLink, createSignInLink } from './operations/create-sign-in-link.ts'
export { applyRetention } from './operations/apply-retention.ts'
export type { DataSubject, PersonalData, PrivacySources, RetentionRule } from './operations/personal-data.ts'
export { type InvitePerson, invitePerson } from './operations/invite-person.ts'
export { type PasskeyRequest, preparePasskeyProof } from './operations/prepare-passkey-proof.ts'
export { type PasskeyAnswer, provePasskey } from './operations/prove-passkey.ts'
export { revokeRole } from './operations/revoke-role.ts'
export { administersInstallation } from './queries/administers-installation.ts'
export { findConsenting } from './queries/find-consenting.ts'
export { findProver } from './queries/find-prover.ts'
export { listPeople } from './queries/list-people.ts'
export { admitToken } from './http/admit-token.ts'
export { resolveActor, resolveBearer } from './queries/resolve-actor.ts'
export type { AccountsTables } from './store/tables.ts'

export { messages as accountsMessages }

/** `sources`: what the other stages know of people, which this stage may not ask itself. */
export const createAccountsModule = (sources: PrivacySources) =>
  ({
    name: 'accounts',
    routes: createAccountsRoutes(sources),
    summariseStage: summariseAccounts,
    startJobs: async (platform: Platform): Promise<void> => {
      await startAccountsJobs(platform)
      await startRetention(platform, sources)
    },
    messages,
  }) as const
