import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { formatCalendarDay } from '../../../ui/time-format.ts'
import { Modal } from '../../../ui/modal.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Time } from '../../../ui/time.tsx'
import type { BoardRequest, Landing } from './board-facts.ts'
import { useBoardView } from './board-view.ts'
import { boardDays } from './days.ts'
import { landingsBySlot } from './landings.ts'
import { MeetingButtons, MeetingFacts, type MeetingActions } from './selected-meeting.tsx'
import { landingSentence } from './sentences.ts'
import styles from './move-sheet.module.css'

/** Every time of the event as a list, free ones to press: the way to move a meeting without dragging. */
export function MoveSheet({
  requestId,
  onClose,
  onPlace,
}: {
  requestId: string | null
  onClose: () => void
  onPlace: (requestId: string, timeslotId: string) => void
}) {
  const { facts, speaker } = useBoardView()
  const request = requestId === null ? undefined : facts.requestOf.get(requestId)
  const meeting = requestId === null ? '' : speaker.meeting(requestId)
  const has = requestId !== null && facts.meetingOf.has(requestId)
  return (
    <Modal
      opened={request !== undefined}
      title={speaker.t(has ? 'carry.sheet' : 'carry.sheetPlace', { meeting })}
      onClose={onClose}
    >
      {request ? <Times request={request} onPlace={(slotId) => onPlace(request.id, slotId)} /> : null}
    </Modal>
  )
}

function Times({ request, onPlace }: { request: BoardRequest; onPlace: (timeslotId: string) => void }) {
  const { programmeId, eventId, facts, speaker, zones } = useBoardView()
  const input = { programmeId, eventId, requestId: request.id }
  const { data, error, refetch } = useQuery({
    ...query.scheduling.readLandings.queryOptions({ input }),
    staleTime: 0,
    gcTime: 0,
  })
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  const landings: ReadonlyMap<string, Landing> = landingsBySlot(data?.rows ?? [])
  const days = boardDays(facts.timeslots, zones[0] ?? 'UTC')
  return days.map(({ date, columns }) => (
    <section key={date} className={styles.day}>
      <h3>{formatCalendarDay(date, speaker.locale)}</h3>
      <ul>
        {columns.map((column) => {
          if (column.kind === 'break') return <li key={column.id} className={styles.pause} aria-hidden="true" />
          const landing = landings.get(column.id)
          const own = facts.meetingOf.get(request.id)?.timeslotId === column.id
          const state = own ? 'own' : (landing?.state ?? 'unknown')
          return (
            <li key={column.id}>
              <button
                type="button"
                aria-disabled={state !== 'free'}
                data-state={state}
                onClick={() => {
                  if (state === 'free') onPlace(column.id)
                }}
              >
                <Time at={column.slot.startsAt} />
                <span>{landingSentence(speaker, facts, request.id, column.id, landing)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  ))
}

/** On a phone: a tapped tile opens this, with what the dock shows beside the board on a desk. */
export function MeetingSheet({
  requestId,
  onClose,
  actions,
}: {
  requestId: string | null
  onClose: () => void
  actions: MeetingActions
}) {
  const { facts, speaker } = useBoardView()
  const request = requestId === null ? undefined : facts.requestOf.get(requestId)
  return (
    <Modal
      opened={request !== undefined}
      title={requestId === null ? '' : speaker.meeting(requestId)}
      onClose={onClose}
    >
      {request ? (
        <>
          <MeetingFacts request={request} />
          <MeetingButtons requestId={request.id} actions={actions} />
        </>
      ) : null}
    </Modal>
  )
}
