import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { formatCalendarDay } from '../../../ui/time-format.ts'
import { COMMITMENT_PATHS, type Place } from '../commitment-columns.tsx'
import { STATUS_TONES, useCommitmentWords } from '../commitment-words.ts'
import { endOfDay } from '../due-day.ts'
import { messages } from '../messages.ts'
import { usePartyName } from '../party-name.ts'
import type { Commitment } from '../shapes.ts'
import styles from './lanes.module.css'
import { type TimeScale, timeScale } from './time-scale.ts'

const MIDDLE = 14

/** Words near an edge are written inwards, so that they do not leave the picture. */
const edgeOf = (at: number): 'start' | 'end' | undefined => (at < 8 ? 'start' : at > 92 ? 'end' : undefined)

const dueMs = ({ timeZone }: Commitment, day: string): number => Date.parse(endOfDay(day, timeZone))

const momentsOf = (commitment: Commitment): number[] => [
  ...(commitment.dueOn ? [dueMs(commitment, commitment.dueOn)] : []),
  ...commitment.moves.flatMap(({ fromOn }) => (fromOn ? [dueMs(commitment, fromOn)] : [])),
  ...commitment.evidence.map(({ givenAt }) => Date.parse(givenAt)),
]

/** Promises of one agreement over time, a lane each: where the day stood, stands, and what was shown. */
export function Lanes({
  commitments,
  signedMs = null,
  nowMs,
  place,
  currentId = null,
}: {
  commitments: readonly Commitment[]
  /** When the agreement was signed, where known. */
  signedMs?: number | null
  nowMs: number
  place: Place
  /** The one whose page this is. */
  currentId?: string | null
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const moments = [...commitments.flatMap(momentsOf), ...(signedMs === null ? [] : [signedMs])]
  // Today is drawn only where it is near what is drawn: a report of years ago would shrink to a corner.
  const isFollowed = commitments.some(({ status }) => status !== 'not-followed' && status !== 'withdrawn')
  const withToday = isFollowed || moments.length === 0 ? [...moments, nowMs] : moments
  const scale = timeScale(withToday, locale)
  const today = withToday.includes(nowMs) ? scale.at(nowMs) : null
  const signed = signedMs === null ? null : scale.at(signedMs)
  return (
    <div className={styles.lanes}>
      {commitments.map((commitment) => (
        <Lane key={commitment.id} commitment={commitment} place={place} isCurrent={commitment.id === currentId}>
          <LanePicture commitment={commitment} scale={scale} signed={signed} today={today} />
        </Lane>
      ))}
      <div className={styles.axis} aria-hidden="true">
        {scale.ticks.map(({ at, label }) => (
          <span key={label} className={styles.tickName} data-edge={edgeOf(at)} style={{ left: `${at}%` }}>
            {label}
          </span>
        ))}
        {today === null ? null : (
          <span className={styles.todayName} data-edge={edgeOf(today)} style={{ left: `${today}%` }}>
            {t('timeline.today')}
          </span>
        )}
      </div>
    </div>
  )
}

function Lane({
  commitment,
  place,
  isCurrent,
  children,
}: {
  commitment: Commitment
  place: Place
  isCurrent: boolean
  children: ReactNode
}) {
  const t = useMessages(messages)
  const words = useCommitmentWords()
  const text = useText()
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const partyName = usePartyName()
  const { id, what, parties, partyId, status, dueOn } = commitment
  return (
    <div className={styles.lane} data-current={isCurrent || undefined}>
      <div className={styles.words}>
        {isCurrent ? (
          <b>{text(what)}</b>
        ) : (
          <Link to={COMMITMENT_PATHS[place]} params={{ programmeId: programme.id, commitmentId: id }}>
            {text(what)}
          </Link>
        )}
        <small>
          {partyName(parties, partyId)} · {dueOn ? formatCalendarDay(dueOn, locale) : t('noDay')}
        </small>
        <StatusBadge tone={STATUS_TONES[status]}>{words(`statuses.${status}`)}</StatusBadge>
      </div>
      {children}
    </div>
  )
}

function LanePicture({
  commitment,
  scale,
  signed,
  today,
}: {
  commitment: Commitment
  scale: TimeScale
  signed: number | null
  today: number | null
}) {
  const { dueOn, status, moves, evidence } = commitment
  const due = dueOn === null ? null : scale.at(dueMs(commitment, dueOn))
  const before = moves.flatMap(({ fromOn }) => (fromOn === null ? [] : [scale.at(dueMs(commitment, fromOn))]))
  const start = signed ?? Math.min(due ?? 100, ...before, 4)
  const percent = (value: number) => `${value}%`
  const stops = [...before, ...(due === null ? [] : [due])]
  return (
    <svg className={styles.picture} height={2 * MIDDLE} aria-hidden="true" focusable="false">
      {scale.ticks.map(({ at }) => (
        <line key={at} className={styles.tick} x1={percent(at)} x2={percent(at)} y1={0} y2="100%" />
      ))}
      {today === null ? null : (
        <line className={styles.today} x1={percent(today)} x2={percent(today)} y1={0} y2="100%" />
      )}
      <line
        className={styles.way}
        data-open={due === null || undefined}
        x1={percent(start)}
        x2={percent(due ?? 100)}
        y1={MIDDLE}
        y2={MIDDLE}
      />
      {signed === null ? null : (
        <rect className={styles.signed} x={percent(signed)} y={MIDDLE - 6} width={3} height={12} />
      )}
      {stops.slice(1).map((to, index) => (
        <line
          key={`${stops[index]} ${to}`}
          className={styles.moved}
          x1={percent(stops[index]!)}
          x2={percent(to)}
          y1={MIDDLE - 9}
          y2={MIDDLE - 9}
        />
      ))}
      {before.map((at) => (
        <circle key={at} className={styles.was} cx={percent(at)} cy={MIDDLE} r={5} />
      ))}
      {status === 'overdue' && due !== null && today !== null ? (
        <line className={styles.late} x1={percent(due)} x2={percent(today)} y1={MIDDLE} y2={MIDDLE} />
      ) : null}
      {evidence.map(({ id, givenAt, verdicts }) => {
        const judged = verdicts.some(({ verdict }) => verdict === 'object') ? 'object' : verdicts[0]?.verdict
        return (
          <svg key={id} x={percent(scale.at(Date.parse(givenAt)))} y={MIDDLE} overflow="visible">
            <path className={styles.shown} data-verdict={judged} d="M0 -6L6 0L0 6L-6 0Z" />
          </svg>
        )
      })}
      {due === null ? null : <DueSign at={percent(due)} status={status} />}
    </svg>
  )
}

/** Filled where it counts, hollow and dashed where nobody knows, with a tick where it is kept. */
function DueSign({ at, status }: { at: string; status: Commitment['status'] }) {
  return (
    <svg x={at} y={MIDDLE} overflow="visible">
      <circle className={styles.due} data-status={status} r={7} />
      {status === 'fulfilled' ? <path className={styles.tickMark} d="M-3 0L-1 2.5L3.5 -2.5" /> : null}
    </svg>
  )
}

const SIGNS = ['signed', 'due', 'dueUnknown', 'was', 'late', 'shown', 'kept'] as const

/** What the signs of the lanes mean. */
export function LaneLegend() {
  const t = useMessages(messages)
  return (
    <ul className={styles.legend} aria-label={t('timeline.legend')}>
      {SIGNS.map((sign) => (
        <li key={sign}>
          <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
            <Sign sign={sign} />
          </svg>
          {t(`timeline.${sign}`)}
        </li>
      ))}
    </ul>
  )
}

function Sign({ sign }: { sign: (typeof SIGNS)[number] }) {
  switch (sign) {
    case 'signed':
      return <rect className={styles.signed} x={-1.5} y={-6} width={3} height={12} />
    case 'due':
      return <circle className={styles.due} data-status="open" r={6} />
    case 'dueUnknown':
      return <circle className={styles.due} data-status="not-followed" r={6} />
    case 'was':
      return <circle className={styles.was} r={5} />
    case 'late':
      return <line className={styles.late} x1={-8} x2={8} y1={0} y2={0} />
    case 'shown':
      return <path className={styles.shown} d="M0 -6L6 0L0 6L-6 0Z" />
    case 'kept':
      return (
        <>
          <circle className={styles.due} data-status="fulfilled" r={7} />
          <path className={styles.tickMark} d="M-3 0L-1 2.5L3.5 -2.5" />
        </>
      )
  }
}
