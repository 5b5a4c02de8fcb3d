import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { Panel } from '../../../ui/panel.tsx'
import { Time } from '../../../ui/time.tsx'
import { formatCalendarDay } from '../../../ui/time-format.ts'
import type { Place } from '../commitment-columns.tsx'
import { endOfDay } from '../due-day.ts'
import { messages } from '../messages.ts'
import page from '../page.module.css'
import { usePartyName } from '../party-name.ts'
import type { Commitment, TimelinePoint } from '../shapes.ts'
import { useNow } from './agreement-lanes.tsx'
import { LaneLegend, Lanes } from './lanes.tsx'
import styles from './one-timeline.module.css'

/** The agreement that a promise belongs to over time, drawn, and as a list on both sides' clocks. */
export function OneTimeline({ commitment, place }: { commitment: Commitment; place: Place }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const nowMs = useNow()
  const key = { programmeId: programme.id, agreementId: commitment.agreement.id }
  const all = useQuery(query.commitments.listCommitments.queryOptions({ input: key })).data
  const { data } = useQuery(query.commitments.readTimeline.queryOptions({ input: key }))
  if (!data || !all) return <div className={page.waiting} aria-busy="true" />
  const signed = data.points.find(({ kind }) => kind === 'signed')
  return (
    <Panel title={t('timeline.one')}>
      <Lanes
        commitments={all.rows}
        signedMs={signed ? Date.parse(signed.at) : null}
        nowMs={nowMs}
        place={place}
        currentId={commitment.id}
      />
      <LaneLegend />
      <details className={styles.list}>
        <summary>{t('timeline.list')}</summary>
        <ol className={page.plain}>
          {data.points.map((point) => (
            <Point
              key={`${point.kind} ${point.at} ${point.commitmentId} ${point.partyId}`}
              point={point}
              rows={all.rows}
            />
          ))}
        </ol>
      </details>
    </Panel>
  )
}

function Point({ point, rows }: { point: TimelinePoint; rows: readonly Commitment[] }) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const partyName = usePartyName()
  const { kind, at, day, timeZone, commitmentId, partyId, verdict } = point
  const of = rows.find(({ id }) => id === commitmentId)
  const who = partyId ? partyName(of?.parties ?? rows[0]?.parties ?? [], partyId) : ''
  const name = t(`timeline.kinds.${kind === 'verdict' ? (verdict ?? 'accept') : kind}`)
  return (
    <li className={styles.point} data-kind={kind}>
      <b>{name}</b>
      <span>{[of ? text(of.what) : '', who].filter(Boolean).join(' · ')}</span>
      <span className={styles.when}>
        {day && timeZone ? (
          <>
            {formatCalendarDay(day, locale)}{' '}
            {kind === 'due' ? (
              <small>
                {t('timeline.ends')} <Time at={endOfDay(day, timeZone)} day="short" />
              </small>
            ) : null}
          </>
        ) : (
          <Time at={at} day="full" />
        )}
      </span>
    </li>
  )
}
