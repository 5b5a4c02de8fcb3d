import { ActionIcon, Button } from '@mantine/core'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { messages as meetingMessages } from '../../../modules/meetings/messages.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Icon } from '../../ui/icon.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import { codeBeside } from './code-beside.ts'
import type { Deciding } from './decide-dialogs.tsx'
import { usePairWords } from './language-words.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import styles from './request-columns.module.css'
import { RequestState } from './request-state.tsx'
import type { MeetingRequest, Party } from './shapes.ts'
import type { useDecisions } from './use-decisions.tsx'

/** What the operator's table shows of a request. */
export function useRequestColumns({
  decisions,
  onDecide,
  onPeople,
  isOperator,
}: {
  decisions: ReturnType<typeof useDecisions>
  onDecide: (deciding: Deciding) => void
  onPeople: (request: MeetingRequest) => void
  isOperator: boolean
}): readonly Column<MeetingRequest>[] {
  const t = useMessages(messages)
  const words = useMessages(meetingMessages)
  const { number } = useNumbers()
  const pairWords = usePairWords()
  const columns: Column<MeetingRequest>[] = [
    {
      id: 'parties',
      head: t('table.parties'),
      width: '42%',
      onPhone: 'title',
      cell: (request) => <Parties request={request} />,
    },
    {
      id: 'wish',
      head: t('table.wish'),
      cell: ({ wish }) => (
        <span data-wish={wish} className={styles.wish}>
          {words(`wishes.${wish}`)}
        </span>
      ),
    },
    {
      id: 'match',
      head: t('table.match'),
      align: 'end',
      cell: ({ score }) =>
        score === null ? (
          <span className={page.quiet}>{t('table.notRanked')}</span>
        ) : (
          <Score score={score} shown={number(Math.round(score))} />
        ),
    },
    {
      id: 'interpretation',
      head: t('table.interpretation'),
      cell: ({ languagePair }) =>
        languagePair ? pairWords(languagePair) : <span className={page.quiet}>{t('table.noInterpretation')}</span>,
    },
    {
      id: 'state',
      head: t('table.state'),
      cell: (request) => <State request={request} />,
    },
  ]
  if (!isOperator) return columns
  return [
    ...columns,
    {
      id: 'actions',
      head: t('table.actions'),
      align: 'end',
      cell: (request) => (
        <div className={styles.deeds}>
          {request.may.accept ? (
            <Button
              size="xs"
              variant="light"
              loading={decisions.busyWith === request.id}
              onClick={() => decisions.accept(request)}
            >
              {t('deeds.accept')}
            </Button>
          ) : null}
          {request.may.decline ? (
            <Button size="xs" onClick={() => onDecide({ request, deed: 'decline' })}>
              {t('deeds.decline')}
            </Button>
          ) : null}
          {isLive(request) ? (
            <ActionIcon
              size="sm"
              aria-label={t('people.open')}
              title={t('people.open')}
              onClick={() => onPeople(request)}
            >
              <Icon name="person" />
            </ActionIcon>
          ) : null}
          {request.may.cancel ? (
            <ActionIcon
              size="sm"
              aria-label={t('deeds.cancel')}
              title={t('deeds.cancel')}
              onClick={() => onDecide({ request, deed: 'cancel' })}
            >
              <Icon name="close" />
            </ActionIcon>
          ) : null}
        </div>
      ),
    },
  ]
}

/** Somebody may attend it. */
const isLive = ({ status }: MeetingRequest): boolean => status === 'pending' || status === 'accepted'

/** Host and guest with an arrow between, each above its side; the note in one line below. */
function Parties({ request: { host, guest, onBehalf, note } }: { request: MeetingRequest }) {
  const t = useMessages(messages)
  return (
    <div className={styles.parties}>
      <PartyName party={host} remark={onBehalf ? t('table.onBehalf') : null} />
      <span className={styles.arrow}>
        <Icon name="arrow-right" />
        <span className="hidden-text">{t('table.host')}</span>
      </span>
      <PartyName party={guest} remark={null} />
      {note ? (
        <p className={styles.note} title={note}>
          {note}
        </p>
      ) : null}
    </div>
  )
}

function PartyName({ party, remark }: { party: Party; remark: string | null }) {
  const text = useText()
  const { programme } = useProgramme()
  const side = programme.sides.find(({ id }) => id === party.sideId)
  const facts = [codeBeside(party.code, text(party.name)), side ? text(side.name) : null, remark]
  return (
    <span className={styles.party}>
      <b>{text(party.name)}</b>
      <small>{facts.filter((fact) => fact !== null).join(' · ')}</small>
    </span>
  )
}

/** A quarter of the scale each, as the matches are coloured everywhere. */
const stepOf = (score: number): number => Math.min(4, 1 + Math.floor(score / 25))

const Score = ({ score, shown }: { score: number; shown: string }) => (
  <span className={styles.score} data-step={stepOf(score)}>
    {shown}
  </span>
)

function State({ request }: { request: MeetingRequest }) {
  const t = useMessages(messages)
  const { status, expiresAt, decidedAt, declineReason } = request
  return (
    <div className={styles.state}>
      <RequestState status={status} />
      {request.waitsForScreening ? <StatusBadge tone="hand">{t('waitsForScreening')}</StatusBadge> : null}
      {status === 'pending' ? (
        <small>
          {t('table.expires')} <Time at={expiresAt} day="short" />
        </small>
      ) : null}
      {status !== 'pending' && decidedAt ? (
        <small>
          <Time at={decidedAt} day="short" />
        </small>
      ) : null}
      {declineReason ? <p className={styles.reason}>{t('table.reason', { reason: declineReason })}</p> : null}
    </div>
  )
}
