import { useMessages } from '../../../locale.tsx'
import { messages } from '../messages.ts'
import type { Assessment, Criterion } from '../shapes.ts'
import { type Plot, useFigures } from './figures.ts'
import { HeatPicture } from './heat-picture.tsx'
import { PlotFrame } from './plot-frame.tsx'
import { driftLine, limitInPlot, plotScale } from './plot-scale.ts'
import styles from './plot.module.css'

/** What was measured, drawn by the method it was measured with. */
export function MeasurementPlot({ assessment, criteria }: { assessment: Assessment; criteria: readonly Criterion[] }) {
  const { plot, method } = assessment
  if (!plot || plot.x.length === 0) return null
  switch (method) {
    case 'displacement-trace':
      return <Trace plot={plot} assessment={assessment} />
    case 'deviation-inspection':
      return <Histogram plot={plot} criteria={criteria} />
    case 'heater-map':
      return <HeatPicture plot={plot} />
    case 'strength-series':
      return <Series plot={plot} assessment={assessment} />
  }
}

const quantityOf = ({ quantities }: Assessment, name: string) =>
  quantities.find(({ quantity }) => quantity === name)?.value

const points = (x: readonly number[], y: readonly number[], atX: (v: number) => number, atY: (v: number) => number) =>
  x.map((value, index) => `${atX(value).toFixed(3)},${(100 - atY(y[index]!)).toFixed(3)}`).join(' ')

/** The displacement over time, its least-squares line (the drift), and one standard deviation on both sides of it. */
function Trace({ plot, assessment }: { plot: Plot; assessment: Assessment }) {
  const t = useMessages(messages)
  const figure = useFigures()
  const [atX, atY] = [plotScale(plot.x, 0), plotScale(plot.y)]
  const drift = quantityOf(assessment, 'drift')
  const resolution = quantityOf(assessment, 'resolution')
  // Drift is given by the minute, the axis counts seconds.
  const line = drift === undefined ? null : driftLine(plot.x, plot.y, drift / 60)
  const lineAt = (shift: number) =>
    line && {
      x1: `${atX.at(line.from[0])}%`,
      x2: `${atX.at(line.to[0])}%`,
      y1: `${100 - atY.at(line.from[1] + shift)}%`,
      y2: `${100 - atY.at(line.to[1] + shift)}%`,
    }
  return (
    <PlotFrame
      label={t('plot.trace')}
      xName={t('plot.time', { unit: plot.xUnit })}
      yName={t('plot.displacement', { unit: plot.yUnit })}
      xTicks={atX.ticks.map((tick) => ({ at: atX.at(tick), label: figure(tick) }))}
      yTicks={atY.ticks.map((tick) => ({ at: atY.at(tick), label: figure(tick) }))}
      key_={
        <>
          {drift === undefined ? null : (
            <span data-sign="line">{t('plot.drift', { value: figure(drift), unit: 'nm/min' })}</span>
          )}
          {resolution === undefined ? null : (
            <span data-sign="band">{t('plot.band', { value: figure(resolution), unit: plot.yUnit })}</span>
          )}
        </>
      }
    >
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
        <polyline className={styles.trace} points={points(plot.x, plot.y, atX.at, atY.at)} />
      </svg>
      {line ? <line className={styles.fit} {...lineAt(0)} /> : null}
      {line && resolution !== undefined
        ? [resolution, -resolution].map((shift) => <line key={shift} className={styles.band} {...lineAt(shift)} />)
        : null}
    </PlotFrame>
  )
}

/** Bars of the deviations, with the tolerance of the criterion on both sides of zero. */
function Histogram({ plot, criteria }: { plot: Plot; criteria: readonly Criterion[] }) {
  const t = useMessages(messages)
  const figure = useFigures()
  const tolerance = criteria.find((one) => one.quantity === 'share-within-tolerance')?.tolerance ?? null
  // The plot is in millimetres; a tolerance in another unit is left to the words.
  const edge = tolerance ? toMillimetres(tolerance) : null
  const width = plot.x.length > 1 ? plot.x[1]! - plot.x[0]! : 1
  const ends = [plot.x[0]! - width / 2, plot.x.at(-1)! + width / 2, ...(edge === null ? [] : [edge, -edge])]
  const [atX, atY] = [plotScale(ends, 0.02), plotScale([0, ...plot.y], 0)]
  return (
    <PlotFrame
      label={t('plot.histogram')}
      xName={t('plot.deviation', { unit: plot.xUnit })}
      yName={t('plot.points')}
      xTicks={atX.ticks.map((tick) => ({ at: atX.at(tick), label: figure(tick) }))}
      yTicks={atY.ticks.map((tick) => ({ at: atY.at(tick), label: figure(tick) }))}
      key_={
        tolerance ? (
          <span data-sign="limit">{t('plot.tolerance', { value: figure(tolerance.value), unit: tolerance.unit })}</span>
        ) : null
      }
    >
      {plot.x.map((middle, index) => {
        const [left, right] = [atX.at(middle - width / 2), atX.at(middle + width / 2)]
        const height = atY.at(plot.y[index]!)
        const isOut = edge !== null && Math.abs(middle) > edge
        return (
          <rect
            key={middle}
            className={styles.bar}
            data-out={isOut || undefined}
            x={`${left}%`}
            width={`${Math.max(0, right - left - 0.4)}%`}
            y={`${100 - height}%`}
            height={`${height}%`}
          />
        )
      })}
      {edge === null
        ? null
        : [edge, -edge].map((at) => (
            <line key={at} className={styles.limit} x1={`${atX.at(at)}%`} x2={`${atX.at(at)}%`} y1="0" y2="100%" />
          ))}
    </PlotFrame>
  )
}

const IN_MILLIMETRES: Readonly<Record<string, number>> = { nm: 1e-6, µm: 1e-3, mm: 1, m: 1e3 }

const toMillimetres = ({ value, unit }: { value: number; unit: string }): number | null => {
  const factor = IN_MILLIMETRES[unit]
  return factor === undefined ? null : value * factor
}

/** One mark a specimen, with the limit of the criterion drawn through. */
function Series({ plot, assessment }: { plot: Plot; assessment: Assessment }) {
  const t = useMessages(messages)
  const figure = useFigures()
  const limits = assessment.criteria
    .filter(({ quantity }) => quantity === 'strength-min' || quantity === 'strength-mean')
    .flatMap(({ key, quantity, limit, unit, value }) => {
      const at = limitInPlot(limit, value, quantityOf(assessment, quantity))
      return at === null ? [] : [{ key, at, words: t('plot.limit', { value: figure(limit), unit }) }]
    })
  const [atX, atY] = [plotScale(plot.x), plotScale([...plot.y, ...limits.map(({ at }) => at)])]
  const lowest = Math.max(...limits.map(({ at }) => at), Number.NEGATIVE_INFINITY)
  return (
    <PlotFrame
      label={t('plot.series')}
      xName={t('plot.specimen')}
      yName={t('plot.strength', { unit: plot.yUnit })}
      xTicks={atX.ticks.filter(Number.isInteger).map((tick) => ({ at: atX.at(tick), label: figure(tick) }))}
      yTicks={atY.ticks.map((tick) => ({ at: atY.at(tick), label: figure(tick) }))}
      key_={limits.map(({ key, words }) => (
        <span key={key} data-sign="limit">
          {words}
        </span>
      ))}
    >
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
        <polyline className={styles.thin} points={points(plot.x, plot.y, atX.at, atY.at)} />
      </svg>
      {limits.map(({ key, at }) => (
        <line
          key={key}
          className={styles.limit}
          x1="0"
          x2="100%"
          y1={`${100 - atY.at(at)}%`}
          y2={`${100 - atY.at(at)}%`}
        />
      ))}
      {plot.x.map((x, index) => (
        <circle
          key={x}
          className={styles.specimen}
          data-out={plot.y[index]! < lowest || undefined}
          cx={`${atX.at(x)}%`}
          cy={`${100 - atY.at(plot.y[index]!)}%`}
          r={4}
        />
      ))}
    </PlotFrame>
  )
}
