import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { CURRENCY_DIGITS, type Currency, type Money } from '../../../kernel/money.ts'

/** How many units of the second currency one unit of the first is: decimal digits, so that nothing is lost. */
export interface Rate {
  readonly value: string
  readonly date: string
  readonly source: string
}

/** A second amount of the same thing in another currency. It is never added to the first nor put in its place. */
export interface Conversion {
  readonly amount: Money
  /** Null: it was published so, and nobody says by which rate. */
  readonly rate: Rate | null
  /** Units of the second currency to which it is rounded: 100000000 for a hundred million won. */
  readonly roundedTo: number
  /** Typed by hand as published, or computed. */
  readonly origin: 'published' | 'computed'
  /** By which part the typed amount departs from the computed one; null when nothing can be said. */
  readonly departure: number | null
}

/** Beyond this part a typed second amount is not a matter of rounding. */
export const MAX_DEPARTURE = 0.005

export interface ConversionCommand {
  readonly currency: Currency
  /** What was published; null: compute it. */
  readonly published: Money | null
  readonly rate: Rate | null
  readonly roundedTo: number
}

const RATE = /^(\d{1,12})(?:\.(\d{1,8}))?$/

/** `amount` at `rate`, rounded half up to `roundedTo` units; null when the rate is none or the result too large. */
export function convert(amount: Money, currency: Currency, rate: string, roundedTo: number): Money | null {
  const parts = RATE.exec(rate)
  if (!parts || !Number.isSafeInteger(roundedTo) || roundedTo < 1) return null
  const fraction = parts[2] ?? ''
  const factor = BigInt(parts[1]! + fraction)
  if (factor === 0n) return null
  // minor × factor × 10^toDigits / (10^fromDigits × 10^fractionDigits), in units of roundedTo.
  const toDigits = CURRENCY_DIGITS[currency]
  const step = BigInt(roundedTo) * 10n ** BigInt(toDigits)
  const numerator = BigInt(amount.minor) * factor * 10n ** BigInt(toDigits)
  const denominator = 10n ** BigInt(CURRENCY_DIGITS[amount.currency] + fraction.length) * step
  const minor = ((2n * numerator + denominator) / (2n * denominator)) * step
  return minor > BigInt(Number.MAX_SAFE_INTEGER) ? null : { minor: Number(minor), currency }
}

/** Takes a second amount in, computed or as published; a published one is held against the rate where there is one. */
export function decideConversion(
  amount: Money,
  { currency, published, rate, roundedTo }: ConversionCommand,
): Result<Conversion> {
  if (currency === amount.currency) return refuse('invalid', 'outcomes.conversion-same-currency')
  if (published === null) {
    if (rate === null) return refuse('invalid', 'outcomes.rate-missing')
    const computed = convert(amount, currency, rate.value, roundedTo)
    if (!computed) return refuse('invalid', 'outcomes.rate-malformed')
    return ok({ amount: computed, rate, roundedTo, origin: 'computed', departure: null })
  }
  if (rate === null) return ok({ amount: published, rate, roundedTo, origin: 'published', departure: null })
  const exact = convert(amount, currency, rate.value, 1)
  if (!exact) return refuse('invalid', 'outcomes.rate-malformed')
  const departure = exact.minor === 0 ? null : Number((published.minor / exact.minor - 1).toFixed(6))
  return ok({ amount: published, rate, roundedTo, origin: 'published', departure })
}

export const departsTooFar = ({ departure }: Pick<Conversion, 'departure'>): boolean =>
  departure !== null && Math.abs(departure) > MAX_DEPARTURE
