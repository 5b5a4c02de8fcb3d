import { useQuery } from '@tanstack/react-query'
import { api, query } from '../../api.ts'
import { useProgramme } from '../../shell/programme-context.ts'

const PAGE_SIZE = 500

/** Participants of every pair with a live request, page by page. */
export function useLivePairs(eventId: string) {
  const { programme } = useProgramme()
  const input = { programmeId: programme.id, eventId }
  return useQuery({
    queryKey: [...query.meetings.listMeetingRequests.key({ input }), 'pairs'],
    queryFn: async (): Promise<[string, string][]> => {
      const lists = await Promise.all(
        (['pending', 'accepted'] as const).map(async (status) => {
          const first = await api.meetings.listMeetingRequests({ ...input, status, pageSize: PAGE_SIZE })
          const rest = Array.from({ length: Math.max(0, Math.ceil(first.total / PAGE_SIZE) - 1) }, (_, index) =>
            api.meetings.listMeetingRequests({ ...input, status, pageSize: PAGE_SIZE, page: index + 2 }),
          )
          return [first, ...(await Promise.all(rest))].flatMap(({ rows }) => rows)
        }),
      )
      return lists.flat().map(({ host, guest }) => [host.participantId, guest.participantId])
    },
  })
}

/** Participants of every pair that is kept apart. */
export function useNeverPairs(eventId: string) {
  const { programme } = useProgramme()
  return useQuery({
    ...query.meetings.listNeverMeet.queryOptions({ input: { programmeId: programme.id, eventId } }),
    select: ({ rows }) => rows.map(({ participantId, unwantedId }): [string, string] => [participantId, unwantedId]),
  })
}
