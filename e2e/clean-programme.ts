import type { Id } from '../src/kernel/id.ts'
import type { Result } from '../src/kernel/result.ts'
import { type Actor, createSignInLink, invitePerson, systemActor } from '../src/modules/accounts/index.ts'
import { addBlock, createEvent, setPlaces } from '../src/modules/events/index.ts'
import { createProgramme } from '../src/modules/programmes/index.ts'
import { generateProgramme } from '../src/app/demo/generate-programme.ts'
import type { GeneratedProgramme } from '../src/app/demo/generated.ts'
import { readConfig } from '../src/platform/config.ts'
import type { Platform } from '../src/platform/context.ts'
import { silentLog } from '../src/platform/log.ts'
import { openPlatform } from '../src/platform/open.ts'
import { copyPrepared } from './prepared-data.ts'

export const OPERATOR_EMAIL = 'operator@naru.example'

export interface CleanProgramme {
  /** For `startApp({ dataDir })`. */
  readonly dataDir: string
  readonly programmeId: Id
  readonly eventId: Id
  /** In the order of the programme. */
  readonly sideIds: readonly Id[]
  /** As the actor of further operations. */
  readonly operator: Actor
  /** Signs the operator in, once: append it to the address of the app. */
  readonly signInPath: string
}

/**
 * A data folder with a programme, its operator and the days of its event, and nothing else. The first
 * programme of an installation is opened by its operations, as the command line would. `more` adds to it.
 */
export function prepareCleanProgramme(
  generated: GeneratedProgramme = generateProgramme(),
  more: (platform: Platform, clean: CleanProgramme) => Promise<void> = async () => {},
): Promise<CleanProgramme> {
  const dataDir = copyPrepared('empty')
  return withPlatform(dataDir, async (platform) => {
    const system = systemActor('journey')
    const programme = { ...generated.programme, slug: 'journey', demo: false }
    const { programmeId, sides } = expectOk(await createProgramme(platform, system, programme))
    const person = { role: 'operator', name: '한나루', email: OPERATOR_EMAIL, locale: 'en', scopeId: null } as const
    const { personId } = expectOk(await invitePerson(platform, system, { programmeId, ...person }))
    const operator: Actor = { kind: 'person', personId, grants: [{ programmeId, role: 'operator', scopeId: null }] }
    const { blocks, tables, online, ...rules } = generated.event
    const { id: eventId } = expectOk(await createEvent(platform, operator, { programmeId, ...rules }))
    const key = { programmeId, eventId }
    for (const block of blocks) expectOk(await addBlock(platform, operator, { ...key, ...block }))
    expectOk(await setPlaces(platform, operator, { ...key, tables, online }))
    const link = expectOk(await createSignInLink(platform, personId, { validMinutes: 60 }))
    const signInPath = new URL(link.url).pathname
    const clean = { dataDir, ...key, sideIds: sides.map(({ id }) => id), operator, signInPath }
    await more(platform, clean)
    return clean
  })
}

/** Works on the data of a folder while no app does. */
async function withPlatform<T>(dataDir: string, work: (platform: Platform) => Promise<T>): Promise<T> {
  const platform = await openPlatform(readConfig({ NARU_DATA_DIR: dataDir }), { log: silentLog() })
  try {
    return await work(platform)
  } finally {
    await platform.close()
  }
}

export function expectOk<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`Refused: ${result.refusal.code} ${JSON.stringify(result.refusal.detail ?? {})}`)
}
