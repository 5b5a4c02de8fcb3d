import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type CapacityFacts, type CapacityRow, measureCapacity, scarcest, shareOf } from './capacity.ts'
import styles from './capacity-picture.module.css'
import { useLanguageWords } from './language-words.ts'
import { messages } from './messages.ts'
import type { EventDetails, Interpreter, Participant } from './shapes.ts'

/** A row beyond this share is cut at the edge; its figures tell the rest. */
const MOST_SHARE = 1.6

/**
 * Room against need as one bar a resource, all on the scale of their own room, so that the line "full" stands in one
 * place: what reaches it first is scarce, what crosses it is orange.
 */
export function CapacityPicture({
  event,
  participants,
  interpreters,
  requests,
}: {
  event: EventDetails
  participants: readonly Participant[]
  interpreters: readonly Interpreter[]
  requests: CapacityFacts['requests'] | null
}) {
  const t = useMessages(messages)
  const text = useText()
  const { list } = useNumbers()
  if (requests === null) return <div className={styles.waiting} aria-busy="true" />
  const { timeslots, places } = event
  const { rows, short } = measureCapacity({ timeslots, places, participants, interpreters, requests })
  if (rows.length === 0) return <EmptyState title={t('capacity.none')}>{t('capacity.noneHint')}</EmptyState>
  const worst = scarcest(rows)
  const scale = Math.min(MOST_SHARE, Math.max(1, ...rows.map(shareOf)))
  const names = short.flatMap((id) => participants.find((one) => one.id === id) ?? [])
  return (
    <div className={styles.picture}>
      <Verdict rows={rows} worst={worst} />
      <ul className={styles.rows}>
        {rows.map((row) => (
          <Row key={`${row.kind} ${row.pair}`} row={row} scale={scale} isWorst={row === worst} />
        ))}
      </ul>
      <p className={styles.legend} aria-hidden="true">
        <span data-key="accepted">{t('capacity.accepted')}</span>
        <span data-key="pending">{t('capacity.pending')}</span>
        <span data-key="line">{t('capacity.line')}</span>
      </p>
      {names.length > 0 ? (
        <p className={styles.short}>
          <Icon name="warning" />
          {t('capacity.short', { count: names.length, names: list(names.map(({ companyName }) => text(companyName))) })}
        </p>
      ) : null}
    </div>
  )
}

function useRowName(): (row: CapacityRow) => string {
  const t = useMessages(messages)
  const { pair } = useLanguageWords()
  return (row) =>
    row.kind === 'interpreter' ? t('capacity.interpreter', { pair: pair(row.pair ?? '') }) : t(`capacity.${row.kind}`)
}

function Verdict({ rows, worst }: { rows: readonly CapacityRow[]; worst: CapacityRow | null }) {
  const t = useMessages(messages)
  const { percent } = useNumbers()
  const nameOf = useRowName()
  if (!worst) {
    const places = rows.filter(({ kind }) => kind === 'table' || kind === 'online')
    return (
      <p className={styles.verdict}>
        {t('capacity.verdictNone', { room: places.reduce((sum, { room }) => sum + room, 0) })}
      </p>
    )
  }
  const over = worst.accepted + worst.pending - worst.room
  return (
    <p className={styles.verdict} data-over={over > 0 || undefined}>
      {over > 0 ? <Icon name="warning" /> : null}
      {over > 0
        ? t('capacity.verdictOver', { what: nameOf(worst), over })
        : t('capacity.verdictFits', { what: nameOf(worst), share: percent(shareOf(worst)) })}
    </p>
  )
}

const COUNT_KEYS = {
  table: 'capacity.countTable',
  online: 'capacity.countOnline',
  interpreter: 'capacity.countInterpreter',
  company: 'capacity.countCompany',
} as const

function Row({ row, scale, isWorst }: { row: CapacityRow; scale: number; isWorst: boolean }) {
  const t = useMessages(messages)
  const nameOf = useRowName()
  const needed = row.accepted + row.pending
  const over = needed - row.room
  // Without any room everything lies beyond the line; one step is enough to show it.
  const per = row.room > 0 ? 100 / (row.room * scale) : 100 / Math.max(1, needed)
  const line = 100 / scale
  const accepted = Math.min(100, row.accepted * per)
  return (
    <li data-worst={isWorst || undefined} data-over={over > 0 || undefined}>
      <div className={styles.words}>
        <b>{nameOf(row)}</b>
        <small>{t(COUNT_KEYS[row.kind], { count: row.count })}</small>
        <span className={styles.value}>
          {t('capacity.value', { needed, room: row.room })}
          {over > 0 ? <em>{t('capacity.over', { count: over })}</em> : null}
        </span>
      </div>
      <div className={styles.bar} aria-hidden="true">
        <i className={styles.room} style={{ width: `${row.room > 0 ? line : 0}%` }} />
        <i className={styles.accepted} style={{ width: `${accepted}%` }} />
        <i
          className={styles.pending}
          style={{ left: `${accepted}%`, width: `${Math.min(100 - accepted, row.pending * per)}%` }}
        />
        <i className={styles.line} style={{ left: `${row.room > 0 ? line : 0}%` }} />
      </div>
    </li>
  )
}
