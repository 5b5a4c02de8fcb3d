import type { z } from 'zod'
import type { event, interpreter, participant } from '../contract.ts'
import type { EventView } from '../queries/read-event.ts'
import type { InterpreterView } from '../queries/list-interpreters.ts'
import type { ParticipantView } from '../queries/list-participants.ts'

export const presentEvent = ({ blocks, timeslots, places, ...view }: EventView): z.input<typeof event> => ({
  id: view.id,
  programmeId: view.programmeId,
  name: view.name,
  status: view.status,
  requestMode: view.requestMode,
  requestExpiryHours: view.requestExpiryHours,
  maxRequestsPerParticipant: view.maxRequestsPerParticipant,
  whoMayMeet: view.whoMayMeet,
  revision: view.revision,
  blocks,
  timeslots,
  places,
  may: view.may,
})

export const presentParticipant = ({ sideTimeZone: _, ...row }: ParticipantView): z.input<typeof participant> => ({
  ...row,
  languages: [...row.languages],
  availability: [...row.availability],
})

export const presentInterpreter = (row: InterpreterView): z.input<typeof interpreter> => ({
  ...row,
  languagePairs: [...row.languagePairs],
  availability: [...row.availability],
})
