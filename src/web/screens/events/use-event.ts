import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, query } from '../../api.ts'
import { useProgramme } from '../../shell/programme-context.ts'

/** The event with what belongs to it, as far as the reader may see it. */
export function useEventData(eventId: string) {
  const { programme, seesChain } = useProgramme()
  const input = { programmeId: programme.id, eventId }
  return {
    event: useQuery(query.events.readEvent.queryOptions({ input })),
    participants: useQuery(query.events.listParticipants.queryOptions({ input })),
    interpreters: useQuery({ ...query.events.listInterpreters.queryOptions({ input }), enabled: seesChain }),
    requests: useLiveRequests(eventId),
  }
}

const PAGE_SIZE = 500

/** Every pending and accepted request of the event, page by page; what the event has to make room for. */
function useLiveRequests(eventId: string) {
  const { programme, seesChain } = useProgramme()
  const input = { programmeId: programme.id, eventId }
  return useQuery({
    queryKey: [...query.meetings.listMeetingRequests.key({ input }), 'live'],
    enabled: seesChain,
    queryFn: async () => {
      const lists = await Promise.all(
        (['accepted', 'pending'] as const).map(async (status) => {
          const first = await api.meetings.listMeetingRequests({ ...input, status, pageSize: PAGE_SIZE })
          const rest = Array.from({ length: Math.ceil(first.total / PAGE_SIZE) - 1 }, (_, index) =>
            api.meetings.listMeetingRequests({ ...input, status, pageSize: PAGE_SIZE, page: index + 2 }),
          )
          const rows = [first, ...(await Promise.all(rest))].flatMap((page) => page.rows)
          return rows.map(({ host, guest, languagePair }) => ({
            hostId: host.participantId,
            guestId: guest.participantId,
            status,
            languagePair,
          }))
        }),
      )
      return lists.flat()
    },
  })
}

/** Reads the event and its lists again after a change. */
export function useRefreshEvent(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: query.events.key() }),
      client.invalidateQueries({ queryKey: query.programmes.readOverview.key() }),
    ])
  }
}
