import { scaleUtc } from 'd3-scale'
import { intlTag } from '../../../intl-tag.ts'
import { useLocale, useMessages } from '../../../locale.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { formatCalendarDay } from '../../../ui/time-format.ts'
import { messages } from '../messages.ts'
import { useOutcomeWords } from '../outcome-words.ts'
import type { Dashboard, Kind } from '../shapes.ts'
import styles from './days-panel.module.css'

const DAY_MS = 86_400_000
const LANE = 32

/** Words near an edge are written inwards, so that they do not leave the picture. */
const edgeOf = (at: number): 'start' | 'end' | undefined => (at < 8 ? 'start' : at > 92 ? 'end' : undefined)

/** The records over time: a lane for each kind, a disc for each day, as large as it counts. */
export function DaysPanel({ days }: { days: Dashboard['timeline'] }) {
  const t = useMessages(messages)
  const words = useOutcomeWords()
  const { locale } = useLocale()
  if (days.length === 0) {
    return (
      <Panel title={t('days.title')}>
        <EmptyState title={t('days.none')} />
      </Panel>
    )
  }
  const moments = days.map(({ on }) => Date.parse(on))
  const [first, last] = [Math.min(...moments), Math.max(...moments)]
  const room = Math.max(3 * DAY_MS, (last - first) * 0.06)
  const scale = scaleUtc()
    .domain([first - room, last + room])
    .range([0, 100])
  const kinds = [...new Set(days.map(({ kind }) => kind))]
  const most = Math.max(...days.map(({ count }) => count))
  const ticks = scale.ticks(4)
  const isMonths = ticks.every((tick) => tick.getUTCDate() === 1)
  const format = new Intl.DateTimeFormat(intlTag(locale), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    ...(isMonths ? {} : { day: 'numeric' }),
  })
  const name = (kind: string) => words(`kinds.${kind as Kind}`)
  return (
    <Panel title={t('days.title')}>
      <div className={styles.picture}>
        <ul className={styles.kinds} aria-hidden="true">
          {kinds.map((kind) => (
            <li key={kind} style={{ height: LANE }}>
              {name(kind)}
            </li>
          ))}
        </ul>
        <svg className={styles.surface} height={LANE * kinds.length} aria-hidden="true" focusable="false">
          {ticks.map((tick) => (
            <line key={tick.getTime()} x1={`${scale(tick)}%`} x2={`${scale(tick)}%`} y1="0" y2="100%" />
          ))}
          {days.map(({ on, kind, count }) => (
            <g key={`${on} ${kind}`}>
              <circle
                cx={`${scale(Date.parse(on))}%`}
                cy={LANE * (kinds.indexOf(kind) + 0.5)}
                r={7 + (7 * count) / most}
              />
              <text x={`${scale(Date.parse(on))}%`} y={LANE * (kinds.indexOf(kind) + 0.5)} dy="0.36em">
                {count}
              </text>
            </g>
          ))}
        </svg>
        <div className={styles.axis} aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick.getTime()} data-edge={edgeOf(scale(tick))} style={{ left: `${scale(tick)}%` }}>
              {format.format(tick)}
            </span>
          ))}
        </div>
      </div>
      <ul className="hidden-text">
        {days.map(({ on, kind, count }) => (
          <li key={`${on} ${kind}`}>
            {t('days.summary', { day: formatCalendarDay(on, locale), kind: name(kind), count })}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
