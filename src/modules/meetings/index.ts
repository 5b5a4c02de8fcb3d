import { meetingsRoutes } from './http/routes.ts'
import { cancelOfWithdrawn } from './jobs/cancel-requests-of-withdrawn.ts'
import { startMeetingsJobs } from './jobs/expire-requests.ts'
import { notifyCompanies } from './jobs/notify-companies.ts'
import { tellMatching } from './jobs/tell-matching.ts'
import { messages } from './messages.ts'
import { neverMeetSheet } from './operations/sheets/never-meet-sheet.ts'
import { requestSheet } from './operations/sheets/request-sheet.ts'
import { summariseMeetings } from './queries/summarise-meetings.ts'
import { personalData } from './store/personal-data.ts'

export { languagePair } from './domain/language-pair.ts'
export type { RequestStatus, Wish } from './domain/request.ts'
export { acceptMeetingRequest } from './operations/accept-meeting-request.ts'
export { cancelMeetingRequest } from './operations/cancel-meeting-request.ts'
export { companiesHeld } from './operations/companies-held.ts'
export { declineMeetingRequest } from './operations/decline-meeting-request.ts'
export { expireMeetingRequests } from './operations/expire-meeting-requests.ts'
export { type RequestMeeting, type RequestedMeeting, requestMeeting } from './operations/request-meeting.ts'
export { type RequestList, type RequestView, listMeetingRequests } from './queries/list-meeting-requests.ts'
export type { MeetingsTables } from './store/tables.ts'
export { messages as meetingsMessages }

export const meetingsModule = {
  name: 'meetings',
  routes: meetingsRoutes,
  summariseStage: summariseMeetings,
  startJobs: startMeetingsJobs,
  journalListeners: [cancelOfWithdrawn, notifyCompanies, tellMatching],
  sheetImporters: [neverMeetSheet, requestSheet],
  personalData,
  messages,
} as const
