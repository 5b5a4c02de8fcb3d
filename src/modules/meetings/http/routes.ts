import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { meetingsContract } from '../contract.ts'
import { acceptMeetingRequest } from '../operations/accept-meeting-request.ts'
import { cancelMeetingRequest } from '../operations/cancel-meeting-request.ts'
import { declineMeetingRequest } from '../operations/decline-meeting-request.ts'
import { requestFromMatches } from '../operations/request-from-matches.ts'
import { requestMeeting } from '../operations/request-meeting.ts'
import { setNeverMeet } from '../operations/set-never-meet.ts'
import { listMeetingRequests } from '../queries/list-meeting-requests.ts'
import { listMyRequests } from '../queries/list-my-requests.ts'
import { listNeverMeet } from '../queries/list-never-meet.ts'
import { presentRequest } from './present.ts'

const on = implementRoutes(meetingsContract)

const DONE = { ok: true } as const

export const meetingsRoutes = on.router({
  listMeetingRequests: on.listMeetingRequests.handler(async ({ input, context: { platform, actor } }) => {
    const { rows, ...counts } = unwrap(await listMeetingRequests(platform, actor, input))
    return { ...counts, rows: rows.map(presentRequest) }
  }),

  requestMeeting: on.requestMeeting.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await requestMeeting(platform, actor, input)),
  ),

  acceptMeetingRequest: on.acceptMeetingRequest.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await acceptMeetingRequest(platform, actor, input))
    return DONE
  }),

  declineMeetingRequest: on.declineMeetingRequest.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await declineMeetingRequest(platform, actor, input))
    return DONE
  }),

  cancelMeetingRequest: on.cancelMeetingRequest.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await cancelMeetingRequest(platform, actor, input))
    return DONE
  }),

  requestFromMatches: on.requestFromMatches.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await requestFromMatches(platform, actor, input)),
  ),

  listNeverMeet: on.listNeverMeet.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await listNeverMeet(platform, actor, input)),
  ),

  setNeverMeet: on.setNeverMeet.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await setNeverMeet(platform, actor, input))
    return DONE
  }),

  listMyRequests: on.listMyRequests.handler(async ({ input, context: { platform, actor } }) => ({
    rows: unwrap(await listMyRequests(platform, actor, input)).rows.map((row) => ({
      ...presentRequest(row),
      eventId: row.eventId,
    })),
  })),
})
