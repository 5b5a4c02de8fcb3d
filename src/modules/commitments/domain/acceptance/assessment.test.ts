import { describe, expect, test } from 'vitest'
import { assess } from './assessment.ts'
import { type Criterion, METHODS } from './criterion.ts'
import { EXAMPLE_CRITERIA, exampleMeasurement } from './example-measurement.ts'
import { convert, unitNamed } from './units.ts'

const near = (value: number) => expect.closeTo(value, 6)
const quantitiesOf = (...args: Parameters<typeof assess>) =>
  Object.fromEntries(assess(...args).quantities.map(({ quantity, value }) => [quantity, value]))

test.each(METHODS)('the worked example of %s is computed, and the same each time', (method) => {
  const run = () => assess(method, exampleMeasurement(method), EXAMPLE_CRITERIA[method], 'a')
  expect(run()).toEqual(run())
  expect(run().issues).toEqual([])
  expect(run().criteria.map(({ met }) => met)).toEqual(EXAMPLE_CRITERIA[method].map(() => true))
})

describe('computations, by hand', () => {
  test('resolution and drift of a displacement trace', () => {
    // x = 2 t ± 1 nm in turns: the line has its slope, the residuals their size.
    const rows = Array.from({ length: 12 }, (_, t) => [String(t), String(2 * t + (t % 4 < 2 ? 1 : -1))])
    const { resolution, drift } = quantitiesOf(
      'displacement-trace',
      [['time (s)', 'displacement (nm)'], ...rows],
      [],
      '',
    )
    const slope = 2 - 12 / 143
    expect(drift).toEqual(near(60 * slope))
    const squares = 12 - (12 / 143) ** 2 * 143
    expect(resolution).toEqual(near(Math.sqrt(squares / 10)))
  })

  test('deviations: mean, sigma, max and the share within tolerance', () => {
    const rows = [['deviation, мм'], ['0,01'], ['-0.03'], ['0.02'], ['0.02'], ['0.03']]
    const share: Criterion = {
      key: 'share',
      method: 'deviation-inspection',
      quantity: 'share-within-tolerance',
      comparison: 'at-least',
      limit: 90,
      unit: '%',
      tolerance: { value: 20, unit: 'µm' },
    }
    const result = assess('deviation-inspection', rows, [share], '')
    expect(Object.fromEntries(result.quantities.map(({ quantity, value }) => [quantity, value]))).toEqual({
      'deviation-mean': near(0.01),
      'deviation-sigma': near(Math.sqrt(0.0022 / 4)),
      'deviation-max': near(0.03),
      'share-within-tolerance': near(60),
    })
    expect(result.criteria).toMatchObject([{ value: near(60), met: false }])
  })

  test('a heater map in kelvin is judged in degrees', () => {
    const rows = [
      ['x [mm]', 'y [mm]', '온도 [K]'],
      ...[900, 902, 904, 901, 903].map((k, at) => [String(at), '0', String(k)]),
    ]
    const limit = (unit: string): Criterion => ({ ...EXAMPLE_CRITERIA['heater-map'][0]!, limit: 2, unit })
    const { quantities, criteria, issues } = assess('heater-map', rows, [limit('K'), limit('°C'), limit('mm')], '')
    expect(quantities.map(({ value, unit }) => [value, unit])).toEqual([
      [near(902 - 273.15), '°C'],
      [near(2), 'ΔK'],
    ])
    expect(criteria.map(({ value, met }) => [value, met])).toEqual([
      [near(2), true],
      [near(2), true],
      [null, null],
    ])
    expect(issues).toEqual([{ code: 'unit-not-comparable', values: { criterion: 'uniformity', unit: 'mm' } }])
  })

  test('strengths of a bonded foil', () => {
    expect(quantitiesOf('strength-series', [['прочность (МПа)'], ['40'], ['44'], ['48']], [], '')).toEqual({
      'strength-mean': near(44),
      'strength-sigma': near(4),
      'strength-min': near(40),
    })
  })
})

describe('what cannot be computed', () => {
  const issues = (method: (typeof METHODS)[number], rows: string[][]) =>
    assess(method, rows, EXAMPLE_CRITERIA[method], '').issues

  test.each([
    [[['time [s]', 'displacement']], 'unit-missing'],
    [[['time [s]', 'displacement [furlong]']], 'unit-unknown'],
    [[['time [s]', 'displacement [MPa]']], 'unit-of-other-kind'],
    [[['time [s]']], 'column-missing'],
  ])('%s', (header, code) => {
    expect(issues('displacement-trace', [...header, ['0', '1'], ['1', '1']])).toContainEqual(
      expect.objectContaining({ code }),
    )
  })

  test('cells, rows and their order', () => {
    const rows = (cells: string[]) => [['strength [MPa]'], ...cells.map((cell) => [cell])]
    expect(issues('strength-series', rows(['40', '1,234.5', 'n/a']))).toEqual([
      { code: 'cell-not-a-number', values: { row: 3, column: 'strength', cell: '1,234.5' } },
      { code: 'cell-not-a-number', values: { row: 4, column: 'strength', cell: 'n/a' } },
    ])
    expect(issues('strength-series', rows(['40']))).toEqual([
      { code: 'too-few-points', values: { points: 1, minPoints: 3 } },
    ])
    expect(issues('strength-series', [])).toMatchObject([{ code: 'no-rows' }, { code: 'column-missing' }])
    const back = Array.from({ length: 12 }, (_, at) => [String(at === 7 ? 3 : at), '1'])
    expect(issues('displacement-trace', [['t [s]', '변위 [nm]'], ...back])).toEqual([
      { code: 'time-not-rising', values: {} },
    ])
    const share = [{ ...EXAMPLE_CRITERIA['deviation-inspection'][0]!, tolerance: null }]
    const deviations = [['deviation [mm]'], ...['1', '2', '3', '4', '5'].map((cell) => [cell])]
    expect(assess('deviation-inspection', deviations, share, '')).toMatchObject({
      issues: [{ code: 'tolerance-missing' }],
      criteria: [{ value: null, met: null }],
    })
  })
})

test('units', () => {
  expect([unitNamed('μm'), unitNamed('мкм'), unitNamed('℃'), unitNamed('N/mm²'), unitNamed('ell')]).toEqual([
    'µm',
    'µm',
    '°C',
    'MPa',
    null,
  ])
  expect([convert(1, 'mm', 'nm'), convert(300, 'K', '°C'), convert(1, 'mm', 'MPa')]).toEqual([
    near(1e6),
    near(26.85),
    null,
  ])
})
