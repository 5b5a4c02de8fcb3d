import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Platform } from '../../../platform/context.ts'
import { findConsenting } from '../../accounts/index.ts'
import { type CountedRecord, type FigureView, countText, figureText, measureFigures } from '../../outcomes/index.ts'
import {
  type ArticleContent,
  MOST_RECORDS_SHOWN,
  type PublicRecord,
  type ToldCommitment,
  type ToldFigure,
} from '../domain/article.ts'
import { type Finding, type ToCheck, checkArticle } from '../domain/check-article.ts'
import type { NumberWriter } from '../domain/print-token.ts'
import { type Told, loadCheckFacts } from '../store/article-store.ts'
import { type ArticlePersonRow, findArticlePeople } from '../store/people-store.ts'
import { usedIn } from '../domain/token.ts'

/** How this instance writes numbers. */
export const writeNumber: NumberWriter = {
  figureText: (value, unit, locale) => figureText(value, unit, locale),
  countText: (value, unit, locale) => countText(value, unit, locale),
}

type Side = { readonly id: Id; readonly name: LocalizedText }

/** A measured figure as an article tells it: public facts only. */
export const toldFigure = (view: FigureView, sides: readonly Side[]): ToldFigure => ({
  id: view.id,
  value: view.value,
  unit: view.unit,
  counted: {
    code: view.code,
    name: view.name,
    source: view.definition.source,
    measure: view.definition.measure.kind,
    asOf: view.asOf,
    bySide: view.bySide.map(({ sideId, count }) => ({
      sideId,
      name: sides.find(({ id }) => id === sideId)?.name ?? {},
      count,
    })),
    total: view.records.length,
    records: view.records.slice(0, MOST_RECORDS_SHOWN).map(publicRecord),
    announced: view.announced.map((announced) => ({ ...announced })),
  },
})

const publicRecord = (record: CountedRecord): PublicRecord => ({
  id: record.id,
  kind: record.kind,
  title: record.title,
  parties: record.parties.map(({ name }) => name),
  on: record.on,
  amount:
    record.amountMinor === null || record.currency === null
      ? null
      : { minor: record.amountMinor, currency: record.currency },
  basis: record.basis,
  grade: record.grade,
  synthetic: record.synthetic,
})

export interface ArticleToCheck {
  readonly programmeId: Id
  /** Null: it is not saved yet and has no photographs. */
  readonly articleId: Id | null
  readonly content: ArticleContent
  readonly manualNumbers: ToCheck['manualNumbers']
}

export type ListedPerson = ArticlePersonRow & { readonly consents: boolean }

/** Whom an article names and shows, and whether their consent is on file now. */
export async function listArticlePeople(platform: Platform, articleId: Id): Promise<ListedPerson[]> {
  const people = await findArticlePeople(platform.db, articleId)
  const personIds = people.flatMap(({ personId }) => personId ?? [])
  const consenting = await findConsenting(platform, personIds, 'publicity')
  return people.map((one) => ({ ...one, consents: one.personId !== null && consenting.has(one.personId) }))
}

/** Holds an article against the records as they are now, and gives what it tells of them. */
export async function judgeArticle(
  platform: Platform,
  { programmeId, articleId, content, manualNumbers }: ArticleToCheck,
): Promise<{ findings: Finding[]; told: Told; figures: ToldFigure[]; commitments: readonly ToldCommitment[] }> {
  const facts = await loadCheckFacts(platform.db, programmeId, articleId)
  const views = await measureFigures(platform.db, programmeId, null, platform.clock.now())
  const figures = views.map((view) => toldFigure(view, facts.sides))
  const { commitments, photos, names } = facts
  const people = articleId === null ? [] : await listArticlePeople(platform, articleId)
  const findings = checkArticle({ content, manualNumbers, figures, commitments, photos, people, names })
  const used = usedIn(content)
  const known = new Map(figures.map((figure) => [figure.id, figure]))
  return {
    findings,
    figures,
    commitments,
    told: {
      figures: used.figures.flatMap((id) => known.get(id) ?? []),
      commitments: used.commitments.filter((id) => commitments.some((commitment) => commitment.id === id)),
    },
  }
}
