/** A stream of chance that is the same for the same seed on every machine. */
export interface Random {
  /** 0 ≤ n < 1 */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number
  chance(share: number): boolean
  /** Throws on an empty list. */
  pick<T>(items: readonly T[]): T
  /** `count` different items, in the order they were drawn; fewer when there are fewer. */
  draw<T>(items: readonly T[], count: number): T[]
  /** One item, each as likely as its weight says; null when no weight is above 0. */
  pickWeighted<T>(items: readonly T[], weightOf: (item: T) => number): T | null
}

/** Mulberry32 (T. Ettinger, 2017): 32 bits of state, enough for texts and timetables. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  const draw = <T>(items: readonly T[], count: number): T[] => {
    const rest = [...items]
    const drawn: T[] = []
    while (drawn.length < count && rest.length > 0) drawn.push(...rest.splice(integer(0, rest.length - 1), 1))
    return drawn
  }
  return {
    next,
    integer,
    chance: (share) => next() < share,
    pick(items) {
      if (items.length === 0) throw new Error('Nothing to pick from')
      return items[integer(0, items.length - 1)]!
    },
    draw,
    pickWeighted(items, weightOf) {
      const weights = items.map((item) => Math.max(0, weightOf(item)))
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      for (const [at, weight] of weights.entries()) {
        left -= weight
        if (weight > 0 && left < 0) return items[at]!
      }
      return null
    },
  }
}
