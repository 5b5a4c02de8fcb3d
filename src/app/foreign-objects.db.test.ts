import type { AnyContractRouter } from '@orpc/contract'
import { traverseContractProcedures } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Id } from '../kernel/id.ts'
import { type Access, type Actor, ROLES, type Role, rolesOf } from '../modules/accounts/index.ts'
import { buildActor, buildSession } from '../modules/accounts/testing/build-person.ts'
import { buildCompany } from '../modules/companies/testing/build-company.ts'
import { contract } from '../modules/contract.ts'
import { buildProgramme } from '../modules/programmes/testing/build-programme.ts'
import type { HttpApp } from '../platform/http/app.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'
import { type ForeignWorld, SECRET, TABLES_OF_FIELD, buildForeignWorlds, readWorld } from './testing/foreign-world.ts'
import { requestOf, sampleInput } from './testing/sample-input.ts'

interface Route {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly access: Access
  readonly input: z.ZodType | undefined
}

const routes: Route[] = []
traverseContractProcedures({ router: contract as AnyContractRouter, path: [] }, ({ contract: procedure, path }) => {
  const { meta, route, inputSchema } = procedure['~orpc']
  const { access } = meta as { access: Access }
  const input = inputSchema as z.ZodType | undefined
  routes.push({ name: path.join('.'), method: route.method!, path: route.path!, access, input })
})

const isOfProgramme = ({ access, input }: Route): boolean => Array.isArray(access) && input !== undefined
const mayCall = (role: Role, { access }: Route): boolean =>
  Array.isArray(access) && rolesOf(role).some((held) => (access as readonly Role[]).includes(held))

/** What belongs to the programme and is shown to everybody in it. What one company does belongs to that company. */
const SHARED = new Set(['eventId', 'blockId', 'timeslotId', 'placeId', 'sideId', 'articleId', 'figureId', 'announcedId'])

/** Within a programme a directory: every company sees who takes part, and asks others for a meeting or a partnership. */
const DIRECTORY = new Set([
  'companies.readCompany',
  'events.readEvent',
])

let platform: TestPlatform
let app: HttpApp<Actor>
let worlds: ForeignWorld[]
/** A programme in which nothing has happened, with somebody of each role. */
let home: Id
const cookies = new Map<string, string>()

const SCOPED = ['company-representative', 'interpreter'] as const

async function signIn(role: Role, programmeId: Id): Promise<void> {
  const isScoped = SCOPED.some((scoped) => scoped === role)
  const scopeId = !isScoped
    ? null
    : role === 'interpreter'
      ? platform.newId()
      : (await buildCompany(platform, { programmeId })).companyId
  const { personId } = await buildActor(platform, role, { programmeId, scopeId })
  cookies.set(`${role} ${programmeId}`, await buildSession(platform, personId))
}

/** Done by the operator of each world, so that there is one of each kind. */
const SEEDING = [
  'compliance.answerQuestionnaire',
  'events.addInterpreter',
  'outcomes.defineFigure',
  'scheduling.reportOutage',
]

beforeAll(async () => {
  platform = await openTestPlatform()
  app = createApp(platform, platform.database, { modules, webDirectory: null })
  home = (await buildProgramme(platform)).programmeId
  worlds = await buildForeignWorlds(platform)
  for (const role of ROLES) await signIn(role, home)
  for (const { programmeId } of worlds) for (const role of SCOPED) await signIn(role, programmeId)
  for (const { programmeId } of worlds) await signIn('operator', programmeId)
  for (const [index, world] of worlds.entries()) {
    for (const name of SEEDING) {
      const route = routes.find((each) => each.name === name)
      if (!route) continue
      const a = await ask(route, `operator ${world.programmeId}`, inputOf(route, world.programmeId, (field) => world.ids.get(field)?.[0] ?? null))
      if (process.env.SEED) console.log(name, a.status, a.text.slice(0, 300))
    }
    worlds[index] = await readWorld(platform, world.programmeId)
  }
}, 120_000)
afterAll(() => platform.close())

const inputOf = ({ input }: Route, programmeId: Id, idOf: (field: string) => Id | null): Record<string, unknown> => ({
  ...sampleInput(input!, (field) => (field === 'programmeId' ? programmeId : idOf(field))),
})

async function ask(route: Route, caller: string, input: Record<string, unknown>): Promise<{ status: number; text: string }> {
  const { url, init } = requestOf(route, input)
  const response = await app.request(url, { ...init, headers: { ...init.headers, cookie: cookies.get(caller)! } })
  return { status: response.status, text: await response.text() }
}

/** Fields of a route that name objects, apart from the programme. */
function objectFields(route: Route): string[] {
  const fields = new Set<string>()
  sampleInput(route.input!, (field) => {
    fields.add(field)
    return platform.newId()
  })
  fields.delete('programmeId')
  return [...fields]
}

interface Told {
  readonly tried: number
  readonly reached: number
  readonly leaks: readonly string[]
}

/** What is said of an object and of none, with ids and the number of the request taken out of it. */
const comparable = (answer: { status: number; text: string }, ids: readonly Id[]): string =>
  ids
    .reduce((text, id) => text.replaceAll(id, '<id>'), `${answer.status} ${answer.text}`)
    .replace(/"requestId":"[^"]*"/, '')

async function tryObjects(route: Route, role: Role, programmeId: Id, world: ForeignWorld): Promise<Told> {
  const isInside = programmeId === world.programmeId
  const fields = objectFields(route)
  const foreign = fields.filter((field) => world.ids.has(field) && !(isInside && SHARED.has(field)))
  if (foreign.length === 0) return { tried: 0, reached: 0, leaks: [] }
  const caller = `${role} ${programmeId}`
  const depth = Math.max(...foreign.map((field) => world.ids.get(field)!.length))
  const leaks: string[] = []
  let [tried, reached] = [0, 0]
  for (let kind = 0; kind < depth; kind++) {
    const absent = new Map<string, Id>()
    const missing = (field: string): Id => absent.get(field) ?? absent.set(field, platform.newId()).get(field)!
    const real = (field: string): Id | null => {
      const known = world.ids.get(field)
      return known ? (known[kind] ?? known[0]!) : missing(field)
    }
    const idOfNone = (field: string): Id | null => (isInside && SHARED.has(field) ? real(field) : missing(field))
    const theirs = await ask(route, caller, inputOf(route, programmeId, real))
    const none = await ask(route, caller, inputOf(route, programmeId, idOfNone))
    const ids = [...fields.flatMap((field) => [real(field)!, idOfNone(field)!]), programmeId]
    tried += 1
    if (theirs.status !== 400) reached += 1
    const told = comparable(theirs, ids)
    if (told !== comparable(none, ids) || told.includes(SECRET)) {
      leaks.push(`${route.name} ${role} ${isInside ? 'same programme' : 'elsewhere'} ${foreign}: ${told.slice(0, 200)} ≠ ${comparable(none, ids).slice(0, 200)}`)
    }
  }
  return { tried, reached, leaks }
}

const counted = { routes: 0, tried: 0, reached: 0 }

describe('what is foreign is answered as what is not there', () => {
  test.for(routes.filter(isOfProgramme))('$name', { timeout: 60_000 }, async (route) => {
    const leaks: string[] = []
    let tried = 0
    for (const role of ROLES.filter((each) => mayCall(each, route))) {
      for (const world of worlds) {
        const isScoped = SCOPED.some((scoped) => scoped === role)
        const places = isScoped && !DIRECTORY.has(route.name) ? [home, world.programmeId] : [home]
        for (const place of places) {
          const told = await tryObjects(route, role, place, world)
          leaks.push(...told.leaks)
          tried += told.tried
          counted.reached += told.reached
        }
      }
    }
    counted.routes += tried > 0 ? 1 : 0
    counted.tried += tried
    expect(leaks).toEqual([])
  })

  test('counted', () => {
    console.log(counted, Object.keys(TABLES_OF_FIELD).filter((f) => !worlds.some(({ ids }) => ids.has(f))))
  })
})
