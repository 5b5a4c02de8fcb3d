/** How evenly attention falls: how often each party is shown to others. */
export interface Exposure {
  readonly shown: ReadonlyMap<string, number>
  /** 0: all are shown equally often; towards 1: a few have everything. */
  readonly gini: number
  /** Shown to nobody, in the order given. */
  readonly unseen: readonly string[]
}

/** Gini coefficient of values ≥ 0: mean absolute difference over twice the mean (sorted form); 0 for no or only zero values. */
export function gini(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const sum = sorted.reduce((total, value) => total + value, 0)
  if (sum === 0) return 0
  const weighted = sorted.reduce((total, value, at) => total + (at + 1) * value, 0)
  return (2 * weighted) / (sorted.length * sum) - (sorted.length + 1) / sorted.length
}

/** Counts how often each of `partyIds` stands in the lists. Ids outside `partyIds` are not counted. */
export function measureExposure(partyIds: readonly string[], lists: Iterable<readonly string[]>): Exposure {
  const shown = new Map(partyIds.map((id) => [id, 0]))
  for (const list of lists) {
    for (const id of list) {
      const count = shown.get(id)
      if (count !== undefined) shown.set(id, count + 1)
    }
  }
  return {
    shown,
    gini: gini([...shown.values()]),
    unseen: partyIds.filter((id) => shown.get(id) === 0),
  }
}
