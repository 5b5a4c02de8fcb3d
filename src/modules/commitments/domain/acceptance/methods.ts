import type { Criterion, Method, Quantity } from './criterion.ts'
import type { MeasurementIssue, WantedColumn } from './measurement-table.ts'
import { fitLine, greatest, least, mean, standardDeviation } from './statistics.ts'
import { convert } from './units.ts'

/** What is drawn: at most 500 points or 20 bars. */
export interface Plot {
  readonly kind: 'line' | 'bars' | 'map'
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** Of a map: the value at each place. */
  readonly z: readonly number[] | null
  readonly xUnit: string
  readonly yUnit: string
  readonly zUnit: string | null
}

export interface Computed {
  /** In the units of QUANTITY_FACTS. */
  readonly quantities: Partial<Record<Quantity, number>>
  readonly plot: Plot
  readonly issues: readonly MeasurementIssue[]
}

type Columns = Readonly<Record<string, readonly number[]>>

interface MethodFacts {
  readonly columns: readonly WantedColumn[]
  readonly minPoints: number
  readonly compute: (columns: Columns, criteria: readonly Criterion[]) => Computed
}

const column = (
  name: string,
  aliases: readonly string[],
  dimension: WantedColumn['dimension'],
  unit: string,
): WantedColumn => ({ name, aliases, dimension, unit })

const MOST_POINTS = 500

const thinned = (values: readonly number[]): number[] => {
  const step = Math.max(1, Math.ceil(values.length / MOST_POINTS))
  return values.filter((_, index) => index % step === 0)
}

/**
 * Resolution: standard deviation (n − 2) of the displacement around its least-squares line over time; drift: the slope of
 * that line. So a slow movement does not count as noise.
 */
function displacementTrace({ time = [], displacement = [] }: Columns): Computed {
  const rises = time.every((value, index) => index === 0 || value > time[index - 1]!)
  const { slope, residualDeviation } = fitLine(time, displacement)
  const plot = { kind: 'line' as const, x: thinned(time), y: thinned(displacement), z: null }
  return {
    quantities: rises ? { resolution: residualDeviation, drift: slope * 60 } : {},
    plot: { ...plot, xUnit: 's', yUnit: 'nm', zUnit: null },
    issues: rises ? [] : [{ code: 'time-not-rising', values: {} }],
  }
}

/** Mean, standard deviation (n − 1), largest absolute value, and the share of points within the tolerance of the criterion. */
function deviationInspection({ deviation = [] }: Columns, criteria: readonly Criterion[]): Computed {
  const shares = criteria.filter(({ quantity }) => quantity === 'share-within-tolerance')
  const tolerance = shares[0]?.tolerance ?? null
  const toleranceMm = tolerance && convert(tolerance.value, tolerance.unit, 'mm')
  const share =
    toleranceMm === null
      ? {}
      : {
          'share-within-tolerance':
            (100 * deviation.filter((value) => Math.abs(value) <= toleranceMm).length) / deviation.length,
        }
  return {
    quantities: {
      'deviation-mean': mean(deviation),
      'deviation-sigma': standardDeviation(deviation),
      'deviation-max': greatest(deviation.map(Math.abs)),
      ...share,
    },
    plot: histogram(deviation),
    issues: shares.length > 0 && toleranceMm === null ? [{ code: 'tolerance-missing', values: {} }] : [],
  }
}

const BINS = 20

function histogram(values: readonly number[]): Plot {
  const [low, high] = [least(values), greatest(values)]
  const width = (high - low) / BINS || 1
  const counts = Array.from({ length: BINS }, () => 0)
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.floor((value - low) / width))
    counts[bin] = counts[bin]! + 1
  }
  const x = counts.map((_, bin) => low + (bin + 0.5) * width)
  return { kind: 'bars', x, y: counts, z: null, xUnit: 'mm', yUnit: '', zUnit: null }
}

/** Mean of the map, and half of the difference between its hottest and coldest point ("± K"). */
function heaterMap({ x = [], y = [], temperature = [] }: Columns): Computed {
  return {
    quantities: {
      'temperature-mean': mean(temperature),
      'temperature-half-range': (greatest(temperature) - least(temperature)) / 2,
    },
    plot: {
      kind: 'map',
      x: thinned(x),
      y: thinned(y),
      z: thinned(temperature),
      xUnit: 'mm',
      yUnit: 'mm',
      zUnit: '°C',
    },
    issues: [],
  }
}

/** Mean, standard deviation (n − 1) and least of the specimens. */
function strengthSeries({ strength = [] }: Columns): Computed {
  const numbers = strength.map((_, index) => index + 1)
  return {
    quantities: {
      'strength-mean': mean(strength),
      'strength-sigma': standardDeviation(strength),
      'strength-min': least(strength),
    },
    plot: { kind: 'line', x: thinned(numbers), y: thinned(strength), z: null, xUnit: '', yUnit: 'MPa', zUnit: null },
    issues: [],
  }
}

export const METHOD_FACTS: Readonly<Record<Method, MethodFacts>> = {
  'displacement-trace': {
    columns: [
      column('time', ['t', '시간', 'время'], 'time', 's'),
      column('displacement', ['변위', 'перемещение', 'смещение'], 'length', 'nm'),
    ],
    minPoints: 10,
    compute: displacementTrace,
  },
  'deviation-inspection': {
    columns: [column('deviation', ['편차', 'отклонение'], 'length', 'mm')],
    minPoints: 5,
    compute: deviationInspection,
  },
  'heater-map': {
    columns: [
      column('x', [], 'length', 'mm'),
      column('y', [], 'length', 'mm'),
      column('temperature', ['온도', 'температура'], 'temperature', '°C'),
    ],
    minPoints: 5,
    compute: heaterMap,
  },
  'strength-series': {
    columns: [column('strength', ['강도', '접합 강도', 'прочность'], 'stress', 'MPa')],
    minPoints: 3,
    compute: strengthSeries,
  },
}
