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
import type { HttpApp } from '../platform/http/http-env.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { readTables } from '../platform/tables/read-tables.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'
import {
  type ForeignWorld,
  SECRET,
  TABLES_OF_FIELD,
  addFurtherRows,
  buildForeignWorlds,
  readWorld,
} from './testing/foreign-world.ts'
import { requestOf, sampleInput } from './testing/sample-input.ts'

interface Route {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly access: Access
  readonly input: z.ZodType
}

/** Routes of a programme; the others know nobody but the person who asks, or the link that was given. */
const routes: Route[] = []
traverseContractProcedures({ router: contract as AnyContractRouter, path: [] }, ({ contract: procedure, path }) => {
  const { meta, route, inputSchema } = procedure['~orpc']
  const { access } = meta as { access: Access }
  if (!Array.isArray(access)) return
  routes.push({
    name: path.join('.'),
    method: route.method!,
    path: route.path!,
    access,
    input: inputSchema as z.ZodType,
  })
})

/** They belong to one company or one interpreter; the others run or watch the programme. */
const SCOPED: readonly Role[] = ['company-representative', 'interpreter']

const mayCall = (role: Role, { access }: Route): boolean =>
  rolesOf(role).some((held) => (access as readonly Role[]).includes(held))

/** What belongs to the programme and may be known to everybody in it. */
const SHARED: ReadonlySet<string> = new Set([
  'announcedId',
  'articleId',
  'blockId',
  'eventId',
  'figureId',
  'placeId',
  'sideId',
  'timeslotId',
])

/**
 * Companies and their published profiles are the directory of a programme, which everybody in it reads. So here the
 * answer to a foreign one is "you may not", and nothing else.
 */
const OF_THE_DIRECTORY: ReadonlySet<string> = new Set([
  'companies.updateCompany',
  'companies.addContact',
  'companies.createProfile',
  'companies.updateProfile',
  'companies.withdrawProfile',
])

/** The directory itself, and asking somebody in it for a partnership. */
const OPEN_TO_THE_PROGRAMME: ReadonlySet<string> = new Set(['companies.readCompany', 'matching.expressInterest'])

let platform: TestPlatform
let app: HttpApp<Actor>
let worlds: ForeignWorld[]
/** A programme in which nothing happens, with somebody of each role. */
let home: Id
const cookies = new Map<string, string>()
/** Answers to what names no object, before anything foreign was there. */
const atFirst = new Map<string, string>()

beforeAll(async () => {
  platform = await openTestPlatform()
  app = createApp(platform, platform.database, { modules, webDirectory: null })
  home = (await buildProgramme(platform)).programmeId
  for (const role of ROLES) await signIn(role, home)
  for (const route of routes.filter(isList)) {
    for (const role of ROLES.filter((each) => mayCall(each, route))) {
      atFirst.set(`${route.name} ${role}`, await list(route, role))
    }
  }
  worlds = await buildForeignWorlds(platform)
  for (const [index, { programmeId }] of worlds.entries()) {
    for (const role of SCOPED) await signIn(role, programmeId)
    await addFurtherRows(platform, programmeId)
    worlds[index] = await readWorld(platform, programmeId)
  }
}, 120_000)
afterAll(() => platform.close())

async function signIn(role: Role, programmeId: Id): Promise<void> {
  const scopeId = await scopeOf(role, programmeId)
  const { personId } = await buildActor(platform, role, { programmeId, scopeId })
  cookies.set(`${role} ${programmeId}`, await buildSession(platform, personId))
}

async function scopeOf(role: Role, programmeId: Id): Promise<Id | null> {
  if (role === 'company-representative') return (await buildCompany(platform, { programmeId })).companyId
  return role === 'interpreter' ? platform.newId() : null
}

interface Answer {
  readonly status: number
  readonly text: string
}

async function ask(route: Route, caller: string, input: Record<string, unknown>): Promise<Answer> {
  const { url, init } = requestOf(route, input)
  const response = await app.request(url, { ...init, headers: { ...init.headers, cookie: cookies.get(caller)! } })
  return { status: response.status, text: await textOf(new Uint8Array(await response.arrayBuffer())) }
}

/** A workbook as its cells, a PDF without its chosen names: neither is made twice alike. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const text = Buffer.from(bytes).toString('latin1')
  if (text.startsWith('%PDF')) return `PDF of ${bytes.length} bytes`
  if (!text.startsWith('PK') || !text.includes('xl/workbook.xml')) return Buffer.from(bytes).toString('utf8')
  const read = await readTables(bytes, 'export.xlsx')
  return JSON.stringify(read)
}

type IdOf = (field: string) => Id | null

const inputOf = ({ input }: Route, programmeId: Id, idOf: IdOf): Record<string, unknown> =>
  sampleInput(input, (field) => (field === 'programmeId' ? programmeId : idOf(field)))

/** Fields of a route that name objects, apart from the programme. */
function objectFields(route: Route): string[] {
  const fields = new Set<string>()
  sampleInput(route.input, (field) => {
    fields.add(field)
    return platform.newId()
  })
  fields.delete('programmeId')
  return [...fields]
}

/** Without ids, the number of the request and what is random by intent, two answers can be compared. */
const comparable = ({ status, text }: Answer, ids: readonly Id[] = []): string =>
  ids
    .reduce((shorter, id) => shorter.replaceAll(id, '<id>'), `${status} ${text}`)
    .replace(/"requestId":"[^"]*"/, '')
    .replace(/"token":"[^"]*"/, '')

interface Pair {
  readonly theirs: Record<string, unknown>
  readonly none: Record<string, unknown>
  readonly ids: readonly Id[]
}

/** The same request twice: for what somebody else has, and for what nobody has. One for each kind a name stands for. */
function pairsOf(route: Route, programmeId: Id, world: ForeignWorld): Pair[] {
  const isInside = programmeId === world.programmeId
  const isKept = (field: string) => isInside && SHARED.has(field)
  const fields = objectFields(route)
  const foreign = fields.filter((field) => world.ids.has(field) && !isKept(field))
  const kinds = Math.max(0, ...foreign.map((field) => world.ids.get(field)!.length))
  return Array.from({ length: kinds }, (_, kind) => {
    const absent = new Map<string, Id>()
    const absentFor = (key: string): Id => absent.get(key) ?? absent.set(key, platform.newId()).get(key)!
    const real: IdOf = (field) => world.ids.get(field)?.[kind] ?? world.ids.get(field)?.[0] ?? absentFor(field)
    const missing: IdOf = (field) => (isKept(field) ? real(field) : absentFor(real(field)!))
    return {
      theirs: inputOf(route, programmeId, real),
      none: inputOf(route, programmeId, missing),
      ids: [programmeId, ...fields.flatMap((field) => [real(field)!, missing(field)!])],
    }
  })
}

async function leakOf(
  route: Route,
  role: Role,
  programmeId: Id,
  world: ForeignWorld,
  pair: Pair,
): Promise<string | null> {
  const caller = `${role} ${programmeId}`
  const theirs = await ask(route, caller, pair.theirs)
  const isInside = programmeId === world.programmeId
  if (isInside && OF_THE_DIRECTORY.has(route.name) && theirs.status === 403 && !theirs.text.includes(SECRET))
    return null
  const [told, expected] = [comparable(theirs, pair.ids), comparable(await ask(route, caller, pair.none), pair.ids)]
  if (told === expected && !told.includes(SECRET)) return null
  return `${role} ${isInside ? 'of another company' : 'of another programme'}: ${told.slice(0, 300)} ≠ ${expected.slice(0, 300)}`
}

const counted = { routes: 0, tried: 0, leaks: 0 }

// First, because the other tests do what a role may do at home.
/** About the whole installation, which no company reads. */
const OF_THE_INSTALLATION: ReadonlySet<string> = new Set(['programmes.readInstallation'])

/** What lists, counts, searches or exports: it takes no object, and looks for the foreign word where it can. */
const isList = (route: Route): boolean =>
  route.method === 'GET' &&
  !OF_THE_INSTALLATION.has(route.name) &&
  !route.path.replace('{programmeId}', '').includes('{')

async function list(route: Route, role: Role): Promise<string> {
  const input = { ...sampleInput(route.input, (field) => (field === 'programmeId' ? home : null)) }
  const shape = (route.input as z.ZodObject).shape as Record<string, unknown> | undefined
  const search = shape?.q === undefined ? {} : { q: SECRET }
  return comparable(await ask(route, `${role} ${home}`, { ...input, ...search }))
}

describe('what others do changes nothing in lists, counts, search and exports', () => {
  test.for(routes.filter(isList))('$name', { timeout: 60_000 }, async (route) => {
    for (const role of ROLES.filter((each) => mayCall(each, route))) {
      const now = await list(route, role)
      expect(now).not.toContain(SECRET)
      expect(`${role} ${now}`).toBe(`${role} ${atFirst.get(`${route.name} ${role}`)}`)
      counted.tried += 1
    }
  })
})

describe('what is foreign is answered as what is not there', () => {
  test.for(routes)('$name', { timeout: 60_000 }, async (route) => {
    const leaks: string[] = []
    let tried = 0
    for (const role of ROLES.filter((each) => mayCall(each, route))) {
      for (const world of worlds) {
        const isShown = OPEN_TO_THE_PROGRAMME.has(route.name)
        for (const place of SCOPED.includes(role) && !isShown ? [home, world.programmeId] : [home]) {
          for (const pair of pairsOf(route, place, world)) {
            const leak = await leakOf(route, role, place, world, pair)
            if (leak) leaks.push(leak)
            tried += 1
          }
        }
      }
    }
    counted.routes += tried > 0 ? 1 : 0
    counted.tried += tried
    counted.leaks += leaks.length
    expect(leaks).toEqual([])
  })

  test('there is one of each kind to be tried', () => {
    const missing = Object.keys(TABLES_OF_FIELD).filter((field) => !worlds.some(({ ids }) => ids.has(field)))
    expect(missing).toEqual([])
  })
})

test('nor in what can be heard live, nor in a calendar that nobody gave', async () => {
  const topics = modules.flatMap(({ liveTopics = {} }) => Object.keys(liveTopics))
  expect(topics.length).toBeGreaterThan(3)
  const hear = async (topic: string, caller: string): Promise<string> => {
    const headers = { cookie: cookies.get(caller)! }
    const answer = await app.request(`/api/live?topics=${encodeURIComponent(topic)}`, { headers })
    return answer.status === 200 ? 'heard' : comparable({ status: answer.status, text: await answer.text() })
  }
  for (const topic of topics) {
    for (const { programmeId, ids } of worlds) {
      for (const id of [programmeId, ...[...ids.values()].flat()]) {
        const none = await hear(`${topic}:${platform.newId()}`, `operator ${home}`)
        expect(none).not.toBe('heard')
        expect(await hear(`${topic}:${id}`, `operator ${home}`)).toBe(none)
        counted.tried += 1
      }
    }
  }
  const feed = await app.request(`/calendar/${'a'.repeat(32)}.ics`)
  expect([feed.status, (await feed.text()).includes(SECRET)]).toEqual([404, false])
})

test('counted', () => {
  console.log(
    `${counted.routes} routes × ${ROLES.length} roles × foreign objects: ${counted.tried} tried, ${counted.leaks} leaks`,
  )
  expect(counted.leaks).toBe(0)
})
