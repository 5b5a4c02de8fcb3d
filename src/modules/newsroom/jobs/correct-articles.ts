import type { Platform } from '../../../platform/context.ts'
import { appendJournal, type JournalEntry } from '../../../platform/journal.ts'
import { systemActor } from '../../accounts/index.ts'
import { measureFigures } from '../../outcomes/index.ts'
import { articleEntry } from '../operations/entry.ts'
import { toldFigure } from '../operations/tell-figures.ts'
import { type ToldRow, findToldFigures, loadCheckFacts, retellFigure } from '../store/article-store.ts'

/** What can change a figure. */
const COUNTED_SUBJECTS = new Set([
  'outcome',
  'participant',
  'meeting-request',
  'commitment',
  'announced-figure',
  'company',
])

/**
 * When a record changes, every published article that tells a figure of it tells it anew, and says since when and what
 * it told before. A figure whose value stays is told with its new list, without a correction.
 */
export const correctArticles = {
  reader: 'newsroom.correct-articles',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    const programmes = new Set(
      entries.flatMap(({ programmeId, subjectKind }) =>
        programmeId !== null && COUNTED_SUBJECTS.has(subjectKind) ? [programmeId] : [],
      ),
    )
    if (programmes.size === 0) return
    const told = Map.groupBy(await findToldFigures(platform.db, [...programmes]), ({ programmeId }) => programmeId)
    for (const [programmeId, rows] of told) await retellProgramme(platform, programmeId, rows)
  },
}

async function retellProgramme(platform: Platform, programmeId: string, rows: readonly ToldRow[]): Promise<void> {
  const now = platform.clock.now()
  const ids = [...new Set(rows.map(({ figureId }) => figureId))]
  const { sides } = await loadCheckFacts(platform.db, programmeId, null)
  const views = await measureFigures(platform.db, programmeId, ids, now)
  const figures = new Map(views.map((view) => [view.id, toldFigure(view, sides)]))
  for (const { articleId, figureId, value, unit } of rows) {
    const figure = figures.get(figureId)
    if (!figure) continue
    const correction =
      figure.value === value
        ? null
        : { id: platform.newId(), articleId, figureId, oldValue: value, newValue: figure.value, unit }
    await retellFigure(platform.db, { articleId, figure }, correction, now)
    if (correction === null) continue
    const change = { figureId, unit }
    await appendJournal(
      platform.db,
      articleEntry(
        platform,
        systemActor('newsroom'),
        { programmeId, articleId },
        {
          action: 'article.corrected',
          before: { ...change, value },
          after: { ...change, value: figure.value },
        },
      ),
    )
  }
}
