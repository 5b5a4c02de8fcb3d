/** How much one connection may send: a reserve, and what flows back a second. */
export interface Rate {
  readonly reserve: number
  readonly perSecond: number
}

/** Three people's candidates, descriptions and a restart of all connections fit in; a flood does not. */
export const MESSAGE_RATE: Rate = { reserve: 400, perSecond: 40 }
export const BYTE_RATE: Rate = { reserve: 1_000_000, perSecond: 40_000 }

/** Returns a function that says whether `amount` more may pass at `nowMs`. */
export function createAllowance({ reserve, perSecond }: Rate): (nowMs: number, amount?: number) => boolean {
  let left = reserve
  let thenMs: number | null = null
  return (nowMs, amount = 1) => {
    if (thenMs !== null) left = Math.min(reserve, left + ((nowMs - thenMs) / 1000) * perSecond)
    thenMs = nowMs
    if (left < amount) return false
    left -= amount
    return true
  }
}
