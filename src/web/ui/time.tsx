import { createContext, type ReactNode, useContext } from 'react'
import type { Instant } from '../../kernel/instant.ts'
import type { TimeZone } from '../../kernel/time-zone.ts'
import { useLocale } from '../locale.tsx'
import { formatDay, offsetLabel, readZones, zoneLabel } from './time-format.ts'
import styles from './time.module.css'

/** The zones every time is printed in, the reader's own side first. */
export interface HomeZone {
  /** Name of the side or city, in the reader's language. */
  readonly name: string
  readonly zone: TimeZone
}

const ZonesContext = createContext<readonly HomeZone[]>([{ name: 'UTC', zone: 'UTC' }])

export const ZonesProvider = ({ zones, children }: { zones: readonly HomeZone[]; children: ReactNode }) => (
  <ZonesContext value={zones}>{children}</ZonesContext>
)

export const useZones = (): readonly HomeZone[] => useContext(ZonesContext)

/**
 * A moment on both sides' clocks: "15:00 KST · 09:00 MSK".
 * - `day` puts the date in front (`short` without its year); without it only the clocks are printed.
 * - a side whose date differs says so, so nobody calls on the wrong day.
 * - `stacked` puts the second zone below the first, for narrow columns.
 */
export function Time({
  at,
  day,
  stacked = false,
  zones,
}: {
  at: Instant
  day?: 'short' | 'full'
  stacked?: boolean
  /** Other zones than the programme's. */
  zones?: readonly HomeZone[]
}) {
  const { locale } = useLocale()
  const home = useZones()
  const readings = readZones(
    at,
    (zones ?? home).map(({ zone }) => zone),
    locale,
  )
  const [lead] = readings
  return (
    <time dateTime={at} className={stacked ? styles.stacked : styles.time}>
      {day && lead ? <span className={styles.day}>{formatDay(at, lead.zone, locale, day === 'short')}</span> : null}
      {readings.map((reading, index) => (
        <span key={reading.zone} className={index === 0 ? styles.lead : styles.other}>
          {reading.otherDay ? `${reading.otherDay} ` : null}
          {reading.clock} <span className={styles.zone}>{reading.label}</span>
          {index < readings.length - 1 && !stacked ? (
            <span aria-hidden="true" className={styles.dot}>
              ·
            </span>
          ) : null}
        </span>
      ))}
    </time>
  )
}

/** Which clocks the times are in: "KST Suwon, UTC+9 / MSK Moscow, UTC+3". `at` decides summer or winter. */
export function ZonePair({ at, stacked = false }: { at: Instant; stacked?: boolean }) {
  const zones = useZones()
  return (
    <dl className={stacked ? styles.pairStacked : styles.pair}>
      {zones.map(({ name, zone }) => (
        <div key={zone}>
          <dt>{zoneLabel(at, zone)}</dt>
          <dd>
            {name}, {offsetLabel(at, zone)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
