import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { roomsContract } from '../contract.ts'
import { writeFromDesk } from '../operations/desk-message.ts'
import { applyDeskRepair, moveFromDesk } from '../operations/desk-repair.ts'
import { proposeDeskRepair } from '../queries/desk-proposal.ts'
import { readDesk } from '../queries/desk-view.ts'
import { readKnocks } from '../queries/read-knocks.ts'
import { presentRoom } from './present.ts'
import { hubOf } from './signalling/hub.ts'

const on = implementRoutes(roomsContract)

/** The part of the module's routes that is about the live desk. */
export const deskRoutes = {
  readDesk: on.readDesk.handler(async ({ input, context: { platform, actor } }) => {
    const { days, day, timeZone, rows, contacts, zones, interpreters, standby } = unwrap(
      await readDesk(platform, actor, input),
    )
    const requestIds = rows.map(({ view }) => view.room.requestId)
    const knocks = await readKnocks(platform, actor, input.programmeId, requestIds)
    return {
      days: [...days],
      day,
      timeZone,
      now: platform.clock.now(),
      rows: rows.map(({ view, phase, parties }) => ({
        ...presentRoom(view, knocks.get(view.room.requestId) ?? []),
        interpreterId: view.room.interpreter?.id ?? null,
        phase,
        parties: [...parties],
      })),
      contacts: [...contacts],
      zones: [...zones],
      interpreters: [...interpreters],
      standby: [...standby],
    }
  }),

  proposeDeskRepair: on.proposeDeskRepair.handler(async ({ input, context: { platform, actor } }) => {
    const { choices, ...proposal } = unwrap(await proposeDeskRepair(platform, actor, input))
    return {
      ...proposal,
      choices: choices.map((choice) => ({
        ...choice,
        rows: [...choice.rows],
        changes: [...choice.changes],
        toldCompanies: [...choice.toldCompanies],
        toldInterpreters: [...choice.toldInterpreters],
      })),
    }
  }),

  applyDeskRepair: on.applyDeskRepair.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await applyDeskRepair(platform, actor, input)),
  ),

  moveFromDesk: on.moveFromDesk.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await moveFromDesk(platform, actor, input)),
  ),

  writeFromDesk: on.writeFromDesk.handler(async ({ input, context: { platform, actor } }) => {
    const { message, mailed } = unwrap(await writeFromDesk(platform, actor, input))
    hubOf(platform).announce(input.requestId, { type: 'chat', message })
    return { mailed }
  }),
}
