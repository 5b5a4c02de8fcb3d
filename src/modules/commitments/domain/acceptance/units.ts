/** A unit as a factor (and for temperatures an offset) to the base of its dimension. */
interface Unit {
  readonly dimension: Dimension
  readonly factor: number
  readonly offset?: number
}

export type Dimension = 'length' | 'temperature' | 'temperature-difference' | 'stress' | 'time' | 'ratio' | 'drift'

/** Bases: metre, kelvin, pascal, second, one, metre per second. */
const UNITS: Readonly<Record<string, Unit>> = {
  nm: { dimension: 'length', factor: 1e-9 },
  µm: { dimension: 'length', factor: 1e-6 },
  mm: { dimension: 'length', factor: 1e-3 },
  m: { dimension: 'length', factor: 1 },
  '°C': { dimension: 'temperature', factor: 1, offset: 273.15 },
  K: { dimension: 'temperature', factor: 1 },
  ΔK: { dimension: 'temperature-difference', factor: 1 },
  Pa: { dimension: 'stress', factor: 1 },
  kPa: { dimension: 'stress', factor: 1e3 },
  MPa: { dimension: 'stress', factor: 1e6 },
  GPa: { dimension: 'stress', factor: 1e9 },
  ms: { dimension: 'time', factor: 1e-3 },
  s: { dimension: 'time', factor: 1 },
  min: { dimension: 'time', factor: 60 },
  h: { dimension: 'time', factor: 3600 },
  '%': { dimension: 'ratio', factor: 0.01 },
  'nm/s': { dimension: 'drift', factor: 1e-9 },
  'nm/min': { dimension: 'drift', factor: 1e-9 / 60 },
  'nm/h': { dimension: 'drift', factor: 1e-9 / 3600 },
  'µm/h': { dimension: 'drift', factor: 1e-6 / 3600 },
}

const ALIASES: Readonly<Record<string, string>> = {
  um: 'µm',
  μm: 'µm',
  micron: 'µm',
  нм: 'nm',
  мкм: 'µm',
  мм: 'mm',
  м: 'm',
  '℃': '°C',
  degc: '°C',
  c: '°C',
  '°с': '°C',
  k: 'K',
  к: 'K',
  pa: 'Pa',
  kpa: 'kPa',
  mpa: 'MPa',
  gpa: 'GPa',
  'n/mm2': 'MPa',
  'n/mm²': 'MPa',
  мпа: 'MPa',
  кпа: 'kPa',
  мс: 'ms',
  с: 's',
  sec: 's',
  초: 's',
  мин: 'min',
  분: 'min',
  ч: 'h',
  'um/h': 'µm/h',
}

/** The unit under its one name, or null when it is not known. The micro sign and the Greek letter are one. */
export function unitNamed(text: string): string | null {
  const written = text.trim().normalize('NFC')
  const known = written in UNITS ? written : (ALIASES[written.toLowerCase()] ?? null)
  return known !== null && Object.hasOwn(UNITS, known) ? known : null
}

export const dimensionOf = (unit: string): Dimension | null => UNITS[unit]?.dimension ?? null

/**
 * The value in another unit of the same dimension; null when the two cannot be compared. Rounded to 15 digits: 20 µm
 * must be 0.02 mm, not a little less, when it stands at a limit.
 */
export function convert(value: number, from: string, to: string): number | null {
  const [source, target] = [UNITS[from], UNITS[to]]
  if (!source || !target || source.dimension !== target.dimension) return null
  if (from === to) return value
  const converted = (value * source.factor + (source.offset ?? 0) - (target.offset ?? 0)) / target.factor
  return Number(converted.toPrecision(15))
}
