import type { Id } from '../../../kernel/id.ts'
import { type Actor, administers, hasRole, isOperator, seesProgramme } from '../../accounts/domain/actor.ts'

export { type Actor, journalActor } from '../../accounts/domain/actor.ts'

/** Reads lists, hits and decisions. For everybody else there is no screening: no company learns of another's. */
export const mayRead = (actor: Actor, programmeId: Id): boolean => seesProgramme(actor, programmeId)

/** Checks parties, decides on a hit, escalates, fills in questionnaires. */
export const mayManage = (actor: Actor, programmeId: Id): boolean => isOperator(actor, programmeId)

/** Reads watch lists in: who works with them, and the auditor who looks after them. */
export const mayImport = (actor: Actor, programmeId: Id): boolean =>
  isOperator(actor, programmeId) || hasRole(actor, programmeId, 'auditor')

/** Says what the programme demands, and asks for less: operators, and nobody in their place. */
export const maySetPolicy = (actor: Actor, programmeId: Id): boolean => administers(actor, programmeId)

/** Decides what was escalated or proposed: an operator or official themselves, as long as it was not theirs. */
export const maySecond = (actor: Actor, programmeId: Id): boolean =>
  actor.kind === 'person' &&
  actor.grants.some(
    (grant) => grant.programmeId === programmeId && (grant.role === 'operator' || grant.role === 'official'),
  )

/** Two people, neither of them the system: a job cannot confirm what it proposed. */
export const isSecondPerson = (actor: Actor, firstId: Id | null): boolean =>
  actor.kind === 'person' && firstId !== null && actor.personId !== firstId

export const personOf = (actor: Actor): Id | null => (actor.kind === 'person' ? actor.personId : null)
