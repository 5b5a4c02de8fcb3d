import type { Outputs } from '../../api.ts'

export type MeetingRequest = Outputs['meetings']['listMeetingRequests']['rows'][number]
export type Party = MeetingRequest['host']
export type RequestStatus = MeetingRequest['status']
export type EventRow = Outputs['events']['listEvents']['rows'][number]
export type EventDetails = Outputs['events']['readEvent']
export type Participant = Outputs['events']['listParticipants']['rows'][number]
export type Match = Outputs['matching']['listMatches']['rows'][number]

export const STATUSES = ['pending', 'accepted', 'declined', 'cancelled', 'expired'] as const satisfies RequestStatus[]
