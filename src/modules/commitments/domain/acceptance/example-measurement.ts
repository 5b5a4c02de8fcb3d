import type { Criterion, Method } from './criterion.ts'

/** Deterministic noise between −1 and 1. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return (state / 2_147_483_647) * 2 - 1
  }
}

const fixed = (value: number, digits: number): string => value.toFixed(digits)

const BUILDERS: Readonly<Record<Method, () => string[][]>> = {
  'displacement-trace': () => {
    const random = noise(11)
    const rows = Array.from({ length: 240 }, (_, index) => {
      const time = index / 4
      return [fixed(time, 2), fixed(100 + 0.02 * time + 0.6 * random(), 3)]
    })
    return [['time [s]', 'displacement [nm]'], ...rows]
  },
  'deviation-inspection': () => {
    const random = noise(12)
    const rows = Array.from({ length: 300 }, (_, index) => [
      String(index + 1),
      fixed(4 + 18 * (random() + random() + random()) * 0.5, 2),
    ])
    return [['point', 'deviation [µm]'], ...rows]
  },
  'heater-map': () => {
    const random = noise(13)
    const rows = Array.from({ length: 49 }, (_, index) => {
      const [x, y] = [(index % 7) * 50 - 150, Math.floor(index / 7) * 50 - 150]
      return [String(x), String(y), fixed(650 - (x * x + y * y) / 20_000 + 0.4 * random(), 2)]
    })
    return [['x [mm]', 'y [mm]', 'temperature [°C]'], ...rows]
  },
  'strength-series': () => {
    const random = noise(14)
    const rows = Array.from({ length: 20 }, (_, index) => [String(index + 1), fixed(48 + 3 * random(), 2)])
    return [['specimen', 'strength [MPa]'], ...rows]
  },
}

/** A made-up measurement of each method, the same every time: to try the computation and to see what a file looks like. */
export const exampleMeasurement = (method: Method): readonly (readonly string[])[] => BUILDERS[method]()

/** Criteria that go with the made-up measurements. */
export const EXAMPLE_CRITERIA: Readonly<Record<Method, readonly Criterion[]>> = {
  'displacement-trace': [
    criterion('resolution', 'displacement-trace', 'resolution', 'at-most', 1, 'nm'),
    criterion('drift', 'displacement-trace', 'drift', 'at-most', 5, 'nm/min'),
  ],
  'deviation-inspection': [
    {
      ...criterion('share', 'deviation-inspection', 'share-within-tolerance', 'at-least', 95, '%'),
      tolerance: { value: 0.03, unit: 'mm' },
    },
    criterion('max', 'deviation-inspection', 'deviation-max', 'at-most', 50, 'µm'),
  ],
  'heater-map': [criterion('uniformity', 'heater-map', 'temperature-half-range', 'at-most', 3, 'K')],
  'strength-series': [criterion('least', 'strength-series', 'strength-min', 'at-least', 40, 'MPa')],
}

function criterion(
  key: string,
  method: Method,
  quantity: Criterion['quantity'],
  comparison: Criterion['comparison'],
  limit: number,
  unit: string,
): Criterion {
  return { key, method, quantity, comparison, limit, unit, tolerance: null }
}
