import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { eventsContract } from '../contract.ts'
import { addBlock } from '../operations/add-block.ts'
import { addInterpreter } from '../operations/add-interpreter.ts'
import { createEvent } from '../operations/create-event.ts'
import { registerParticipant } from '../operations/register-participant.ts'
import { removeBlock } from '../operations/remove-block.ts'
import { removeInterpreter } from '../operations/remove-interpreter.ts'
import { setPlaces } from '../operations/set-places.ts'
import { updateEvent } from '../operations/update-event.ts'
import { updateInterpreter } from '../operations/update-interpreter.ts'
import { updateParticipant } from '../operations/update-participant.ts'
import { withdrawParticipant } from '../operations/withdraw-participant.ts'
import { listEvents } from '../queries/list-events.ts'
import { listInterpreters } from '../queries/list-interpreters.ts'
import { listParticipants } from '../queries/list-participants.ts'
import { readEvent } from '../queries/read-event.ts'
import { presentEvent, presentInterpreter, presentParticipant } from './present.ts'

const on = implementRoutes(eventsContract)

const DONE = { ok: true } as const

export const eventsRoutes = on.router({
  listEvents: on.listEvents.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await listEvents(platform, actor, input)),
  ),

  readEvent: on.readEvent.handler(async ({ input, context: { platform, actor } }) =>
    presentEvent(unwrap(await readEvent(platform, actor, input))),
  ),

  createEvent: on.createEvent.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await createEvent(platform, actor, input)),
  ),

  updateEvent: on.updateEvent.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await updateEvent(platform, actor, input)),
  ),

  addBlock: on.addBlock.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await addBlock(platform, actor, input)),
  ),

  removeBlock: on.removeBlock.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await removeBlock(platform, actor, input))
    return DONE
  }),

  setPlaces: on.setPlaces.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await setPlaces(platform, actor, input)),
  ),

  listParticipants: on.listParticipants.handler(async ({ input, context: { platform, actor } }) => ({
    rows: unwrap(await listParticipants(platform, actor, input)).rows.map(presentParticipant),
  })),

  registerParticipant: on.registerParticipant.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await registerParticipant(platform, actor, input)),
  ),

  updateParticipant: on.updateParticipant.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await updateParticipant(platform, actor, input))
    return DONE
  }),

  withdrawParticipant: on.withdrawParticipant.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await withdrawParticipant(platform, actor, input))
    return DONE
  }),

  listInterpreters: on.listInterpreters.handler(async ({ input, context: { platform, actor } }) => ({
    rows: unwrap(await listInterpreters(platform, actor, input)).rows.map(presentInterpreter),
  })),

  addInterpreter: on.addInterpreter.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await addInterpreter(platform, actor, input)),
  ),

  updateInterpreter: on.updateInterpreter.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await updateInterpreter(platform, actor, input))
    return DONE
  }),

  removeInterpreter: on.removeInterpreter.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await removeInterpreter(platform, actor, input))
    return DONE
  }),
})
