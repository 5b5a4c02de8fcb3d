import type { z } from 'zod'
import type { meetingRequest } from '../contract.ts'
import type { RequestView } from '../queries/list-meeting-requests.ts'

export const presentRequest = (row: RequestView): z.input<typeof meetingRequest> => ({
  id: row.id,
  host: row.host,
  guest: row.guest,
  wish: row.wish,
  note: row.note,
  status: row.status,
  waitsForScreening: row.waitsForScreening,
  onBehalf: row.onBehalf,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  decidedAt: row.decidedAt,
  declineReason: row.declineReason,
  score: row.score,
  languagePair: row.languagePair,
  may: row.may,
})
