import { useMutation } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { toProblem } from '../../problem.ts'
import { notify } from '../../ui/notices.tsx'
import { ProblemSentence } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import type { MeetingRequest } from './shapes.ts'
import { useRefreshRequests } from './use-refresh-requests.ts'

export type DecidedRequest = Pick<MeetingRequest, 'id' | 'host' | 'guest'>

/**
 * Accepts, declines and cancels. When somebody else was faster the server's sentence says who and when, and the list
 * is read again, so that one decides on what is true now.
 */
export function useDecisions(eventId: string) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const refresh = useRefreshRequests()
  const quiet = { meta: { quiet: true } }
  const accept = useMutation({ ...query.meetings.acceptMeetingRequest.mutationOptions(), ...quiet })
  const decline = useMutation({ ...query.meetings.declineMeetingRequest.mutationOptions(), ...quiet })
  const cancel = useMutation({ ...query.meetings.cancelMeetingRequest.mutationOptions(), ...quiet })

  const hear = (request: DecidedRequest, done: 'accepted' | 'declined' | 'cancelled', onSettled?: () => void) => ({
    onSuccess: async () => {
      await refresh()
      notify({ text: t(`deeds.${done}`, { host: text(request.host.name), guest: text(request.guest.name) }) })
    },
    onError: async (error: unknown) => {
      const isStale = toProblem(error).status === 409 || toProblem(error).status === 404
      notify({
        tone: 'hand',
        text: (
          <>
            <ProblemSentence error={error} /> {isStale ? t('deeds.reloaded') : null}
          </>
        ),
      })
      if (isStale) await refresh()
    },
    onSettled: () => onSettled?.(),
  })
  const ofRequest = ({ id }: DecidedRequest) => ({ programmeId: programme.id, eventId, requestId: id })
  const busyWith = [accept, decline, cancel].find(({ isPending }) => isPending)?.variables?.requestId ?? null
  return {
    /** Id of the request that is being decided. */
    busyWith,
    accept: (request: DecidedRequest) => accept.mutate(ofRequest(request), hear(request, 'accepted')),
    decline: (request: DecidedRequest, reason: string | null, onSettled: () => void) =>
      decline.mutate({ ...ofRequest(request), reason }, hear(request, 'declined', onSettled)),
    cancel: (request: DecidedRequest, onSettled: () => void) =>
      cancel.mutate(ofRequest(request), hear(request, 'cancelled', onSettled)),
  }
}
