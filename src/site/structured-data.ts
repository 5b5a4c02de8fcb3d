import { type Locale, textIn } from '../kernel/locale.ts'
import type { PublicArticle } from '../modules/newsroom/index.ts'
import { inLanguage } from './layout.ts'

interface DataFacts {
  readonly locale: Locale
  readonly title: string
  readonly subtitle: string
  readonly baseUrl: string
  readonly image: string | null
  readonly corrections: readonly { readonly at: string; readonly text: string }[]
}

/** The article, and the event it tells of, in the words of schema.org. */
export function articleData(
  article: PublicArticle,
  { locale, title, subtitle, baseUrl, image, corrections }: DataFacts,
): object[] {
  const address = `${baseUrl}${inLanguage(`/news/${article.slug}`, locale)}`
  const operator = { '@type': 'Organization', name: textIn(article.programme.operatorName, locale) }
  const news = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title.slice(0, 110),
    description: subtitle,
    inLanguage: locale,
    datePublished: article.publishedAt,
    dateModified: article.editedAt,
    mainEntityOfPage: address,
    author: { '@type': 'Organization', name: textIn(article.byline, locale) },
    publisher: operator,
    keywords: article.tags.join(', '),
    isAccessibleForFree: true,
    ...(image === null ? {} : { image: [image] }),
    ...(corrections.length === 0
      ? {}
      : {
          correction: corrections.map(({ at, text }) => ({
            '@type': 'CorrectionComment',
            datePublished: at,
            text,
          })),
        }),
  }
  const { event } = article
  if (event === null || event.startsAt === null) return [news]
  return [
    news,
    {
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: textIn(event.name, locale),
      startDate: event.startsAt,
      endDate: event.endsAt,
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { '@type': 'VirtualLocation', url: address },
      organizer: operator,
    },
  ]
}
