import type { AnyContractRouter } from '@orpc/contract'
import { traverseContractProcedures } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Access, type Actor, ROLES, type Role, rolesOf } from '../modules/accounts/index.ts'
import { buildActor, buildPerson, buildSession } from '../modules/accounts/testing/build-person.ts'
import { contract } from '../modules/contract.ts'
import { buildProgramme } from '../modules/programmes/testing/build-programme.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'

interface Route {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly access: Access | undefined
}

const routes: Route[] = []
traverseContractProcedures({ router: contract as AnyContractRouter, path: [] }, ({ contract: procedure, path }) => {
  const { meta, route } = procedure['~orpc']
  const { access } = meta as { access?: Access }
  routes.push({ name: path.join('.'), method: route.method!, path: route.path!, access })
})

const composed = new Set(modules.flatMap(({ name, routes: own }) => (own ? [name as string] : [])))
const isComposed = ({ name }: Route): boolean => composed.has(name.split('.')[0]!)

/** Who calls: nobody, a person without a role, and each role of this and of another programme. */
const CALLERS = [
  'anonymous',
  'no role',
  ...ROLES.map((role) => `${role} elsewhere` as const),
  ...ROLES.map((role) => `${role} here` as const),
] as const
type Caller = (typeof CALLERS)[number]

/** What the access check alone answers; `passed`: the request reached its route, whatever that said. */
type Verdict = '401' | '403' | '404' | 'passed'

function expectedVerdict(access: Access, caller: Caller): Verdict {
  if (access === 'public') return 'passed'
  if (caller === 'anonymous') return '401'
  if (access === 'signed-in') return 'passed'
  if (!caller.endsWith(' here')) return '404'
  const held = rolesOf(caller.slice(0, -' here'.length) as Role)
  return held.some((role) => access.includes(role)) ? 'passed' : '403'
}

let platform: TestPlatform
let app: HttpApp<Actor>
let programmeId: string
const people = new Map<Caller, string>()

beforeAll(async () => {
  platform = await openTestPlatform()
  const partial = Object.fromEntries(Object.entries(contract).filter(([name]) => composed.has(name)))
  app = createApp(platform, platform.database, { modules, webDirectory: null, contract: partial })
  ;({ programmeId } = await buildProgramme(platform))
  const elsewhere = await buildProgramme(platform)
  people.set('no role', (await buildPerson(platform)).personId)
  for (const role of ROLES) {
    const scopeId = role === 'company-representative' || role === 'interpreter' ? platform.newId() : null
    people.set(`${role} here`, (await buildActor(platform, role, { programmeId, scopeId })).personId)
    const { personId } = await buildActor(platform, role, { programmeId: elsewhere.programmeId, scopeId })
    people.set(`${role} elsewhere`, personId)
  }
})
afterAll(() => platform.close())

async function call(
  { method, path }: Route,
  caller: Caller,
  programme = programmeId,
): Promise<{ status: number; code?: string }> {
  const personId = people.get(caller)
  // A session for each call, because one of the routes ends it.
  const cookie = personId === undefined ? {} : { cookie: await buildSession(platform, personId) }
  const address = path.replaceAll(/\{\+?(\w+)\}/g, (_, name: string) =>
    name === 'programmeId' ? programme : platform.newId(),
  )
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }
  const headers = { ...cookie, 'content-type': 'application/json' }
  const response = await app.request(`/api/v1${address}`, { method, headers, ...body })
  const problem = response.ok ? {} : ((await response.json()) as { code?: string })
  return { status: response.status, ...problem }
}

/** The access check answers with codes of the platform; a module's own refusals have the module's. */
function verdictOf({ status, code }: { status: number; code?: string }): Verdict {
  if (status === 401) return '401'
  if (code === 'http.not-allowed') return '403'
  return code === 'http.not-found' ? '404' : 'passed'
}

describe('every route says who may call it, and only they may', () => {
  test.for(routes.filter(isComposed))('$name', { timeout: 60_000 }, async (route) => {
    expect(route.access, 'lacks .meta({ access })').toBeDefined()
    if (Array.isArray(route.access)) expect(route.path, 'a role is held in a programme').toContain('{programmeId}')
    const verdicts = Object.fromEntries(CALLERS.map((caller) => [caller, expectedVerdict(route.access!, caller)]))
    const answers: Record<string, Verdict> = {}
    for (const caller of CALLERS) {
      const answer = await call(route, caller)
      answers[caller] = verdictOf(answer)
      expect(answer.status, `${caller} met a defect`).toBeLessThan(500)
    }
    expect(answers).toEqual(verdicts)
  })
})

test('a programme one has no role in looks like one that does not exist', async () => {
  const route = routes.find(({ name }) => name === 'programmes.readProgramme')!
  const [foreign, missing, malformed] = [
    await call(route, 'operator elsewhere'),
    await call(route, 'operator elsewhere', platform.newId()),
    await call(route, 'operator elsewhere', 'nothing'),
  ]
  const { requestId: _, ...told } = foreign as Record<string, unknown>
  expect(missing).toMatchObject(told)
  expect(malformed).toMatchObject(told)
})

test('every module of the contract is there', () => {
  expect(routes.filter((route) => !isComposed(route)).map(({ name }) => name)).toEqual([])
})
