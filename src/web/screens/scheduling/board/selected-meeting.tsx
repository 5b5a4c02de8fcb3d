import { ActionIcon, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type TimeZone, wallClock } from '../../../../kernel/time-zone.ts'
import { query } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ScoreBar } from '../../../ui/score-bar.tsx'
import { messages as uiMessages } from '../../../ui/messages.ts'
import type { BoardFacts, BoardMeeting, BoardRequest } from './board-facts.ts'
import { type BoardView, useBoardView } from './board-view.ts'
import { interpreterDay } from './interpreters.ts'
import { matchParts } from './match-parts.ts'
import type { Speaker } from './speaker.ts'
import styles from './dock.module.css'

export interface MeetingActions {
  readonly onMove: (requestId: string) => void
  readonly onPin: (requestId: string, pinned: boolean) => void
  readonly onRemove: (requestId: string) => void
}

/** The chosen meeting: who, when, where, with whom, why they fit; and what can be done with it. */
export function SelectedMeeting({
  requestId,
  onClose,
  actions,
}: {
  requestId: string
  onClose: () => void
  actions: MeetingActions
}) {
  const { facts, speaker } = useBoardView()
  const closeLabel = useMessages(uiMessages)('close')
  const request = facts.requestOf.get(requestId)
  if (!request) return null
  return (
    <section aria-labelledby="selected-title">
      <h2 id="selected-title">
        {speaker.t('selected.title')}
        <small>
          {request.score === null ? null : speaker.t('selected.match', { score: Math.round(request.score) })}
        </small>
        <ActionIcon size="sm" aria-label={closeLabel} onClick={onClose}>
          <Icon name="close" size={14} />
        </ActionIcon>
      </h2>
      <MeetingFacts request={request} />
      <MatchParts request={request} />
      <MeetingButtons requestId={requestId} actions={actions} />
    </section>
  )
}

export function MeetingFacts({ request }: { request: BoardRequest }) {
  const view = useBoardView()
  const { programmeId, eventId, facts, speaker } = view
  const { t } = speaker
  const meeting = facts.meetingOf.get(request.id)
  const released = facts.releasedOf.get(request.id)
  const moved = released && released.timeslotId !== meeting?.timeslotId
  return (
    <dl className={styles.facts}>
      <dt>{t('selected.who')}</dt>
      <dd>
        {[request.hostId, request.guestId].map((id) => (
          <div key={id}>
            {facts.board.released ? (
              <Link
                to="/programmes/$programmeId/events/$eventId/agendas"
                params={{ programmeId, eventId }}
                search={{ participantId: id }}
                title={t('selected.agendaOf', { name: speaker.participant(id) })}
              >
                {speaker.participant(id)}
              </Link>
            ) : (
              speaker.participant(id)
            )}
          </div>
        ))}
      </dd>
      {meeting ? (
        <>
          <dt>{t('selected.when')}</dt>
          <dd>{speaker.time(meeting.timeslotId)}</dd>
          <dt>{t('selected.where')}</dt>
          <dd>{placeWords(speaker, facts, meeting)}</dd>
        </>
      ) : null}
      {moved ? (
        <>
          <dt>{t('selected.released')}</dt>
          <dd>{speaker.time(released.timeslotId)}</dd>
        </>
      ) : null}
      <dt>{t('selected.interpreter')}</dt>
      <dd>{interpreterWords(view, request, meeting)}</dd>
      <dt>{t('selected.wish')}</dt>
      <dd>{t(`selected.${request.wish}`)}</dd>
    </dl>
  )
}

function placeWords({ t }: Speaker, { placeOf }: BoardFacts, { placeId }: BoardMeeting): string {
  const place = placeId === null ? undefined : placeOf.get(placeId)
  return place ? t(`selected.${place.kind}`, { name: place.name }) : t('selected.noPlace')
}

function interpreterWords(
  { facts, speaker, zones: [zone = 'UTC'] }: BoardView,
  request: BoardRequest,
  meeting?: BoardMeeting,
): string {
  const { t } = speaker
  if (request.languagePair === null) return t('tile.shared')
  const languages = speaker.languagePair(request.languagePair)
  if (!meeting || meeting.interpreterId === null) return languages
  const onDay = interpreterDay(facts, meeting.interpreterId).filter(
    ({ timeslotId }) => dayOf(facts, timeslotId, zone) === dayOf(facts, meeting.timeslotId, zone),
  )
  const nth = onDay.findIndex(({ requestId }) => requestId === request.id) + 1
  const name = speaker.interpreter(meeting.interpreterId)
  return `${t('selected.nth', { name, nth, total: onDay.length })} (${languages})`
}

function dayOf({ timeslotOf }: BoardFacts, timeslotId: string, zone: TimeZone): string {
  const slot = timeslotOf.get(timeslotId)
  return slot ? wallClock(slot.startsAt, zone).date : ''
}

/** The match as parts of one bar, in the words of the matching stage. */
function MatchParts({ request }: { request: BoardRequest }) {
  const { programmeId, facts, speaker } = useBoardView()
  const text = useText()
  const [host, guest] = [facts.participantOf.get(request.hostId), facts.participantOf.get(request.guestId)]
  const { data } = useQuery({
    ...query.matching.explainMatch.queryOptions({
      input: { programmeId, companyId: host?.companyId ?? '', partnerId: guest?.companyId ?? '' },
    }),
    enabled: host !== undefined && guest !== undefined && request.score !== null,
    retry: false,
    staleTime: 300_000,
  })
  if (request.score === null) return <p className={styles.quiet}>{speaker.t('selected.noMatch')}</p>
  const parts = matchParts(data?.reasons ?? [], request.score, { text, rest: speaker.t('selected.rest') })
  return (
    <div className={styles.why}>
      <h3>{speaker.t('selected.why')}</h3>
      <ScoreBar parts={parts} />
    </div>
  )
}

export function MeetingButtons({ requestId, actions }: { requestId: string; actions: MeetingActions }) {
  const { facts, speaker, editable } = useBoardView()
  const { t } = speaker
  const meeting = facts.meetingOf.get(requestId)
  if (!editable) return null
  return (
    <div className={styles.buttons}>
      <Button size="xs" onClick={() => actions.onMove(requestId)}>
        {t(meeting ? 'selected.move' : 'selected.place')}
      </Button>
      {meeting ? (
        <>
          <Button size="xs" onClick={() => actions.onPin(requestId, !meeting.pinned)}>
            {t(meeting.pinned ? 'selected.unpin' : 'selected.pin')}
          </Button>
          <Button size="xs" onClick={() => actions.onRemove(requestId)}>
            {t('selected.remove')}
          </Button>
        </>
      ) : null}
    </div>
  )
}
