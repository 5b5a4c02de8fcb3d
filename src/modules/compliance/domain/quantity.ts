import { type Result, ok } from '../../../kernel/result.ts'
import { refuseScreening } from './refusal.ts'

export const DIMENSIONS = ['length', 'temperature', 'energy', 'power', 'share', 'count'] as const
export type Dimension = (typeof DIMENSIONS)[number]

interface Unit {
  readonly dimension: Dimension
  readonly toBase: (value: number) => number
}

const times = (dimension: Dimension, factor: number): Unit => ({ dimension, toBase: (value) => value * factor })

/** By every spelling in use, in lower case where case does not tell units apart. Base units: m, K, J, W, 1. */
const UNITS: Readonly<Record<string, Unit>> = {
  ...spelt(times('length', 1e-12), 'pm', 'пм', '피코미터'),
  ...spelt(times('length', 1e-9), 'nm', 'нм', '나노미터'),
  ...spelt(times('length', 1e-6), 'µm', 'um', 'мкм', '㎛', '마이크로미터', 'micron', 'microns', 'микрон'),
  ...spelt(times('length', 1e-3), 'mm', 'мм', '㎜', '밀리미터'),
  ...spelt(times('length', 1e-2), 'cm', 'см', '㎝', '센티미터'),
  ...spelt(times('length', 1), 'm', 'м', '미터'),
  ...spelt(times('length', 1e3), 'km', 'км', '㎞', '킬로미터'),
  ...spelt(times('temperature', 1), 'K', 'К', '켈빈'),
  ...spelt({ dimension: 'temperature', toBase: (value) => value + 273.15 }, '°C', '°С', 'deg C', '섭씨'),
  ...spelt({ dimension: 'temperature', toBase: (value) => ((value - 32) * 5) / 9 + 273.15 }, '°F'),
  ...spelt(times('energy', 1e-3), 'mJ', 'мДж'),
  ...spelt(times('energy', 1), 'J', 'Дж', '줄'),
  ...spelt(times('energy', 1.602176634e-16), 'keV', 'кэВ'),
  ...spelt(times('energy', 1.602176634e-13), 'MeV', 'МэВ'),
  ...spelt(times('power', 1e-3), 'mW', 'мВт'),
  ...spelt(times('power', 1), 'W', 'Вт', '와트'),
  ...spelt(times('power', 1e3), 'kW', 'кВт', '킬로와트'),
  ...spelt(times('share', 0.01), '%'),
}

function spelt(unit: Unit, ...names: readonly string[]): Record<string, Unit> {
  return Object.fromEntries(names.map((name) => [plainUnit(name), unit]))
}

/** NFKC makes one of the two signs for micro and of the sign ℃; spaces do not tell units apart. */
function plainUnit(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '')
}

export interface Quantity {
  /** In the base unit of its dimension. */
  readonly value: number
  readonly dimension: Dimension
  /** As it was written. */
  readonly text: string
}

const WRITTEN = /^([+-]?\d[\d\s  ]*(?:[.,]\d+)?(?:[eE][+-]?\d+)?)\s*(.*)$/u
/** "1,000" is a thousand in one country and one in another. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/

/**
 * Reads "100 nm", "0.1 µm" or "0,1 мкм" (the same length). Refuses a number without a unit, with an unknown one or one
 * of another kind, and numbers that two countries read differently. A `count` has no unit.
 */
export function parseQuantity(text: string, dimension: Dimension): Result<Quantity> {
  const written = WRITTEN.exec(text.normalize('NFKC').trim().replace('−', '-'))
  if (!written) return refuseScreening('invalid', 'not-a-quantity', { text })
  const digits = written[1]!.replaceAll(/\s/gu, '')
  if (AMBIGUOUS.test(digits)) return refuseScreening('invalid', 'ambiguous-number', { text })
  const value = Number(digits.replace(',', '.'))
  if (!Number.isFinite(value)) return refuseScreening('invalid', 'not-a-quantity', { text })
  const name = plainUnit(written[2]!)
  if (dimension === 'count') {
    return name === '' ? ok({ value, dimension, text }) : refuseScreening('invalid', 'unit-of-other-kind', { text })
  }
  if (name === '') return refuseScreening('invalid', 'unit-missing', { text })
  const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined
  if (!unit) return refuseScreening('invalid', 'unit-unknown', { text, unit: written[2]!.trim() })
  if (unit.dimension !== dimension) return refuseScreening('invalid', 'unit-of-other-kind', { text })
  return ok({ value: unit.toBase(value), dimension, text })
}
