import { readFileSync } from 'node:fs'
import {
  CONTENT_WEIGHT,
  type ContentWeights,
  type LanguageTools,
  type Thesaurus,
  buildIndex,
  scanShelf,
} from '../../src/modules/matching/engine/index.ts'
import { type Figure, printFigure, shareInterval } from './figures.ts'
import { type Document, scoreByBm25 } from './lexical.ts'
import { buildParty, buildProfile } from './parties.ts'

export interface Query extends Document {
  /** Positions in the pool that count as found. */
  readonly answers: readonly number[]
}

export interface RetrievalTask {
  readonly name: string
  readonly queries: readonly Query[]
  readonly pool: readonly Document[]
  readonly goals: { readonly at1?: number; readonly at5: number }
}

interface LabelFile {
  readonly ksic: readonly (readonly [string, string, string])[]
  readonly gced: readonly (readonly [string, string, string])[]
}

const isManufacturing = (code: string): boolean => Number(code.slice(0, 2)) >= 10 && Number(code.slice(0, 2)) <= 34

/** Official industry names: the Korean or Russian one looks for its English counterpart. */
export function readLabelTasks(folder: URL): RetrievalTask[] {
  const file = JSON.parse(readFileSync(new URL('matching/industry-labels.json', folder), 'utf8')) as LabelFile
  const task = (
    name: string,
    locale: 'ko' | 'ru',
    rows: LabelFile['ksic'],
    at1: number,
    at5: number,
  ): RetrievalTask => {
    const kept = rows.filter(([code]) => isManufacturing(code))
    return {
      name,
      pool: kept.map(([, , text]) => ({ locale: 'en', text })),
      queries: kept.map(([, text, english]) => ({
        locale,
        text,
        answers: kept.flatMap(([, , other], at) => (other === english ? [at] : [])),
      })),
      goals: { at1, at5 },
    }
  }
  return [task('labels-ko-en', 'ko', file.ksic, 0.6, 0.85), task('labels-ru-en', 'ru', file.gced, 0.75, 0.92)]
}

type ParagraphRow = readonly [string, string, string, string]

const withoutLatin = (text: string): string => text.replaceAll(/[a-zA-Z][a-zA-Z0-9]*/g, ' ')

export function readParagraphTasks(folder: URL): RetrievalTask[] {
  const file = JSON.parse(readFileSync(new URL('matching/parallel-paragraphs.json', folder), 'utf8')) as {
    rows: readonly ParagraphRow[]
  }
  const task = (name: string, change: (text: string) => string, at1: number, at5: number): RetrievalTask => ({
    name,
    pool: file.rows.map(([, , ru]) => ({ locale: 'ru', text: change(ru) })),
    queries: file.rows.map(([, ko], at) => ({ locale: 'ko', text: change(ko), answers: [at] })),
    goals: { at1, at5 },
  })
  return [
    task('paragraphs-ko-ru', (text) => text, 0.85, 0.96),
    task('paragraphs-ko-ru-no-latin', withoutLatin, 0.75, 0.92),
    mixedTask(file.rows),
  ]
}

/**
 * Each paragraph stands in the pool in one language only (ko, ru, en in turn); the queries are the paragraph in the
 * two others, so that texts of the query's own language compete with the answer in another.
 */
function mixedTask(rows: readonly ParagraphRow[]): RetrievalTask {
  const locales = ['ko', 'ru', 'en'] as const
  const textOf = (row: ParagraphRow, locale: (typeof locales)[number]): string => row[1 + locales.indexOf(locale)] ?? ''
  return {
    name: 'paragraphs-mixed',
    pool: rows.map((row, at) => ({ locale: locales[at % 3] ?? 'en', text: textOf(row, locales[at % 3] ?? 'en') })),
    queries: rows.flatMap((row, at) =>
      locales
        .filter((_, position) => position !== at % 3)
        .map((locale) => ({ locale, text: textOf(row, locale), answers: [at] })),
    ),
    goals: { at5: 0.93 },
  }
}

/** Content of every query with every document, by the engine with the given weights. */
export function scoreByEngine(
  { queries, pool }: RetrievalTask,
  thesaurus: Thesaurus,
  language: LanguageTools,
  weights: ContentWeights = CONTENT_WEIGHT,
): Float32Array[] {
  const index = buildIndex(
    [
      ...queries.map(({ locale, text }, at) =>
        buildParty(`q${at}`, 'q', [buildProfile(`q${at}`, 'request', [{ locale, text }])]),
      ),
      ...pool.map(({ locale, text }, at) =>
        buildParty(`p${at}`, 'p', [buildProfile(`p${at}`, 'offer', [{ locale, text }])]),
      ),
    ],
    thesaurus,
    language,
    { sameSide: 'excluded' },
    weights,
  )
  return queries.map((_, at) => {
    const profile = index.profiles[index.profilesOfParty[at]?.[0] ?? -1]
    return profile ? scanShelf(index, profile) : new Float32Array(pool.length)
  })
}

/** Share of queries with an answer among the first `depth`; a score of 0 never counts, ties count against. */
export function recallHits(queries: readonly Query[], scores: readonly Float32Array[], depth: number): number {
  return queries.filter(({ answers }, at) => {
    const row = scores[at] ?? new Float32Array(0)
    const best = Math.max(...answers.map((answer) => row[answer] ?? 0))
    if (best <= 0) return false
    let ahead = 0
    row.forEach((score, position) => {
      if (score >= best && !answers.includes(position)) ahead += 1
    })
    return ahead < depth
  }).length
}

export function measureRetrieval(task: RetrievalTask, thesaurus: Thesaurus, language: LanguageTools): void {
  const { queries } = task
  const n = queries.length
  const own = scoreByEngine(task, thesaurus, language)
  const peers: readonly (readonly [string, Float32Array[]])[] = [
    ['bm25', scoreByBm25(queries, task.pool, language.stemmers)],
    ['thesaurus-only', scoreByEngine(task, thesaurus, language, { topic: 1, wording: 0, embedding: 0 })],
    ['embedding-only', scoreByEngine(task, thesaurus, language, { topic: 0, wording: 0, embedding: 1 })],
  ]
  for (const [metric, depth, goal] of [
    ['R@1', 1, task.goals.at1],
    ['R@5', 5, task.goals.at5],
  ] as const) {
    const hits = recallHits(queries, own, depth)
    const figure: Figure = {
      case: task.name,
      metric,
      value: hits / n,
      unit: 'share',
      n,
      ...shareInterval(hits, n),
      ...(goal === undefined ? {} : { goal: { atLeast: goal } }),
    }
    for (const [peer, scores] of peers)
      printFigure({ ...figure, peer, peerValue: recallHits(queries, scores, depth) / n })
  }
}
