import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Role } from '../../../modules/accounts/index.ts'
import { buildActor, buildSession } from '../../../modules/accounts/testing/build-person.ts'
import { buildEvent } from '../../../modules/events/testing/build-event.ts'
import { buildInterpreter } from '../../../modules/events/testing/build-interpreter.ts'
import { buildParticipant } from '../../../modules/events/testing/build-participant.ts'
import { buildProgramme } from '../../../modules/programmes/testing/build-programme.ts'
import type { TestPlatform } from '../../../platform/testing.ts'
import { type Random, seededRandom } from '../../demo/random.ts'
import { Markers, type Reader } from './markers.ts'
import { type Player, apiOf } from './player.ts'

type Fetch = (request: Request) => Response | Promise<Response>

export interface Company {
  readonly companyId: Id
  readonly participantId: Id
  readonly sideId: Id
  readonly name: string
}

/** A programme with its people, before anything has happened. */
export interface World {
  readonly seed: number
  readonly platform: TestPlatform
  readonly markers: Markers
  readonly programmeId: Id
  readonly eventId: Id
  readonly timeslots: readonly { readonly id: Id; readonly startsAt: Instant; readonly endsAt: Instant }[]
  readonly placeIds: readonly Id[]
  readonly companies: readonly Company[]
  readonly operators: readonly Player[]
  readonly officials: readonly Player[]
  readonly representatives: readonly Player[]
  readonly interpreters: readonly Player[]
  /** Of another programme. */
  readonly strangers: readonly Player[]
  /** Rows of a statement whose first parameter is the programme. */
  readonly rows: <Row extends object>(sql: string, ...values: readonly unknown[]) => Promise<Row[]>
}

export const playersOf = ({ operators, officials, representatives, interpreters, strangers }: World): Player[] => [
  ...operators,
  ...officials,
  ...representatives,
  ...interpreters,
  ...strangers,
]

interface Member {
  readonly role: Role
  readonly programmeId: Id
  readonly name: string
  readonly companyId?: Id
  readonly interpreterId?: Id
}

/** Somebody with a role, signed in for as long as a run may take. */
type SignedIn = Omit<Player, 'api'> & { readonly cookie: string }

async function signIn(platform: TestPlatform, member: Member): Promise<SignedIn> {
  const { role, programmeId, name, companyId = null, interpreterId = null } = member
  const email = `${name.replaceAll(' ', '-').toLowerCase()}@example.org`
  const scopeId = companyId ?? interpreterId
  const { personId } = await buildActor(platform, role, { programmeId, scopeId, name, email })
  const cookie = await buildSession(platform, personId)
  return { role, programmeId, name, email, personId, companyId, interpreterId, cookie }
}

/** People of a programme in which nothing happens: nothing of any other may reach them. */
export async function buildStrangers(platform: TestPlatform): Promise<readonly SignedIn[]> {
  const event = await buildEvent(platform)
  const { companyId } = await buildParticipant(platform, event)
  const { programmeId } = event
  return [
    await signIn(platform, { role: 'operator', programmeId, name: 'Stranger operator' }),
    await signIn(platform, { role: 'official', programmeId, name: 'Stranger official' }),
    await signIn(platform, { role: 'company-representative', programmeId, name: 'Stranger company', companyId }),
  ]
}

export interface WorldParts {
  readonly platform: TestPlatform
  readonly fetch: Fetch
  readonly strangers: readonly SignedIn[]
}

/** The programme of a seed: its size and its rules are drawn too. */
export async function buildWorld({ platform, fetch, strangers }: WorldParts, seed: number): Promise<World> {
  const random = seededRandom(seed * 7919)
  const markers = new Markers(seed)
  const programme = await buildProgramme(platform, { slug: `simulated-${platform.newId()}` })
  const event = await buildEvent(platform, { programme, ...drawRules(random) })
  const companies = await buildCompanies(platform, event, random)
  const unique = `${seed} ${event.programmeId.slice(-6)}`
  const player = (signedIn: SignedIn): Player => {
    const { cookie, ...facts } = signedIn
    return { ...facts, api: apiOf({ fetch, cookie, reader: facts, markers }) }
  }
  const join = async (member: Omit<Member, 'programmeId'>) =>
    player(await signIn(platform, { ...member, name: `${member.name} ${unique}`, programmeId: event.programmeId }))
  const world: World = {
    seed,
    platform,
    markers,
    programmeId: event.programmeId,
    eventId: event.eventId,
    timeslots: event.timeslots,
    placeIds: event.places.map(({ id }) => id),
    companies,
    operators: [
      await join({ role: 'operator', name: 'Operator a' }),
      await join({ role: 'operator', name: 'Operator b' }),
    ],
    officials: [await join({ role: 'official', name: 'Official' })],
    representatives: await inTurn(companies, ({ companyId, name }) =>
      join({ role: 'company-representative', name: `Speaker of ${name}`, companyId }),
    ),
    interpreters: await inTurn([1, 2], async (number) => {
      const name = `Interpreter ${number} ${unique}`
      const { interpreterId } = await buildInterpreter(platform, event, { name })
      return join({ role: 'interpreter', name: `Interpreter ${number}`, interpreterId })
    }),
    strangers: strangers.map(player),
    rows: async (sql, ...values) => (await platform.database.pool.query(sql, [event.programmeId, ...values])).rows,
  }
  await platform.database.pool.query(`update session set expires_at = '2100-01-01' where expires_at < '2090-01-01'`)
  return world
}

const drawRules = (random: Random) => ({
  requestMode: random.pick(['opt-in', 'opt-in', 'opt-out'] as const),
  requestExpiryHours: random.integer(2, 48),
  maxRequestsPerParticipant: random.integer(2, 6),
  online: random.integer(1, 2),
})

async function buildCompanies(
  platform: TestPlatform,
  event: Awaited<ReturnType<typeof buildEvent>>,
  random: Random,
): Promise<Company[]> {
  const sides = [0, 0, 1, 1, ...(random.chance(0.5) ? [random.integer(0, 1)] : [])]
  return inTurn([...sides.entries()], async ([number, side]) => {
    const { companyId, participantId } = await buildParticipant(platform, event, {
      side,
      delegates: random.integer(1, 2),
      maxMeetings: random.pick([null, 3]),
    })
    return { companyId, participantId, sideId: event.sides[side]!.id, name: `company ${number + 1}` }
  })
}

async function inTurn<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<U[]> {
  const done: U[] = []
  for (const item of items) done.push(await work(item))
  return done
}

/** Those who run or watch the programme, and those who speak for one of these companies. */
export const runnersAnd =
  (world: World, ...companyIds: readonly (Id | null)[]) =>
  ({ name }: Reader): boolean =>
    [...world.operators, ...world.officials, ...world.representatives].some(
      (player) => player.name === name && (player.companyId === null || companyIds.includes(player.companyId)),
    )
