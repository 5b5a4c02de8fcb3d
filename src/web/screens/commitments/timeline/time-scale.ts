import { scaleUtc } from 'd3-scale'
import { intlTag } from '../../../intl-tag.ts'
import type { Locale } from '../../../../kernel/locale.ts'

const DAY_MS = 86_400_000
/** Room on both sides, so that no sign stands on the edge. */
const MARGIN = 0.04
const TICKS = 5

export interface TimeScale {
  /** Where an instant (ms) stands, in percent of the width. */
  readonly at: (ms: number) => number
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
}

/** A scale over all given moments with a few named days below it. */
export function timeScale(moments: readonly number[], locale: Locale): TimeScale {
  const first = Math.min(...moments)
  const last = Math.max(...moments, first + 30 * DAY_MS)
  const room = (last - first) * MARGIN
  const scale = scaleUtc()
    .domain([first - room, last + room])
    .range([0, 100])
  const at = (ms: number): number => scale(ms)
  const ticks = scale.ticks(TICKS)
  const isYears = ticks.every((tick) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1)
  const isMonths = ticks.every((tick) => tick.getUTCDate() === 1)
  const format = new Intl.DateTimeFormat(intlTag(locale), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(isYears ? {} : { month: 'short' }),
    ...(isMonths ? {} : { day: 'numeric' }),
  })
  return {
    at,
    ticks: ticks.map((tick) => ({ at: at(tick.getTime()), label: format.format(tick) })),
  }
}
