import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, systemActor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildCompany } from '../../companies/testing/build-company.ts'
import { buildProfile } from '../../companies/testing/build-profile.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import { runRankCompanies } from '../jobs/rank-companies.ts'
import { startMatchRun } from '../operations/start-match-run.ts'

type Person = Actor & { readonly kind: 'person' }

export interface BuiltMember {
  readonly companyId: Id
  readonly code: string
  readonly offerId: Id
  readonly requestId: Id
  /** Speaks for the company. */
  readonly actor: Person
}

export interface BuiltShores {
  readonly programmeId: Id
  readonly operator: Person
  readonly official: Person
  /** `here[n]` and `there[n]` each offer what the other looks for. */
  readonly here: readonly BuiltMember[]
  readonly there: readonly BuiltMember[]
}

interface Topic {
  readonly keyword: string
  readonly title: string
}

const TOPICS: readonly (readonly [Topic, Topic])[] = [
  [
    { keyword: 'laser', title: 'Fibre laser for cutting glass' },
    { keyword: 'x-ray', title: 'X-ray inspection of welds' },
  ],
  [
    { keyword: 'heater', title: 'Ceramic heater for wafers' },
    { keyword: 'speech', title: 'Speech recognition without a network' },
  ],
  [
    { keyword: 'implant', title: 'Dental implants of titanium' },
    { keyword: 'battery', title: 'Lithium battery recycling' },
  ],
]

/** Two sides of up to three companies with published profiles, not yet ranked. */
export async function buildShores(platform: Platform, pairs = 2): Promise<BuiltShores> {
  const { programmeId, sides } = await buildProgramme(platform)
  const member = async (sideId: Id, offered: Topic, sought: Topic): Promise<BuiltMember> => {
    const { companyId, code } = await buildCompany(platform, { programmeId, sideId })
    const profile = async (type: 'technology-offer' | 'technology-request', { keyword, title }: Topic) => {
      const words = { type, title: { en: title }, summary: { en: `${title}.` }, technologyKeywords: [keyword] }
      return (await buildProfile(platform, { programmeId, companyId, ...words, published: true })).profileId
    }
    const offerId = await profile('technology-offer', offered)
    const requestId = await profile('technology-request', sought)
    const actor = await buildActor(platform, 'company-representative', { programmeId, scopeId: companyId })
    return { companyId, code, offerId, requestId, actor }
  }
  const here: BuiltMember[] = []
  const there: BuiltMember[] = []
  for (const [ours, theirs] of TOPICS.slice(0, pairs)) {
    here.push(await member(sides[0].id, ours, theirs))
    there.push(await member(sides[1].id, theirs, ours))
  }
  const operator = await buildActor(platform, 'operator', { programmeId })
  const official = await buildActor(platform, 'official', { programmeId })
  return { programmeId, operator, official, here, there }
}

/** Ranks the programme in this process, as the job would; returns the run's id. */
export async function rankProgramme(platform: Platform, programmeId: Id): Promise<Id> {
  const run = await startMatchRun(platform, systemActor('test'), { programmeId })
  if (!run.ok) throw new Error(run.refusal.code)
  await runRankCompanies(platform, { runId: run.value.id, programmeId })
  return run.value.id
}
