import { useQuery } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useProgramme } from '../../shell/programme-context.ts'

/** Where two companies could meet: an open event that both take part in, and whether they have asked already. */
export interface MeetingTarget {
  readonly eventId: string
  readonly hostId: string
  readonly guestId: string
  /** A request of the pair that is pending or accepted, whoever asked. */
  readonly live: 'pending' | 'accepted' | null
}

/** Null while nothing is known, or when there is no such event. */
export function useMeetingTarget(companyId: string, partnerId: string): MeetingTarget | null {
  const { programme } = useProgramme()
  const programmeId = programme.id
  const events = useQuery(query.events.listEvents.queryOptions({ input: { programmeId } }))
  const event = events.data?.rows.find(({ status }) => status === 'open')
  const eventId = event?.id ?? ''
  const participants = useQuery({
    ...query.events.listParticipants.queryOptions({ input: { programmeId, eventId } }),
    enabled: event !== undefined,
  })
  const requests = useQuery({
    ...query.meetings.listMeetingRequests.queryOptions({
      input: { programmeId, eventId, companyId, pageSize: 500 },
    }),
    enabled: event !== undefined,
  })
  const participantOf = (id: string) =>
    participants.data?.rows.find((row) => row.companyId === id && row.status === 'registered')?.id
  const [hostId, guestId] = [participantOf(companyId), participantOf(partnerId)]
  if (!event || hostId === undefined || guestId === undefined || !requests.data) return null
  const live = requests.data.rows.find(
    ({ host, guest, status }) =>
      (status === 'pending' || status === 'accepted') &&
      (host.companyId === partnerId || guest.companyId === partnerId),
  )?.status
  return { eventId, hostId, guestId, live: live === 'pending' || live === 'accepted' ? live : null }
}
