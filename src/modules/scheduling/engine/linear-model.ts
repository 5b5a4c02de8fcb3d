/** A linear or mixed-integer model, to be minimised, by sparse rows: what an injected solver is given. */
export interface LinearModel {
  readonly columnCount: number
  readonly rowCount: number
  readonly cost: Float64Array
  readonly columnLower: Float64Array
  readonly columnUpper: Float64Array
  /** 1 where the column must be whole. */
  readonly whole: Uint8Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** Row i holds the entries rowStarts[i] … rowStarts[i + 1] - 1. */
  readonly rowStarts: Int32Array
  readonly columnOf: Int32Array
  readonly valueOf: Float64Array
}

export interface LinearAnswer {
  /** `limit`: stopped by time or by request; `bound` still holds. */
  readonly status: 'optimal' | 'infeasible' | 'limit'
  /** No solution of the model costs less (-Infinity when nothing is known). */
  readonly bound: number
  /** Null when none was found. */
  readonly columns: Float64Array | null
  /** Of a model without whole columns solved to optimality. */
  readonly rowDuals: Float64Array | null
}

export interface LinearLimits {
  readonly timeLimitMs: number
  readonly shouldStop?: () => boolean
  /** The search may end once it knows that nothing costs less than this. */
  readonly enough?: number
}

/** A solver brought by the caller: the engine itself has none. */
export type LinearSolver = (model: LinearModel, limits: LinearLimits) => LinearAnswer

export class LinearModelBuilder {
  private readonly cost: number[] = []
  private readonly lower: number[] = []
  private readonly upper: number[] = []
  private readonly whole: number[] = []
  private readonly rowLower: number[] = []
  private readonly rowUpper: number[] = []
  private readonly starts: number[] = [0]
  private readonly columnOf: number[] = []
  private readonly valueOf: number[] = []

  /** Index of the new column. */
  column(cost: number, lower: number, upper: number, whole = false): number {
    this.cost.push(cost)
    this.lower.push(lower)
    this.upper.push(upper)
    this.whole.push(whole ? 1 : 0)
    return this.cost.length - 1
  }

  /** Index of the new row `lower <= sum of value x column <= upper`, entries as column, value, column, value … */
  row(lower: number, upper: number, entries: readonly number[]): number {
    for (let at = 0; at < entries.length; at += 2) {
      this.columnOf.push(entries[at]!)
      this.valueOf.push(entries[at + 1]!)
    }
    this.starts.push(this.columnOf.length)
    this.rowLower.push(lower)
    this.rowUpper.push(upper)
    return this.rowLower.length - 1
  }

  build(): LinearModel {
    return {
      columnCount: this.cost.length,
      rowCount: this.rowLower.length,
      cost: Float64Array.from(this.cost),
      columnLower: Float64Array.from(this.lower),
      columnUpper: Float64Array.from(this.upper),
      whole: Uint8Array.from(this.whole),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      rowStarts: Int32Array.from(this.starts),
      columnOf: Int32Array.from(this.columnOf),
      valueOf: Float64Array.from(this.valueOf),
    }
  }
}
