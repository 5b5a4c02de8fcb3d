import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Outputs } from '../../api.ts'

export type EventRow = Outputs['events']['listEvents']['rows'][number]
export type EventDetails = Outputs['events']['readEvent']
export type Block = EventDetails['blocks'][number]
export type Timeslot = EventDetails['timeslots'][number]
export type Participant = Outputs['events']['listParticipants']['rows'][number]
export type Interpreter = Outputs['events']['listInterpreters']['rows'][number]
export type EventStatus = EventDetails['status']
export type EventRules = Pick<
  EventDetails,
  'requestMode' | 'requestExpiryHours' | 'maxRequestsPerParticipant' | 'whoMayMeet'
> & { readonly name: LocalizedText }
export type Interval = Participant['availability'][number]
