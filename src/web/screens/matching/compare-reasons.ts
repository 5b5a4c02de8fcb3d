import type { ExplainedMatch, Reason } from './shapes.ts'

export interface ComparedReason {
  readonly key: string
  /** As the first of the two that has it gives it. */
  readonly reason: Reason
  readonly from: 'one' | 'two'
  /** Points in each match; null where it is no reason. */
  readonly points: readonly [number | null, number | null]
}

type Account = Pick<ExplainedMatch, 'reasons'>

/** What makes two reasons the same: their kind, their direction and what they name. */
const keyOf = ({ code, direction, concept, values }: Reason): string =>
  [code, direction, concept?.id ?? '', values.word ?? values.need ?? values.whose ?? ''].join(' ')

/** The reasons of two matches in one list: those of both first, then by points. */
export function compareReasons(one: Account, two: Account): ComparedReason[] {
  const [left, right] = [sums(one), sums(two)]
  const keys = [...new Set([...left.keys(), ...right.keys()])]
  return keys
    .map((key): ComparedReason => {
      const [own, other] = [left.get(key), right.get(key)]
      return {
        key,
        reason: (own ?? other)!.reason,
        from: own ? 'one' : 'two',
        points: [own?.points ?? null, other?.points ?? null],
      }
    })
    .toSorted((a, b) => Number(isShared(b)) - Number(isShared(a)) || most(b) - most(a) || (a.key < b.key ? -1 : 1))
}

const isShared = ({ points: [left, right] }: ComparedReason): boolean => left !== null && right !== null

const most = ({ points: [left, right] }: ComparedReason): number => Math.max(left ?? 0, right ?? 0)

/** Points by reason, to the hundredth. */
function sums({ reasons }: Account): Map<string, { reason: Reason; points: number }> {
  const found = new Map<string, { reason: Reason; points: number }>()
  for (const reason of reasons) {
    const key = keyOf(reason)
    const known = found.get(key)
    const hundredths = Math.round(reason.points * 100) + Math.round((known?.points ?? 0) * 100)
    found.set(key, { reason: known?.reason ?? reason, points: hundredths / 100 })
  }
  return found
}
