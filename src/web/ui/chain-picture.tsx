import { type CSSProperties, type ReactNode, useEffect, useState } from 'react'
import type { Instant } from '../../kernel/instant.ts'
import { toInstant } from '../../kernel/instant.ts'
import type { TimeZone } from '../../kernel/time-zone.ts'
import { useLocale } from '../locale.tsx'
import { formatClock, zoneLabel } from './time-format.ts'
import styles from './chain-picture.module.css'

export interface ChainShore {
  readonly name: string
  readonly zone: TimeZone
  /** One mark each: the companies of this side; null: not known. */
  readonly companies: number | null
  /** "22 companies" */
  readonly companiesLabel: string
}

export interface ChainLink {
  readonly id: string
  readonly number: number
  readonly name: string
  /** Live count, ready to print; null where nothing is counted. */
  readonly count: string | null
  /** `hand`: something waits for a person. `open`: there, but empty. `later`: not in this version. */
  readonly state: 'done' | 'hand' | 'open' | 'later'
  /** How many wait for a hand: the printed number, and the same in words for those who hear it. */
  readonly hand?: { readonly count: string; readonly label: string }
}

/** More than these are not counted by eye; the label says how many. */
const MAX_MARKS = 60

/** Height of the arc and of its feet in the picture, px; the nodes and the line share them. */
const FOOT_Y = 190
const RISE_Y = 118
const HEIGHT = 320
/** Share of the width where the first and the last link stand. */
const [START_X, END_X] = [0.075, 0.925]

const arcY = (share: number): number => FOOT_Y - 4 * RISE_Y * share * (1 - share)

/** The arc between two shares of the way as a path in a 0–1000 wide box. */
function arcPath(to: number): string {
  const x = (share: number) => 1000 * (START_X + (END_X - START_X) * share)
  // A parabola is exactly one quadratic curve; its control point follows from the slope at the start.
  const slope = -4 * RISE_Y
  return `M${x(0)} ${FOOT_Y}Q${x(to / 2)} ${FOOT_Y + (slope * to) / 2} ${x(to)} ${arcY(to)}`
}

/**
 * The programme as a chain across the water: fourteen links on an arc between the two shores, each with its live
 * count; each company is a mark on its shore. `renderLink` makes a link of a name where there is a screen.
 */
export function ChainPicture({
  label,
  shores,
  links,
  renderLink,
}: {
  label: string
  shores: readonly [ChainShore, ChainShore]
  links: readonly ChainLink[]
  renderLink: (link: ChainLink, content: ReactNode, className: string) => ReactNode
}) {
  const last = links.length - 1
  const reached = links.findLastIndex(({ state }) => state === 'done' || state === 'hand')
  return (
    <div className={styles.picture} style={{ '--height': `${HEIGHT}px` } as CSSProperties}>
      <svg
        className={styles.ground}
        viewBox={`0 0 1000 ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <g className={styles.waves}>
          {[212, 236, 262, 290].map((y, index) => (
            <path key={y} d={wave(y, 250 + index * 14, 750 - index * 20)} />
          ))}
        </g>
        <path className={styles.shore} d={`M0 ${FOOT_Y}H92C146 ${FOOT_Y} 168 ${FOOT_Y + 56} 232 ${HEIGHT}H0z`} />
        <path className={styles.shore} d={`M1000 ${FOOT_Y}H908C854 ${FOOT_Y} 832 ${FOOT_Y + 56} 768 ${HEIGHT}H1000z`} />
        <path className={styles.arc} d={arcPath(1)} />
        {reached > 0 ? <path className={styles.way} d={arcPath(reached / last)} /> : null}
      </svg>
      <Shore shore={shores[0]} side="start" />
      <ol className={styles.links} aria-label={label}>
        {links.map((link, index) => {
          const share = index / last
          const place = {
            '--x': `${100 * (START_X + (END_X - START_X) * share)}%`,
            '--y': `${arcY(share)}px`,
            // Away from the neighbour: where the arc rises, labels above lean left and labels below lean right.
            '--lean': (index % 2 === 0 ? 1 : -1) * (1 - 2 * share),
          } as CSSProperties
          return (
            <li key={link.id} style={place} data-state={link.state} data-label={index % 2 === 0 ? 'above' : 'below'}>
              {renderLink(link, <LinkContent link={link} />, styles.link ?? '')}
            </li>
          )
        })}
      </ol>
      <Shore shore={shores[1]} side="end" />
    </div>
  )
}

/** Gentle waves of 40 units from `from` to `to`. */
function wave(y: number, from: number, to: number): string {
  const count = Math.floor((to - from) / 40)
  return `M${from} ${y}${'q10 -4 20 0t20 0'.repeat(count)}`
}

const LinkContent = ({ link }: { link: ChainLink }) => (
  <>
    <span className={styles.node} aria-hidden="true">
      {link.number}
    </span>
    <span className={styles.words}>
      <span className={styles.name}>{link.name}</span>
      <span className={styles.figures}>
        {link.count === null ? null : <b>{link.count}</b>}
        {link.hand ? <em aria-hidden="true">{link.hand.count}</em> : null}
      </span>
    </span>
    {link.hand ? <span className="hidden-text">, {link.hand.label}</span> : null}
  </>
)

function Shore({ shore, side }: { shore: ChainShore; side: 'start' | 'end' }) {
  const { locale } = useLocale()
  const now = useMinute()
  return (
    <div className={styles.side} data-side={side}>
      <p className={styles.sideName}>{shore.name}</p>
      <p className={styles.clock}>
        <time dateTime={now}>{formatClock(now, shore.zone, locale)}</time> {zoneLabel(now, shore.zone)}
      </p>
      <p className={styles.marks}>
        <span aria-hidden="true">
          {Array.from({ length: Math.min(shore.companies ?? 0, MAX_MARKS) }, (_, index) => (
            <i key={index} />
          ))}
        </span>
        <span className={styles.companies}>{shore.companiesLabel}</span>
      </p>
    </div>
  )
}

/** The present moment, new each minute. */
function useMinute(): Instant {
  const [now, setNow] = useState(() => toInstant(Date.now()))
  useEffect(() => {
    const timer = setInterval(() => setNow(toInstant(Date.now())), 20_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
