import type { Locale } from '../kernel/locale.ts'
import type { ArticleSummary, ToldFigure } from '../modules/newsroom/index.ts'
import { plain } from './article-text.ts'

/** The title of an article in a list, with its numbers. */
export function summaryTitle(article: ArticleSummary, locale: Locale, part: 'title' | 'subtitle' = 'title'): string {
  const language = [locale, 'en' as const, 'ko' as const, 'ru' as const].find((one) => article.titles[one])
  const text = language && article.titles[language]?.[part]
  if (!text) return ''
  const figures = article.figures.map(({ id, value, unit, bySide, announced }) => [
    id,
    {
      id,
      value,
      unit,
      counted: { code: '', name: {}, source: '', measure: '', asOf: '', bySide, total: 0, records: [], announced },
    },
  ]) as [string, ToldFigure][]
  return plain(text, { figures: new Map(figures), commitments: new Map() }, language)
}
