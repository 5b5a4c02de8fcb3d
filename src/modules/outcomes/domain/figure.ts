import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'

/** A number as it was published, with where and when. */
export interface AnnouncedFigure {
  /** Which number it is: "participating-companies". The same figure may be announced more than once. */
  readonly figure: string
  readonly name: LocalizedText
  readonly value: number
  /** "companies", "people" … */
  readonly unit: string
  /** The day it holds for; null when the source does not say. */
  readonly asOf: string | null
  readonly source: string
}

export interface SideCount {
  readonly sideId: Id
  readonly count: number
}

/** What records can count so far. Everything else that was announced has no recorded counterpart. */
export interface RecordedCounts {
  /** Companies registered for an event, each once, by side. */
  readonly participatingCompanies: readonly SideCount[]
}

export interface FigureBesideRecord extends Omit<AnnouncedFigure, 'value'> {
  readonly announced: number
  readonly recorded: number | null
  readonly recordedBySide: readonly SideCount[]
}

const COUNTED: Readonly<Record<string, keyof RecordedCounts>> = { 'participating-companies': 'participatingCompanies' }

/** The announced number beside what the records give. They are shown apart and never merged. */
export function besideRecord({ value, ...figure }: AnnouncedFigure, counts: RecordedCounts): FigureBesideRecord {
  const counted = COUNTED[figure.figure]
  if (counted === undefined) return { ...figure, announced: value, recorded: null, recordedBySide: [] }
  const recordedBySide = counts[counted]
  const recorded = recordedBySide.reduce((sum, { count }) => sum + count, 0)
  return { ...figure, announced: value, recorded, recordedBySide }
}

export function decideFigure({ figure, name, value, unit, source }: AnnouncedFigure): Result<void> {
  if (!/^[a-z][a-z0-9-]{1,60}$/.test(figure)) return refuse('invalid', 'outcomes.figure-malformed', { figure })
  if (Object.keys(name).length === 0) return refuse('invalid', 'outcomes.name-missing')
  if (!Number.isFinite(value)) return refuse('invalid', 'outcomes.value-malformed')
  if (unit === '' || source === '') return refuse('invalid', 'outcomes.source-missing')
  return ok(undefined)
}
