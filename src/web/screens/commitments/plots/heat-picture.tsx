import { useMessages } from '../../../locale.tsx'
import { messages } from '../messages.ts'
import { type Plot, useFigures } from './figures.ts'
import { PlotFrame } from './plot-frame.tsx'
import { type Cell, gridOf, plotScale } from './plot-scale.ts'
import styles from './plot.module.css'

/** The temperatures over the surface: a field a place of a grid, a dot where the places are scattered. */
export function HeatPicture({ plot }: { plot: Plot }) {
  const t = useMessages(messages)
  const figure = useFigures()
  const cells: Cell[] = plot.x.map((x, index) => ({ x, y: plot.y[index]!, value: plot.z?.[index] ?? 0 }))
  const values = cells.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const grid = gridOf(cells)
  const half = (ends: readonly number[]) => (ends.length > 1 ? (ends[1]! - ends[0]!) / 2 : 0)
  const [halfX, halfY] = grid ? [half(grid.columns), half(grid.rows)] : [0, 0]
  const room = grid ? 0 : 0.08
  const atX = plotScale([...plot.x.map((x) => x - halfX), ...plot.x.map((x) => x + halfX)], room)
  const atY = plotScale([...plot.y.map((y) => y - halfY), ...plot.y.map((y) => y + halfY)], room)
  const unit = plot.zUnit ?? ''
  return (
    <PlotFrame
      square
      label={t('plot.map')}
      xName={t('plot.position', { axis: 'x', unit: plot.xUnit })}
      yName={t('plot.position', { axis: 'y', unit: plot.yUnit })}
      xTicks={atX.ticks.map((tick) => ({ at: atX.at(tick), label: figure(tick) }))}
      yTicks={atY.ticks.map((tick) => ({ at: atY.at(tick), label: figure(tick) }))}
      key_={
        <>
          <span>{t('plot.coldest', { value: figure(low), unit })}</span>
          <i className={styles.heatScale} aria-hidden="true" />
          <span>{t('plot.hottest', { value: figure(high), unit })}</span>
        </>
      }
    >
      {cells.map((cell) => {
        const share = high === low ? 0.5 : (cell.value - low) / (high - low)
        const fill = { fill: `color-mix(in oklch, var(--heat-high) ${(100 * share).toFixed(1)}%, var(--heat-low))` }
        const title = <title>{`x ${figure(cell.x)}, y ${figure(cell.y)}: ${figure(cell.value)} ${unit}`}</title>
        const extreme = cell.value === high ? 'high' : cell.value === low ? 'low' : undefined
        return grid ? (
          <rect
            key={`${cell.x} ${cell.y}`}
            className={styles.field}
            style={fill}
            data-extreme={extreme}
            x={`${atX.at(cell.x - halfX)}%`}
            y={`${100 - atY.at(cell.y + halfY)}%`}
            width={`${atX.at(cell.x + halfX) - atX.at(cell.x - halfX)}%`}
            height={`${atY.at(cell.y + halfY) - atY.at(cell.y - halfY)}%`}
          >
            {title}
          </rect>
        ) : (
          <circle
            key={`${cell.x} ${cell.y}`}
            className={styles.field}
            style={fill}
            data-extreme={extreme}
            cx={`${atX.at(cell.x)}%`}
            cy={`${100 - atY.at(cell.y)}%`}
            r={9}
          >
            {title}
          </circle>
        )
      })}
    </PlotFrame>
  )
}
