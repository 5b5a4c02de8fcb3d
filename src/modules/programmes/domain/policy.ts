import { type Actor, administers } from '../../accounts/domain/actor.ts'

/** Where a programme's doings are told of is part of its set-up. */
export const mayManageWebhooks = administers

/** How the background work of the programme fares. That of the whole installation is its administrators' alone. */
export const mayWatchWork = administers

/** What a programme is called, which parts it uses, how it looks and writes, and whether it is over. */
export const maySetUp = administers

/** Takes an event or a company out of a programme, and puts it back. */
export const mayRemove = administers

/** Whoever runs a programme here may open another one, unless this installation leaves that to its command line. */
export const mayOpenProgramme = (actor: Actor, openedBy: 'operators' | 'nobody'): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' && openedBy === 'operators' && actor.grants.some(({ role }) => role === 'operator'))
