import process from 'node:process'
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { silentLog } from './log.ts'
import { type Notifications, openNotifications } from './notifications.ts'
import { type ServerLine, createServerLine } from './server-line.ts'

const url = process.env.TEST_DATABASE_URL
const sessions: Notifications[] = []
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close()
})

interface Heard {
  readonly line: ServerLine
  readonly session: Notifications
  readonly heard: (readonly [from: string, message: unknown])[]
  readonly lost: (string | null)[]
}

async function openLine(secret: string): Promise<Heard> {
  const session = await openNotifications(url!, silentLog())
  sessions.push(session)
  const line = createServerLine(session, secret)
  const [heard, lost]: [Heard['heard'], Heard['lost']] = [[], []]
  await line.open({ hear: (from, message) => heard.push([from, message]), lost: (server) => lost.push(server) })
  return { line, session, heard, lost }
}

const until = async (isSo: () => boolean): Promise<void> => {
  for (let waited = 0; waited < 5000 && !isSo(); waited += 10) await new Promise((done) => setTimeout(done, 10))
  expect(isSo()).toBe(true)
}

test.runIf(url)('what one server sends another hears whole and in order, and nobody else', async () => {
  const secret = randomUUID()
  const [one, two, three] = [await openLine(secret), await openLine(secret), await openLine(secret)]
  const long = '안녕 '.repeat(100_000)
  const messages = [1, long, { n: 2 }, '', long, null]
  for (const message of messages) one.line.send(two.line.self, message)
  one.line.send(null, 'all')
  await until(() => two.heard.length === 7 && three.heard.length === 1)
  expect(two.heard.map(([, message]) => message)).toEqual([...messages, 'all'])
  expect(three.heard).toEqual([[one.line.self, 'all']])
  expect(one.heard).toEqual([])
})

test.runIf(url)('who has another secret, or none, is not heard', async () => {
  const server = await openLine(randomUUID())
  const stranger = await openLine(randomUUID())
  stranger.line.send(server.line.self, 'let me in')
  const channel = `naru_line_${server.line.self.replaceAll('-', '')}`
  for (const payload of ['', 'x', `${randomUUID()} 1 1 {"gone":true}`, `${randomUUID()} 1 9999 x`])
    await stranger.session.notify([[channel, payload]])
  stranger.line.send(null, 'still not')
  await stranger.session.notify([['naru_line', 'x']])
  await new Promise((done) => setTimeout(done, 100))
  expect([server.heard, server.lost]).toEqual([[], []])
})

test.runIf(url)('a server that leaves, or whose session breaks, is known to be gone', async () => {
  const secret = randomUUID()
  const [one, two] = [await openLine(secret), await openLine(secret)]
  expect(await one.line.isThere(two.line.self)).toBe(true)
  await two.line.leave()
  await until(() => one.lost.length === 1)
  expect(one.lost).toEqual([two.line.self])
  expect(await one.line.isThere(two.line.self)).toBe(false)

  const three = await openLine(secret)
  await one.session.notify([['naru_nobody', 'x']])
  const { Client } = (await import('pg')).default
  const breaker = new Client({ connectionString: url })
  await breaker.connect()
  await breaker.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
    `naru server ${three.line.self}`,
  ])
  await breaker.end()
  await until(() => three.lost.includes(null))
  // A second later it is there again, under the same name.
  for (let waited = 0; waited < 5000 && !(await one.line.isThere(three.line.self)); waited += 100)
    await new Promise((done) => setTimeout(done, 100))
  one.line.send(three.line.self, 'again')
  await until(() => three.heard.length === 1)
})
