import { type CompiledProblem, NO_LIMIT, PLACE_KINDS } from './compile.ts'
import { type InterpreterLimit, interpreterLimits } from './interpreter-limits.ts'
import type { AgreementPrices } from './solution.ts'
import { Timetable } from './timetable.ts'

/** Beyond this many requests of one participant the sets of them are too many. */
const MOST_REQUESTS_EACH = 11
const MOST_PARTICIPANTS = 60

/** Multiples of this are exact in sums and short in a file. */
const UNIT = 2 ** -12

/** In breaks: prices found where much is smoothed lead to those where little is. */
const TEMPERATURES: readonly number[] = [0.1, 0.05, 0.03, 0.02, 0.015, 0.01, 0.007, 0.005, 0.003]
const STEPS_A_TEMPERATURE = 60
const LOOK_EVERY = 20
/** Of the temperature: the length of a step, and how it shrinks when one leads down. */
const FIRST_STEP = 0.5
const SHORTER = 0.7

export interface AgreementLimits {
  readonly mayGoOn: () => boolean
  readonly onBetter: (breaks: number, prices: AgreementPrices) => void
}

/**
 * A lower bound of the breaks by Lagrangean decomposition (Guignard, Kim): host and guest each make the timetable of
 * their own that suits them best, and prices of (request, slot), which one side pays and the other receives, make them
 * agree. Places and interpreters have prices of their own. `fates`: requests that are held in all (1) or none (-1) of
 * the schedules of at least `weight`. Each better bound is told with its prices.
 */
export function boundByAgreement(
  problem: CompiledProblem,
  fates: Int8Array,
  weight: number,
  limits: AgreementLimits,
): number {
  if (!suits(problem, fates)) return 0
  let proven = 0
  new Ascent(new Agreement(problem, fates, weight), limits.mayGoOn).run((value, write) => {
    const breaks = Math.ceil(value - 1e-9)
    if (breaks <= proven || breaks === Infinity) return
    proven = breaks
    limits.onBetter(breaks, write())
  })
  return proven
}

function suits({ momentsOf, participantCount, delegates, requestsOf }: CompiledProblem, fates: Int8Array): boolean {
  return (
    momentsOf === null &&
    participantCount <= MOST_PARTICIPANTS &&
    delegates.every((count) => count === 1) &&
    requestsOf.every((those) => those.filter((r) => fates[r]! >= 0).length <= MOST_REQUESTS_EACH)
  )
}

/**
 * The prices in one row: for each request and slot, what the host pays the guest; then for each kind of place and slot;
 * for each limit of interpreters; last for a unit of weight. All but the first kind are 0 or more.
 */
class Agreement {
  readonly size: number
  /** From here on prices are 0 or more. */
  readonly signed: number
  private readonly problem: CompiledProblem
  private readonly least: number
  private readonly isOpen: boolean
  private readonly limits: readonly InterpreterLimit[]
  private readonly firstLimit: number
  private readonly timetables: readonly Timetable[]
  private readonly costs: readonly Float64Array[]
  private readonly share: readonly Float64Array[]
  /** For each request and slot the shared prices that a meeting there pays. */
  private readonly sharedBy: readonly (readonly number[])[]

  constructor(problem: CompiledProblem, fates: Int8Array, weight: number) {
    const { slotCount, requestCount, kind, language } = problem
    this.problem = problem
    this.least = weight
    this.isOpen = fates.includes(0)
    this.limits = interpreterLimits(problem, fates)
    this.signed = requestCount * slotCount
    this.firstLimit = this.signed + PLACE_KINDS.length * slotCount
    this.size = this.firstLimit + this.limits.length + 1
    this.timetables = problem.requestsOf.map((_, p) => new Timetable(problem, fates, p))
    this.costs = this.timetables.map(({ requests }) => new Float64Array(requests.length * slotCount).fill(Infinity))
    this.share = this.costs.map((own) => new Float64Array(own.length))
    this.sharedBy = Array.from({ length: this.signed }, (_, at) => {
      const [r, t] = [Math.floor(at / slotCount), at % slotCount]
      const spoken = this.limits.flatMap(({ slot, pairs }, g) =>
        slot === t && pairs.includes(language[r]!) ? [this.firstLimit + g] : [],
      )
      const place = kind[r]! * slotCount + t
      return problem.capacityAt[place]! < NO_LIMIT ? [this.signed + place, ...spoken] : spoken
    })
  }

  private fillCosts(prices: Float64Array): void {
    const { slotCount, candidateSlots, host, weight } = this.problem
    this.timetables.forEach(({ requests }, p) =>
      requests.forEach((r, i) => {
        for (const t of candidateSlots[r]!) {
          const at = r * slotCount + t
          let shared = -prices[this.size - 1]! * weight[r]!
          for (const paid of this.sharedBy[at]!) shared += prices[paid]!
          this.costs[p]![i * slotCount + t] = (host[r] === p ? prices[at]! : -prices[at]!) + shared / 2
        }
      }),
    )
  }

  /** What each shared price adds to the bound by itself. */
  private supply(at: number): number {
    if (at === this.size - 1) return this.isOpen ? this.least : 0
    if (at >= this.firstLimit) return -this.limits[at - this.firstLimit]!.most
    const capacity = this.problem.capacityAt[at - this.signed]!
    return capacity < NO_LIMIT ? -capacity : 0
  }

  private supplies(prices: Float64Array): number {
    let value = 0
    for (let at = this.signed; at < this.size; at++) if (prices[at]! > 0) value += prices[at]! * this.supply(at)
    return value
  }

  /** No schedule has fewer breaks. */
  bound(prices: Float64Array): number {
    this.fillCosts(prices)
    return this.timetables.reduce(
      (value, timetable, p) => value + timetable.cheapest(this.costs[p]!),
      this.supplies(prices),
    )
  }

  /** A smooth function below the bound, and its gradient. */
  smooth(prices: Float64Array, temperature: number, gradient: Float64Array): number {
    const { slotCount, candidateSlots, host, weight } = this.problem
    this.fillCosts(prices)
    gradient.fill(0)
    for (let at = this.signed; at < this.size; at++) gradient[at] = this.supply(at)
    let value = this.supplies(prices)
    this.timetables.forEach((timetable, p) => {
      const share = this.share[p]!
      value += timetable.soften(this.costs[p]!, temperature, share)
      timetable.requests.forEach((r, i) => {
        for (const t of candidateSlots[r]!) {
          const part = share[i * slotCount + t]!
          const at = r * slotCount + t
          gradient[at]! += host[r] === p ? part : -part
          for (const paid of this.sharedBy[at]!) gradient[paid]! += part / 2
          if (this.isOpen) gradient[this.size - 1]! -= (part * weight[r]!) / 2
        }
      })
    })
    return value
  }

  /** As a certificate: the host's price of each request in each slot, the guest's is what is left of the shared ones. */
  write(prices: Float64Array): AgreementPrices {
    const { slotCount, slotIds, requests, candidateSlots, languagePairs, weight } = this.problem
    return {
      weight: prices[this.size - 1]!,
      places: PLACE_KINDS.flatMap((kind, k) =>
        slotIds.flatMap((slot, t) => {
          const price = prices[this.signed + k * slotCount + t]!
          return price > 0 ? [{ slot, kind, price }] : []
        }),
      ),
      interpreters: this.limits.flatMap(({ slot, pairs }, g) => {
        const price = prices[this.firstLimit + g]!
        return price > 0 ? [{ slot: slotIds[slot]!, pairs: pairs.map((l) => languagePairs[l]!), price }] : []
      }),
      hosts: requests.map(({ id }, r): readonly [string, readonly number[]] => {
        const own = Array.from({ length: slotCount }, () => 0)
        for (const t of candidateSlots[r]!) {
          const at = r * slotCount + t
          let shared = -prices[this.size - 1]! * weight[r]!
          for (const paid of this.sharedBy[at]!) shared += prices[paid]!
          own[t] = prices[at]! + shared / 2
        }
        return [id, own]
      }),
    }
  }
}

/** Nesterov's accelerated ascent of the smoothed bound, begun anew whenever it overshoots, at falling temperatures. */
class Ascent {
  private readonly agreement: Agreement
  private readonly mayGoOn: () => boolean
  private prices: Float64Array
  private readonly gradient: Float64Array

  constructor(agreement: Agreement, mayGoOn: () => boolean) {
    this.agreement = agreement
    this.mayGoOn = mayGoOn
    this.prices = new Float64Array(agreement.size)
    this.gradient = new Float64Array(agreement.size)
  }

  /** `take` is told what the prices prove, again and again. */
  run(take: (value: number, write: () => AgreementPrices) => void): void {
    for (const temperature of TEMPERATURES) this.climb(temperature, take)
  }

  private climb(temperature: number, take: (value: number, write: () => AgreementPrices) => void): void {
    const { agreement, gradient } = this
    let [step, momentum, last] = [FIRST_STEP * temperature, 0, -Infinity]
    let ahead = this.prices.slice()
    for (let count = 1; count <= STEPS_A_TEMPERATURE; count++) {
      if (!this.mayGoOn()) return
      const value = agreement.smooth(ahead, temperature, gradient)
      // Nothing is left of somebody's timetables: too cold for these prices.
      if (!Number.isFinite(value)) return
      if (value < last - 1e-3 * (1 + Math.abs(last))) step *= SHORTER
      last = value
      const next = this.stepFrom(ahead, step)
      let progress = 0
      for (let at = 0; at < next.length; at++) progress += gradient[at]! * (next[at]! - this.prices[at]!)
      if (progress < 0) {
        momentum = 0
        ahead = this.prices.slice()
        step *= 0.9
        continue
      }
      const pull = momentum / (momentum + 3)
      momentum++
      ahead = next.map((price, at) => price + pull * (price - this.prices[at]!))
      this.keepSigns(ahead)
      this.prices = next
      if (count % LOOK_EVERY === 0) this.look(take)
    }
  }

  private stepFrom(from: Float64Array, step: number): Float64Array {
    const to = from.map((price, at) => price + step * this.gradient[at]!)
    this.keepSigns(to)
    return to
  }

  private keepSigns(prices: Float64Array): void {
    for (let at = this.agreement.signed; at < prices.length; at++) if (prices[at]! < 0) prices[at] = 0
  }

  private look(take: (value: number, write: () => AgreementPrices) => void): void {
    const rounded = this.prices.map((price) => Math.round(price / UNIT) * UNIT)
    take(this.agreement.bound(rounded), () => this.agreement.write(rounded))
  }
}
