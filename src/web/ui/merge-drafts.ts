/** A place that two people changed to different ends; mine is kept until somebody decides. */
export interface Conflict {
  /** `summary.ko` */
  readonly path: string
  readonly theirs: unknown
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Joins what I changed with what somebody else saved meanwhile, both starting from `base`. Texts side by side join
 * language by language, so that a Korean and a Russian editor do not stand in each other's way.
 */
export function mergeDrafts<T extends object>(base: T, mine: T, theirs: T): { merged: T; conflicts: Conflict[] } {
  const conflicts: Conflict[] = []
  const merged = mergeFields(base as Fields, mine as Fields, theirs as Fields, '', conflicts)
  return { merged: merged as T, conflicts }
}

function mergeFields(base: Fields, mine: Fields, theirs: Fields, under: string, conflicts: Conflict[]): Fields {
  const merged: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, my, their] = [base[key], mine[key], theirs[key]]
    const path = `${under}${key}`
    const value =
      isFields(my) && isFields(their)
        ? mergeFields(isFields(was) ? was : {}, my, their, `${path}.`, conflicts)
        : mergeValue(was, my, their, path, conflicts)
    if (value !== undefined) merged[key] = value
  }
  return merged
}

function mergeValue(was: unknown, my: unknown, their: unknown, path: string, conflicts: Conflict[]): unknown {
  if (isSame(my, was)) return their
  if (!isSame(their, was) && !isSame(their, my)) conflicts.push({ path, theirs: their })
  return my
}

/** The draft with another value at a path; `undefined` takes the value out. */
export function withValueAt<T extends object>(draft: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.')
  const { [key]: inner, ...others } = draft as Record<string, unknown>
  const next = rest.length === 0 ? value : withValueAt(isFields(inner) ? inner : {}, rest.join('.'), value)
  return (next === undefined ? others : { ...(draft as Fields), [key]: next }) as T
}
