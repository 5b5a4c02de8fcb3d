import { useLocale, useMessages, useNumbers } from '../../locale.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import styles from './figure-comparison.module.css'
import { messages } from './messages.ts'

/** A published number beside what the records give. */
export interface ComparedFigure {
  readonly figure: string
  readonly name: string
  /** A currency code, or the name of what is counted. */
  readonly unit: string
  readonly announced: number
  readonly asOf: string | null
  readonly source: string
  /** Null: no record counts this. */
  readonly recorded: number | null
  readonly recordedBySide: readonly { readonly sideId: string; readonly count: number }[]
}

/** Up to here every unit is a mark of its own. */
const MAX_MARKS = 60

/**
 * The two numbers under each other on one scale: announced hollow, recorded filled and parted by side, and the
 * difference in words. They are never added, averaged or corrected into one.
 */
export function FigureComparison({
  figure,
  sides,
}: {
  figure: ComparedFigure
  sides: readonly { readonly id: string; readonly name: string }[]
}) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const { locale } = useLocale()
  const amount = (value: number) =>
    /^[A-Z]{3}$/.test(figure.unit)
      ? number(value, { style: 'currency', currency: figure.unit, maximumFractionDigits: 0 })
      : number(value)
  const scale = Math.max(figure.announced, figure.recorded ?? 0)
  const difference = (figure.recorded ?? figure.announced) - figure.announced
  const parts = figure.recordedBySide.flatMap(({ sideId, count }) => {
    const side = sides.find(({ id }) => id === sideId)
    return side ? [{ name: side.name, count }] : []
  })
  return (
    <article className={styles.figure}>
      <h3>
        {figure.name}
        <span>
          {figure.recorded === null
            ? null
            : difference === 0
              ? t('same')
              : t(difference < 0 ? 'fewer' : 'more', { difference: amount(Math.abs(difference)) })}
        </span>
      </h3>
      <dl>
        <div>
          <dt>{t('announced')}</dt>
          <dd className={styles.value}>{amount(figure.announced)}</dd>
          <dd className={styles.bar} aria-hidden="true">
            <Marks segments={[figure.announced]} scale={scale} hollow />
          </dd>
        </div>
        <div>
          <dt>{t('recorded')}</dt>
          <dd className={styles.value}>{figure.recorded === null ? '–' : amount(figure.recorded)}</dd>
          <dd className={styles.bar}>
            {figure.recorded === null ? (
              <span className={styles.none}>{t('notRecorded')}</span>
            ) : (
              <Marks segments={parts.length > 0 ? parts.map(({ count }) => count) : [figure.recorded]} scale={scale} />
            )}
          </dd>
        </div>
      </dl>
      <p>
        {parts.length > 0 ? (
          <span>{parts.map(({ name, count }) => `${name} ${number(count)}`).join(' + ')}</span>
        ) : null}
        <span>
          {t('source', { source: figure.source })}
          {figure.asOf ? `, ${t('asOf', { day: formatCalendarDay(figure.asOf, locale) })}` : null}
        </span>
      </p>
    </article>
  )
}

/** Units as marks while they can be counted by eye, else as a bar of the same length. */
function Marks({ segments, scale, hollow = false }: { segments: readonly number[]; scale: number; hollow?: boolean }) {
  if (scale > MAX_MARKS) {
    const total = segments.reduce((sum, count) => sum + count, 0)
    return (
      <i
        className={hollow ? styles.hollowBar : styles.fullBar}
        style={{ width: `${(100 * total) / scale}%` }}
        aria-hidden="true"
      />
    )
  }
  return (
    <span
      className={styles.marks}
      style={{ gridTemplateColumns: `repeat(${scale}, minmax(0, 10px))` }}
      aria-hidden="true"
    >
      {segments.flatMap((count, segment) =>
        Array.from({ length: count }, (_, index) => (
          <i key={`${segment}-${index}`} data-hollow={hollow || undefined} data-segment={segment} />
        )),
      )}
    </span>
  )
}
