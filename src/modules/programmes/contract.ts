import { z } from 'zod'
import { everyRole, route } from '../accounts/contract.ts'
import { country, day, id, instant, language, localizedName, localizedText, timeZone } from '../shapes.ts'
import { STAGES } from './domain/stage.ts'

export const side = z.object({
  id,
  code: z.string(),
  name: localizedName(200),
  country,
  timeZone,
  languages: z.array(language),
  position: z.number().int(),
})

export const keyword = z.object({
  list: z.enum(['technology', 'market']),
  code: z.string(),
  parentCode: z.string().nullable(),
  name: localizedName(200),
})

export const programme = z.object({
  id,
  slug: z.string(),
  name: localizedName(200),
  operatorName: localizedName(200),
  hostName: localizedText(200),
  description: localizedText(4000),
  /** Made up for trying Naru out; every screen says so. */
  demo: z.boolean(),
  sides: z.array(side),
})

/** One link of the chain with its live count. `attention` counts what waits for a hand. */
export const stageSummary = z.object({
  stage: z.enum(STAGES),
  /** False: this instance does not have the stage yet. */
  built: z.boolean(),
  count: z.number().int().nullable(),
  attention: z.number().int(),
  /** Plain values for the sentence `programmes.stages.<stage>.facts`, such as companies per side. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const sideCount = z.object({ sideId: id, count: z.number().int() })

/** A published number beside what the records give; never merged. `recorded` null: no record counts this. */
export const announcedBesideRecorded = z.object({
  figure: z.string(),
  name: localizedName(200),
  unit: z.string(),
  announced: z.number(),
  asOf: day.nullable(),
  source: z.string(),
  recorded: z.number().nullable(),
  recordedBySide: z.array(sideCount),
})

export const overview = z.object({
  programme,
  stages: z.array(stageSummary),
  figures: z.array(announcedBesideRecorded),
  /** What the operator would do next, most useful first; codes of `programmes.nextSteps`. */
  nextSteps: z.array(z.object({ code: z.string(), stage: z.enum(STAGES), count: z.number().int() })),
})

export const journalEntry = z.object({
  seq: z.number().int(),
  at: instant,
  action: z.string(),
  actorName: z.string().nullable(),
  subjectKind: z.string(),
  subjectId: id.nullable(),
})

export const programmesContract = {
  listProgrammes: route
    .meta({ access: 'signed-in' })
    .route({ method: 'GET', path: '/programmes', summary: 'Programmes I have a role in', tags: ['programmes'] })
    .output(z.object({ rows: z.array(programme) })),

  readProgramme: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}',
      summary: 'One programme with its sides',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(programme),

  readOverview: route
    .meta({ access: ['operator', 'official'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/overview',
      summary: 'The chain with live counts',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(overview),

  listKeywords: route
    .meta({ access: everyRole })
    .route({ method: 'GET', path: '/programmes/{programmeId}/keywords', summary: 'Code lists', tags: ['programmes'] })
    .input(z.object({ programmeId: id, list: z.enum(['technology', 'market']).optional() }))
    .output(z.object({ rows: z.array(keyword) })),

  readJournal: route
    .meta({ access: ['operator', 'official'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/journal',
      summary: 'What happened, newest first',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, before: z.coerce.number().int().optional() }))
    .output(z.object({ rows: z.array(journalEntry) })),
}
