import type { Quality } from '../../../../modules/rooms/contract.ts'

/** What was measured of one connection since the last time. */
export interface Measured {
  readonly connected: boolean
  /** Milliseconds there and back; null: not measured yet. */
  readonly roundTripMs: number | null
  /** Of what should have arrived, 0 to 1. */
  readonly lossShare: number
}

/** In the bounds of ITU-T G.114 (150 and 400 ms one way) and of what sound codecs hide of losses. */
export function qualityOf({ connected, roundTripMs, lossShare }: Measured): Quality {
  if (!connected) return 'lost'
  const ms = roundTripMs ?? 0
  if (ms > 800 || lossShare > 0.1) return 'poor'
  return ms > 300 || lossShare > 0.03 ? 'fair' : 'good'
}

const ORDER: readonly Quality[] = ['good', 'fair', 'poor', 'lost']

export const worstOf = (qualities: readonly Quality[]): Quality =>
  ORDER[Math.max(0, ...qualities.map((quality) => ORDER.indexOf(quality)))] ?? 'good'

/** Counters of a connection, growing since its start. */
export interface Counters {
  readonly received: number
  readonly lost: number
  readonly roundTripMs: number | null
}

export function countersOf(report: RTCStatsReport): Counters {
  let received = 0
  let lost = 0
  let roundTripMs: number | null = null
  for (const stat of report.values() as Iterable<Record<string, unknown>>) {
    if (stat.type === 'inbound-rtp') {
      received += Number(stat.packetsReceived ?? 0)
      lost += Math.max(0, Number(stat.packetsLost ?? 0))
    }
    if (stat.type === 'candidate-pair' && stat.nominated && typeof stat.currentRoundTripTime === 'number') {
      roundTripMs = stat.currentRoundTripTime * 1000
    }
  }
  return { received, lost, roundTripMs }
}

export function lossBetween(before: Counters, now: Counters): number {
  const lost = Math.max(0, now.lost - before.lost)
  const all = lost + Math.max(0, now.received - before.received)
  return all === 0 ? 0 : lost / all
}
