import { useNumbers } from '../../../locale.tsx'
import type { Assessment } from '../shapes.ts'

export type Plot = NonNullable<Assessment['plot']>

/** Numbers of axes and labels, with as many digits as are read. */
export function useFigures(): (value: number) => string {
  const { number } = useNumbers()
  return (value) => number(value, { maximumSignificantDigits: 5 })
}
