import type { Id } from '../../../../kernel/id.ts'
import { LOCALES } from '../../../../kernel/locale.ts'
import { type Deed, oneOf } from '../deed.ts'
import type { Api } from '../player.ts'
import { type World, runnersAnd } from '../world.ts'
import { speakersOf } from './requests.ts'

const recordOutcome: Deed = {
  name: 'record an outcome',
  likely: { day: 0.5, after: 3 },
  async prepare(world, random) {
    const { programmeId, operators, markers } = world
    const [first, second] = random.draw(world.companies, 2)
    if (!first || !second) return null
    const title = markers.word('an outcome', runnersAnd(world, first.companyId, second.companyId))
    const outcome = {
      kind: random.pick(['investment', 'memorandum', 'talks'] as const),
      title: { en: title },
      parties: [first, second].map(({ companyId, sideId }) => ({ companyId, sideId, name: {} })),
      basis: random.pick(['talked', 'signed'] as const),
      amount: random.chance(0.5) ? { value: String(random.integer(1, 900)), currency: 'USD' as const } : null,
      grade: 'claimed' as const,
      happenedOn: '2020-10-27',
      // Few references: the same thing is entered again and again.
      reference: `R-${random.integer(1, 3)}`,
      distinct: random.chance(0.5),
    }
    return { by: operators, call: ({ api }) => api.outcomes.recordOutcome({ programmeId, ...outcome }) }
  },
}

interface OutcomeRow {
  readonly id: Id
  readonly revision: number
  readonly companies: readonly Id[]
}

const changeOutcome: Deed = {
  name: 'change an outcome',
  likely: { after: 3 },
  async prepare(world, random) {
    const { programmeId, operators, markers } = world
    const found = oneOf(
      random,
      await world.rows<OutcomeRow>(`
        select id, revision, array(select (p ->> 'companyId')::uuid from jsonb_array_elements(parties) p) as companies
        from outcome where programme_id = $1 and valid_until is null order by reference, basis, valid_from`),
    )
    if (!found) return null
    const key = { programmeId, outcomeId: found.id }
    const title = markers.word('a changed outcome', runnersAnd(world, ...found.companies))
    const amount = { value: String(random.integer(1, 900)), currency: 'USD' as const }
    const facts = { title: { en: title }, amount, grade: 'one-side' as const, happenedOn: '2020-10-28' }
    const steps: readonly ((api: Api) => Promise<unknown>)[] = [
      ({ outcomes }) => outcomes.changeOutcome({ ...key, ...facts, revision: found.revision }),
      ({ outcomes }) => outcomes.withdrawOutcome({ ...key, reason: 'A mistake' }),
      ({ outcomes }) => outcomes.noteAnnouncement({ ...key, on: '2020-11-01', source: 'A newspaper' }),
    ]
    if (random.chance(0.3)) {
      const speakers = speakersOf(world, ...found.companies)
      return { by: speakers, call: ({ api }) => api.outcomes.confirmOutcome(key) }
    }
    const step = random.pick(steps)
    return { by: operators, call: ({ api }) => step(api) }
  },
}

type Definition = Parameters<Api['outcomes']['defineFigure']>[0]['definition']

/** The figures of a run by their codes; the recount knows them too. */
export const DEFINITIONS: Readonly<Record<string, Definition>> = {
  'all-outcomes': { source: 'outcomes', measure: { kind: 'records' }, where: {} },
  'signed-outcomes': { source: 'outcomes', measure: { kind: 'records' }, where: { bases: ['signed'] } },
  'signed-dollars': { source: 'outcomes', measure: { kind: 'amount', currency: 'USD', basis: 'signed' }, where: {} },
  participants: { source: 'participants', measure: { kind: 'companies' }, where: {} },
  accepted: { source: 'requests', measure: { kind: 'share', statuses: ['accepted'] }, where: {} },
  promises: { source: 'commitments', measure: { kind: 'records' }, where: {} },
}

const defineFigure: Deed = {
  name: 'define a figure',
  likely: { asking: 0.5, day: 1, after: 2 },
  async prepare(world, random) {
    const { programmeId, operators } = world
    const [code, definition] = random.pick(Object.entries(DEFINITIONS))
    const figure = { code, name: { en: code.replaceAll('-', ' ') }, definition }
    return { by: operators, call: ({ api }) => api.outcomes.defineFigure({ programmeId, ...figure }) }
  },
}

const figuresOf = (world: World): Promise<{ id: Id }[]> =>
  world.rows('select id from figure where programme_id = $1 order by code')

const freezeFigure: Deed = {
  name: 'freeze a figure',
  likely: { after: 1 },
  async prepare(world, random) {
    const { programmeId, operators } = world
    const figure = oneOf(random, await figuresOf(world))
    if (!figure) return null
    return { by: operators, call: ({ api }) => api.outcomes.freezeFigure({ programmeId, figureId: figure.id }) }
  },
}

/** The same sentence in every language, with the number of a figure where there is one. */
function contentOf(word: string, figureId: Id | null) {
  const text = figureId ? `${word} {figure:${figureId}}` : word
  const article = { title: word, subtitle: 'Subtitle', body: [{ type: 'paragraph' as const, text }] }
  return Object.fromEntries(LOCALES.map((locale) => [locale, article]))
}

const writeArticle: Deed = {
  name: 'write an article',
  likely: { day: 0.5, after: 2 },
  async prepare(world, random) {
    const { programmeId, operators, markers, seed } = world
    const figure = oneOf(random, await figuresOf(world))
    const word = markers.word('an article', runnersAnd(world))
    const slug = `s${seed}-${programmeId.slice(-8)}-${random.integer(1, 3)}`
    const article = { slug, content: contentOf(word, figure?.id ?? null), byline: { en: 'The newsroom' } }
    return { by: operators, call: ({ api }) => api.newsroom.createArticle({ programmeId, ...article }) }
  },
}

const moveArticle: Deed = {
  name: 'take an article on',
  likely: { after: 4 },
  async prepare(world, random) {
    const { programmeId, operators, markers } = world
    const found = oneOf(
      random,
      await world.rows<{ articleId: Id; slug: string; revision: number }>(
        'select id as "articleId", slug, revision from article where programme_id = $1 order by slug',
      ),
    )
    if (!found) return null
    const key = { programmeId, articleId: found.articleId }
    const figure = oneOf(random, await figuresOf(world))
    const content = contentOf(markers.word('a changed article', runnersAnd(world)), figure?.id ?? null)
    const words = { ...found, content, byline: { en: 'The newsroom' }, correction: { en: 'Put right' } }
    const steps: readonly ((api: Api) => Promise<unknown>)[] = [
      ({ newsroom }) => newsroom.publishArticle(key),
      ({ newsroom }) => newsroom.publishArticle(key),
      ({ newsroom }) => newsroom.updateArticle({ programmeId, ...words }),
      ({ newsroom }) => newsroom.withdrawArticle(key),
    ]
    const step = random.pick(steps)
    return { by: operators, call: ({ api }) => step(api) }
  },
}

const draftArticle: Deed = {
  name: 'have an article drafted',
  likely: { after: 0.5 },
  async prepare({ programmeId, operators }) {
    return { by: operators, call: ({ api }) => api.newsroom.draftArticle({ programmeId, day: '2020-10-27' }) }
  },
}

export const resultDeeds: readonly Deed[] = [
  recordOutcome,
  changeOutcome,
  defineFigure,
  freezeFigure,
  writeArticle,
  moveArticle,
  draftArticle,
]
