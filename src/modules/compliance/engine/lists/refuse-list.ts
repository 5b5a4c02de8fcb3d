import type { ListRefusalCode, ParsedList } from '../shapes.ts'
import { refuse } from '../../../../kernel/result.ts'

export type ListRefusal = Extract<ParsedList, { ok: false }>

/** `line` is 1-based; `what` names the column, value or element to blame. */
export const refuseList = (code: ListRefusalCode, line: number, what = ''): ListRefusal =>
  refuse('invalid', code, { line, what: what.slice(0, 120) })
