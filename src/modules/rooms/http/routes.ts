import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { unwrap } from '../../../platform/http/orpc.ts'
import { type Actor, implementRoutes } from '../../accounts/index.ts'
import { roomsContract } from '../contract.ts'
import { issueJoinToken } from '../operations/issue-join-token.ts'
import { linkRoom, openRoom } from '../operations/run-room.ts'
import { sayAttendance } from '../operations/say-attendance.ts'
import { listRooms } from '../queries/list-rooms.ts'
import { readGlossary } from '../queries/read-glossary.ts'
import { readKnocks } from '../queries/read-knocks.ts'
import { readRoom } from '../queries/read-room.ts'
import type { RoomView } from '../queries/room-view.ts'
import { deskRoutes } from './desk-routes.ts'
import { logRoutes } from './log-routes.ts'
import { presentRoom } from './present.ts'
import { hubOf } from './signalling/hub.ts'

const on = implementRoutes(roomsContract)

/** Who waits before a room is for the operator to know. */
async function presenterFor(platform: Platform, actor: Actor, programmeId: Id, views: readonly RoomView[]) {
  const requestIds = views.map(({ room }) => room.requestId)
  const knocks = await readKnocks(platform, actor, programmeId, requestIds)
  return (view: RoomView) => presentRoom(view, knocks.get(view.room.requestId) ?? [])
}

export const roomsRoutes = on.router({
  ...deskRoutes,
  ...logRoutes,

  listRooms: on.listRooms.handler(async ({ input, context: { platform, actor } }) => {
    const { days, day, timeZone, rows } = await listRooms(platform, actor, input)
    const { opensMinutes } = platform.config.rooms
    const present = await presenterFor(platform, actor, input.programmeId, rows)
    return { days: [...days], day, timeZone, now: platform.clock.now(), opensMinutes, rows: rows.map(present) }
  }),

  readRoom: on.readRoom.handler(async ({ input, context: { platform, actor } }) => {
    const record = unwrap(await readRoom(platform, actor, input))
    const { seat, messages, notes, presences, words } = record
    const present = await presenterFor(platform, actor, input.programmeId, [record])
    return {
      ...present(record),
      seat,
      now: platform.clock.now(),
      hasRelay: platform.config.rooms.turn !== null,
      messages: [...messages],
      notes,
      presences: presences.map(({ role, name, from, until, inside }) => ({ role, name, from, until, inside })),
      words: words.map(({ saidBy, party, attended, note, name, saidAt }) => ({
        saidBy,
        party,
        attended,
        note,
        name,
        saidAt,
      })),
    }
  }),

  issueJoinToken: on.issueJoinToken.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await issueJoinToken(platform, actor, input)),
  ),

  openRoom: on.openRoom.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await openRoom(platform, actor, input)),
  ),

  linkRoom: on.linkRoom.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await linkRoom(platform, actor, input)),
  ),

  sayAttendance: on.sayAttendance.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await sayAttendance(platform, actor, input))
    return { ok: true }
  }),

  answerKnock: on.answerKnock.handler(async ({ input, context: { platform, actor } }) => {
    const { knockId, role, ...key } = input
    await hubOf(platform).answerKnock(actor, key, knockId, role)
    return { ok: true }
  }),

  readGlossary: on.readGlossary.handler(async ({ input, context: { platform, actor } }) => {
    const { languages, terms } = unwrap(await readGlossary(platform, actor, input))
    return { languages: [...languages], terms: [...terms] }
  }),
})
