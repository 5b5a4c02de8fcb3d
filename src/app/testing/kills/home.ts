import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '../../../kernel/id.ts'
import { buildActor, buildSession } from '../../../modules/accounts/testing/build-person.ts'
import { buildEvent } from '../../../modules/events/testing/build-event.ts'
import { buildInterpreter } from '../../../modules/events/testing/build-interpreter.ts'
import { type Speaker, buildSpeaker } from '../../../modules/meetings/testing/build-pair.ts'
import { buildProgramme } from '../../../modules/programmes/testing/build-programme.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import type { OpenPlatform } from '../../../platform/open.ts'

/** The programme in which processes are killed, kept beside its data from one life to the next. */
export interface Home {
  readonly programmeId: Id
  readonly eventId: Id
  readonly hosts: readonly Pick<Speaker, 'participantId' | 'companyId'>[]
  readonly guests: readonly Pick<Speaker, 'participantId' | 'companyId'>[]
  /** Who asks for everything and who answers: an operator does both. */
  readonly cookie: string
  readonly guestCookie: string
}

/** Read from the data directory, or built when the process before did not come so far. */
export async function openHome(platform: OpenPlatform): Promise<Home> {
  const path = join(platform.config.dataDir, 'home.json')
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Home
  const home = await buildHome(platform)
  writeFileSync(`${path}.part`, JSON.stringify(home))
  renameSync(`${path}.part`, path)
  return home
}

async function buildHome(platform: OpenPlatform): Promise<Home> {
  const programme = await buildProgramme(platform)
  const start = addMinutes(platform.clock.now(), 24 * 60)
  const blocks = [{ startsAt: start, endsAt: addMinutes(start, 480), slotMinutes: 20, bufferMinutes: 0 }]
  const event = await buildEvent(platform, { programme, blocks, maxRequestsPerParticipant: 500, online: 10 })
  for (let n = 0; n < 4; n++) await buildInterpreter(platform, event)
  const pair: Speaker[][] = [[], []]
  for (const side of [0, 1]) {
    for (let n = 0; n < 4; n++)
      pair[side]!.push(await buildSpeaker(platform, event, { side, name: `Speaker ${side}-${n}` }))
  }
  const { programmeId, eventId } = event
  const operator = await buildActor(platform, 'operator', { programmeId })
  const [hosts = [], guests = []] = pair
  return {
    programmeId,
    eventId,
    hosts: hosts.map(({ participantId, companyId }) => ({ participantId, companyId })),
    guests: guests.map(({ participantId, companyId }) => ({ participantId, companyId })),
    cookie: await keptSession(platform, operator.personId),
    guestCookie: await keptSession(platform, guests[0]!.actor.personId),
  }
}

async function keptSession(platform: OpenPlatform, personId: Id): Promise<string> {
  const cookie = await buildSession(platform, personId)
  await platform.database.pool.query(`update session set expires_at = '2100-01-01' where person_id = $1`, [personId])
  return cookie
}
