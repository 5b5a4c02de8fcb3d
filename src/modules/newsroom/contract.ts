import { z } from 'zod'
import { route } from '../accounts/contract.ts'
import { acknowledged, day, id, instant, localizedName, localizedText } from '../shapes.ts'
import { ARTICLE_STATUSES } from './domain/article.ts'
import { FINDING_CODES } from './domain/check-article.ts'

// The desk prints tokens as the public pages do.
export type { ArticleFacts } from './domain/article.ts'
export { type NumberWriter, dayText, printCommitment, printText, printToken } from './domain/print-token.ts'
export { type Token, parseTokens } from './domain/token.ts'

/** Texts are plain with tokens: `{figure:id}`, `{count:id}`, `{side:id:side}`, `{announced:id:announced}`, `{commitment:id}`. */
const words = (max: number) => z.string().trim().max(max)

export const block = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['paragraph', 'heading']), text: words(4000) }),
  z.object({ type: z.literal('quote'), text: words(2000), by: words(200) }),
  z.object({ type: z.literal('list'), items: z.array(words(1000)).min(1).max(60) }),
  z.object({ type: z.literal('photo'), photoId: id }),
])

export const articleText = z.object({ title: words(200), subtitle: words(300), body: z.array(block).max(120) })

export const articleContent = z.object({ ko: articleText, ru: articleText, en: articleText }).partial()

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,100}$/)

const manualNumber = z.object({ value: z.number(), reason: localizedName(300) })

const articleWords = {
  slug,
  content: articleContent,
  byline: localizedName(200),
  tags: z.array(z.string().trim().min(1).max(40)).max(12).default([]),
  day: day.nullable().default(null),
  manualNumbers: z.array(manualNumber).max(40).default([]),
  embargoUntil: instant.nullable().default(null),
  /** Until when it stands among today's top articles. */
  pinnedUntil: instant.nullable().default(null),
}

export const articleRow = z.object({
  id,
  slug,
  status: z.enum(ARTICLE_STATUSES),
  content: articleContent,
  byline: localizedText(200),
  tags: z.array(z.string()),
  day: day.nullable(),
  manualNumbers: z.array(manualNumber),
  embargoUntil: instant.nullable(),
  pinnedUntil: instant.nullable(),
  revision: z.number().int(),
  registeredAt: instant,
  editedAt: instant,
  publishedAt: instant.nullable(),
  /** Readers can open it now. */
  isPublic: z.boolean(),
  may: z.object({ edit: z.boolean(), publish: z.boolean(), withdraw: z.boolean() }),
})

export const finding = z.object({
  code: z.enum(FINDING_CODES),
  locale: z.enum(['ko', 'ru', 'en']),
  /** `title`, `subtitle`, `body.3`, `body.3.0` */
  place: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const photo = z.object({
  id,
  mediaType: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  caption: localizedText(500),
  credit: z.string(),
  alternative: localizedText(500),
  /** Somebody has looked: nobody can be recognised on it. */
  showsNobody: z.boolean(),
})

/** Somebody whom an article names or shows. */
export const articlePerson = z.object({
  name: localizedName(200),
  /** Whose consent counts; null: nobody who has an account here. */
  personId: id.nullable().default(null),
  /** Why they may be named or shown without consent. */
  reason: z.string().trim().max(500).nullable().default(null),
  /** On which they can be recognised. */
  photoIds: z.array(id).max(60).default([]),
})

const recordWords = localizedText(2000)

const amount = z.object({ minor: z.number().int(), currency: z.string() })

/** A figure as a token tells it, and how it was counted. */
export const figureToTell = z.object({
  id,
  value: z.number().nullable(),
  unit: z.string(),
  counted: z.object({
    code: z.string(),
    name: recordWords,
    source: z.string(),
    measure: z.string(),
    asOf: instant,
    bySide: z.array(z.object({ sideId: id, name: recordWords, count: z.number().int() })),
    /** How many there are; `records` holds the first of them. */
    total: z.number().int(),
    records: z.array(
      z.object({
        id,
        kind: z.string(),
        title: recordWords,
        parties: z.array(recordWords),
        on: day.nullable(),
        amount: amount.nullable(),
        basis: z.string().nullable(),
        grade: z.string().nullable(),
        synthetic: z.boolean(),
      }),
    ),
    announced: z.array(
      z.object({
        id,
        value: z.number(),
        unit: z.string(),
        asOf: day.nullable(),
        source: z.string(),
        difference: z.number().nullable(),
        explanation: recordWords,
      }),
    ),
  }),
})

export const commitmentToTell = z.object({
  id,
  party: recordWords,
  what: recordWords,
  dueOn: day.nullable(),
  status: z.string(),
  fulfilledOn: day.nullable(),
})

export const correctionRow = z.object({
  kind: z.enum(['figure', 'text']),
  figureId: id.nullable(),
  oldValue: z.number().nullable(),
  newValue: z.number().nullable(),
  unit: z.string().nullable(),
  note: recordWords,
  correctedAt: instant,
})

/** A day that a draft could tell, with the records it would tell. */
export const articleDay = z.object({
  day,
  isEventDay: z.boolean(),
  signed: z.array(
    z.object({ kind: z.string(), title: recordWords, parties: z.array(recordWords), amount: amount.nullable() }),
  ),
  promises: z.array(z.object({ party: recordWords, what: recordWords, dueOn: day.nullable() })),
  /** Articles that tell the day already. */
  articles: z.array(z.object({ id, slug: z.string(), status: z.enum(ARTICLE_STATUSES) })),
})

const photoWords = {
  caption: localizedName(500),
  credit: z.string().trim().min(1).max(200),
  alternative: localizedName(500),
}

export const banner = z.object({
  title: localizedName(120),
  address: z.url({ protocol: /^https?$/ }).max(500),
  shownFrom: instant.nullable().default(null),
  shownUntil: instant.nullable().default(null),
})

const ofProgramme = z.object({ programmeId: id })
const ofArticle = ofProgramme.extend({ articleId: id })
const readers = ['operator', 'official'] as const

export const newsroomContract = {
  listArticles: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/articles',
      summary: 'Articles in every state, newest first',
      tags: ['newsroom'],
    })
    .input(ofProgramme)
    /** `titles`: as readers see them, with their numbers. */
    .output(z.object({ rows: z.array(articleRow.extend({ titles: recordWords })) })),

  readArticle: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/articles/{articleId}',
      summary: 'An article with what keeps it from being published and the figures it can tell',
      tags: ['newsroom'],
    })
    .input(ofArticle)
    .output(
      z.object({
        article: articleRow,
        photos: z.array(photo),
        /** `consents`: to publicity, now. */
        people: z.array(articlePerson.extend({ consents: z.boolean() })),
        findings: z.array(finding),
        figures: z.array(figureToTell),
        commitments: z.array(commitmentToTell),
        corrections: z.array(correctionRow),
      }),
    ),

  listArticleDays: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/article-days',
      summary: 'Days that a draft could tell, each with its records',
      tags: ['newsroom'],
    })
    .input(ofProgramme)
    .output(z.object({ rows: z.array(articleDay), participants: z.number().int() })),

  draftArticle: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/article-drafts',
      summary: 'Write a first draft of a day from its records, in three languages',
      tags: ['newsroom'],
    })
    .input(ofProgramme.extend({ day }))
    .output(z.object({ id, slug })),

  createArticle: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/articles',
      summary: 'Start an empty draft',
      tags: ['newsroom'],
    })
    .input(ofProgramme.extend(articleWords))
    .output(z.object({ id, slug })),

  updateArticle: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/articles/{articleId}',
      summary: 'Save an article; a change that readers see needs a note for them',
      tags: ['newsroom'],
    })
    .input(
      ofArticle.extend({ ...articleWords, revision: z.number().int(), correction: localizedText(500).default({}) }),
    )
    .output(z.object({ revision: z.number().int() })),

  checkArticle: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/articles/{articleId}/check',
      summary: 'Hold words that are not saved yet against the records',
      tags: ['newsroom'],
    })
    .input(ofArticle.extend({ content: articleContent, manualNumbers: z.array(manualNumber).max(40).default([]) }))
    .output(z.object({ findings: z.array(finding) })),

  publishArticle: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/articles/{articleId}/publication',
      summary: 'Publish a draft that agrees with the records',
      tags: ['newsroom'],
    })
    .input(ofArticle)
    .output(z.object({ revision: z.number().int(), publishedAt: instant })),

  withdrawArticle: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/articles/{articleId}/withdrawal',
      summary: 'Take an article from the public pages',
      tags: ['newsroom'],
    })
    .input(ofArticle)
    .output(acknowledged),

  addPhoto: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/articles/{articleId}/photos',
      summary: 'Add a photograph: JPEG, PNG or WebP',
      tags: ['newsroom'],
    })
    .input(ofArticle.extend({ file: z.file(), ...photoWords }))
    .output(z.object({ id })),

  describePhoto: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/articles/{articleId}/photos/{photoId}',
      summary: 'Say anew what a photograph shows and whose it is',
      tags: ['newsroom'],
    })
    .input(ofArticle.extend({ photoId: id, ...photoWords }))
    .output(acknowledged),

  setArticlePeople: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/articles/{articleId}/people',
      summary: 'Say who is named and shown in an article, with consent on file or a reason',
      tags: ['newsroom'],
    })
    .input(
      ofArticle.extend({
        people: z.array(articlePerson).max(60),
        /** On these nobody can be recognised. */
        photosOfNobody: z.array(id).max(60).default([]),
      }),
    )
    .output(acknowledged),

  arrangePhotos: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/articles/{articleId}/photo-order',
      summary: 'Put the photographs in another order; the first one leads',
      tags: ['newsroom'],
    })
    .input(ofArticle.extend({ photoIds: z.array(id).max(200) }))
    .output(acknowledged),

  readPhoto: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/articles/{articleId}/photos/{photoId}',
      summary: 'The file of a photograph',
      tags: ['newsroom'],
    })
    .input(ofArticle.extend({ photoId: id }))
    .output(z.file()),

  removePhoto: route
    .meta({ access: ['operator'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/articles/{articleId}/photos/{photoId}',
      summary: 'Remove a photograph that no text shows',
      tags: ['newsroom'],
    })
    .input(ofArticle.extend({ photoId: id }))
    .output(acknowledged),

  readSite: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/public-pages',
      summary: 'Banners, and whether the catalogue is open to everybody',
      tags: ['newsroom'],
    })
    .input(ofProgramme)
    .output(z.object({ catalogueIsOpen: z.boolean(), banners: z.array(banner.extend({ id })) })),

  setCatalogue: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/public-pages/catalogue',
      summary: 'Show the published profiles to everybody, or no longer',
      tags: ['newsroom'],
    })
    .input(ofProgramme.extend({ open: z.boolean() }))
    .output(acknowledged),

  setBanners: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/public-pages/banners',
      summary: 'Set the banners: these and no others',
      tags: ['newsroom'],
    })
    .input(ofProgramme.extend({ banners: z.array(banner).max(12) }))
    .output(acknowledged),
}
