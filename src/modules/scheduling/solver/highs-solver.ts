import loadHighs, { type Highs, type Model } from 'highs'
import type { LinearAnswer, LinearLimits, LinearModel, LinearSolver } from '../engine/linear-model.ts'

// The package's types describe its CommonJS face; what an ES module imports is the loader itself.
const load = loadHighs as unknown as () => Promise<Highs>
let loading: Promise<Highs> | undefined

/** HiGHS (WebAssembly) as the engine's linear solver; loaded once per thread, about 0.1 s. */
export async function loadLinearSolver(): Promise<LinearSolver> {
  loading ??= load()
  const highs = await loading
  return (model, limits) => highs.withModel(modelData(highs, model), (loaded) => run(highs, loaded, model, limits))
}

/** HiGHS's code for a solution that keeps every bound. */
const FEASIBLE = 2

/** Stands for no limit, which HiGHS does not take. */
const LONGEST_SECONDS = 1e6

function modelData(highs: Highs, model: LinearModel) {
  const finite = (values: Float64Array): Float64Array =>
    values.map((value) => (value === Infinity ? highs.infinity : value === -Infinity ? -highs.infinity : value))
  return {
    numCols: model.columnCount,
    numRows: model.rowCount,
    colCost: model.cost,
    colLower: finite(model.columnLower),
    colUpper: finite(model.columnUpper),
    rowLower: finite(model.rowLower),
    rowUpper: finite(model.rowUpper),
    matrix: {
      format: 'csr' as const,
      numRows: model.rowCount,
      numCols: model.columnCount,
      starts: model.rowStarts,
      indices: model.columnOf,
      values: model.valueOf,
    },
    ...(model.whole.includes(1) ? { integrality: Int32Array.from(model.whole) } : {}),
  }
}

function run(highs: Highs, loaded: Model, model: LinearModel, limits: LinearLimits): LinearAnswer {
  const mixed = model.whole.includes(1)
  loaded.options.set({
    output_flag: false,
    time_limit: Math.min(LONGEST_SECONDS, Math.max(0.01, limits.timeLimitMs / 1000)),
    mip_rel_gap: 0,
    mip_abs_gap: 0.999,
  })
  const { callbackType, modelStatus } = highs.constants
  let bound = -Infinity
  loaded.run({
    [callbackType.simplexInterrupt]: (event) => {
      if (!mixed && limits.shouldStop?.() === true) event.interrupt()
    },
    [callbackType.mipInterrupt]: (event) => {
      bound = Math.max(bound, event.data.mip_dual_bound ?? -Infinity)
      if (limits.shouldStop?.() === true || (limits.enough !== undefined && bound >= limits.enough)) event.interrupt()
    },
  })
  const status = loaded.getModelStatus()
  if (status === modelStatus.infeasible) return { status: 'infeasible', bound: Infinity, columns: null, rowDuals: null }
  const optimal = status === modelStatus.optimal
  if (mixed) bound = Math.max(bound, Number(loaded.info.get('mip_dual_bound')))
  else if (optimal) bound = loaded.getObjectiveValue()
  const solution = loaded.getSolution()
  const feasible = loaded.info.get('primal_solution_status') === FEASIBLE
  return {
    status: optimal ? 'optimal' : 'limit',
    bound,
    columns: feasible ? solution.colValue : null,
    rowDuals: optimal && !mixed ? solution.rowDual : null,
  }
}
