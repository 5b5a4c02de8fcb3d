import { createHash } from 'node:crypto'
import type { Id } from '../../kernel/id.ts'
import type { Result } from '../../kernel/result.ts'
import { type Actor, systemActor } from '../../modules/accounts/index.ts'
import {
  decideScreening,
  openQuestionnaire,
  putListInForce,
  readScreening,
  screenProspect,
  setPolicy,
} from '../../modules/compliance/index.ts'
import type { Platform } from '../../platform/context.ts'
import { FICTIONAL_ENTRIES } from './fictional-list.ts'

/** The demo has no rule to break: a refusal here is a defect of its data. */
function expectOk<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demo was refused: ${result.refusal.code} ${JSON.stringify(result.refusal.detail ?? {})}`)
}

/** Puts screening in force against a made-up list, so that every step that follows passes its gate. */
export async function startDemoScreening(platform: Platform, programmeId: Id): Promise<void> {
  const system = systemActor('demo')
  const list = {
    programmeId,
    code: 'demo',
    name: 'Demonstration list',
    format: 'opensanctions-simple-csv' as const,
    fileName: 'fictional-list',
    source: 'Invented for the demonstration',
    fictional: true,
    publishedOn: null,
  }
  const sha256 = createHash('sha256').update(JSON.stringify(FICTIONAL_ENTRIES)).digest('hex')
  expectOk(await putListInForce(platform, system, list, { entries: FICTIONAL_ENTRIES, sha256, after: null }))
  const policy = { inForce: true, threshold: 0.7, maxListAgeDays: 366, maxScreeningAgeDays: 180 }
  expectOk(await setPolicy(platform, system, { programmeId, ...policy, technologyRequired: false, revision: 0 }))
}

const party = (names: readonly string[], countries: readonly string[]) => ({
  kind: 'organisation' as const,
  names,
  identifiers: [],
  countries,
})

/** Names that were asked after: one waits to be looked at, one for a second person, one was set aside. Nobody of them exists. */
export async function showDemoScreening(platform: Platform, programmeId: Id, operator: Actor): Promise<void> {
  const ask = async (names: readonly string[], countries: readonly string[]) =>
    expectOk(await screenProspect(platform, operator, { programmeId, party: party(names, countries) })).screeningId
  await ask(['ООО «Вымысел-Оптроника»', 'Vymysel Optronika LLC'], ['RU'])
  const escalated = await ask(['㈜가공의나라무역'], ['KR'])
  const other = await ask(['Nebyvalinsky Zavod', 'Небывалинский завод'], ['KZ'])
  await decide(platform, operator, { programmeId, screeningId: escalated }, 'escalate', 'Same name and country.')
  await decide(
    platform,
    operator,
    { programmeId, screeningId: other },
    'set-aside',
    'A plant in another country with another registration; the listed one is in Russia.',
  )
}

async function decide(
  platform: Platform,
  actor: Actor,
  key: { readonly programmeId: Id; readonly screeningId: Id },
  deed: 'escalate' | 'set-aside',
  reason: string,
): Promise<void> {
  const { revision } = expectOk(await readScreening(platform, actor, key))
  const attribute = deed === 'set-aside' ? ('country' as const) : null
  expectOk(await decideScreening(platform, actor, { ...key, deed, revision, reason, attribute, conditions: null }))
}

/** The technologies of the four alliances: what was published names no parameter, so the entries stand as they are. */
const TECHNOLOGIES = [
  ['2020-JD-01', 'joining-foil', 'Smart foil for joining (bonding) processes'],
  ['2020-JD-02', 'inspection-3d', '3D inspection equipment for automotive parts'],
  ['2020-JD-03', 'displacement-stage', 'Interferometer-based nano-displacement measuring stage'],
  ['2020-JD-04', 'process-heater', 'High-temperature heater for semiconductor processes'],
] as const

/** `agreements`: by their numbers. */
export async function openDemoQuestionnaires(
  platform: Platform,
  programmeId: Id,
  agreements: ReadonlyMap<string, Id>,
): Promise<void> {
  const system = systemActor('demo')
  for (const [number, technology, title] of TECHNOLOGIES) {
    const subject = { subjectKind: 'agreement' as const, subjectId: agreements.get(number) ?? null }
    expectOk(await openQuestionnaire(platform, system, { programmeId, ...subject, title, technology, answers: [] }))
  }
}
