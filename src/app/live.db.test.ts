import { afterAll, beforeAll, expect, test } from 'vitest'
import { toInstant } from '../kernel/instant.ts'
import type { Actor } from '../modules/accounts/index.ts'
import { buildActor, buildSession } from '../modules/accounts/testing/build-person.ts'
import { buildSchedulableEvent } from '../modules/scheduling/testing/build-schedulable-event.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'

let platform: TestPlatform
let app: HttpApp<Actor>
beforeAll(async () => {
  platform = await openTestPlatform({ now: toInstant(Date.now()) })
  app = createApp(platform, platform.database, { modules, webDirectory: null })
})
afterAll(() => platform.close())

const listen = (topics: string, cookie?: string) =>
  app.request(`/api/live?topics=${encodeURIComponent(topics)}`, { headers: cookie ? { cookie } : {} })

const operatorOf = async (programmeId: string): Promise<string> => {
  const { personId } = await buildActor(platform, 'operator', { programmeId })
  return buildSession(platform, personId)
}

test('an operator hears of the own board; what is foreign, unknown or malformed is answered alike', async () => {
  const event = await buildSchedulableEvent(platform)
  const elsewhere = await buildSchedulableEvent(platform)
  const cookie = await operatorOf(event.programmeId)
  const answer = await listen(`board:${event.eventId},programme:${event.programmeId}`, cookie)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader.read()).value).toBe('retry: 2000\n\n')
  platform.live.publish(`board:${elsewhere.eventId}`, 1)
  platform.live.publish(`board:${event.eventId}`, 7)
  expect((await reader.read()).value).toBe(`event: changed\ndata: {"topic":"board:${event.eventId}","version":7}\n\n`)
  await reader.cancel()
  const noes = [
    await listen(`board:${elsewhere.eventId}`, cookie),
    await listen(`board:${event.eventId},board:${elsewhere.eventId}`, cookie),
    await listen(`schedule:${elsewhere.eventId}`, cookie),
    await listen(`programme:${elsewhere.programmeId}`, cookie),
    await listen(`board:${platform.newId()}`, cookie),
    await listen(`nothing:${event.eventId}`, cookie),
    await listen(`board:'; drop table event`, cookie),
    await listen('', cookie),
    await listen(`board:${event.eventId}`),
  ]
  const bodies = await Promise.all(noes.map((no) => no.json() as Promise<{ code: string }>))
  expect(noes.map(({ status }, index) => [status, bodies[index]?.code])).toEqual(
    noes.map(() => [404, 'http.not-found']),
  )
})

test('a person has three connections at most, and a closed one counts no more', async () => {
  const event = await buildSchedulableEvent(platform)
  const cookie = await operatorOf(event.programmeId)
  const ask = () => listen(`board:${event.eventId}`, cookie)
  const open = [await ask(), await ask(), await ask()]
  expect([...open.map(({ status }) => status), (await ask()).status]).toEqual([200, 200, 200, 204])
  await open[0]?.body?.cancel()
  const next = await ask()
  expect(next.status).toBe(200)
  for (const { body } of [...open.slice(1), next]) await body?.cancel()
})

test('a company hears of released versions of its programme, not of the board', async () => {
  const event = await buildSchedulableEvent(platform)
  const { personId } = event.hosts[0].actor
  const cookie = await buildSession(platform, personId)
  const heard = await listen(`schedule:${event.eventId}`, cookie)
  expect(heard.status).toBe(200)
  await heard.body?.cancel()
  expect((await listen(`board:${event.eventId}`, cookie)).status).toBe(404)
  expect((await listen(`study:${event.eventId}`, cookie)).status).toBe(404)
})
