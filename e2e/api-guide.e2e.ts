import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'

const EXAMPLE = resolve(import.meta.dirname, '../docs/examples/workbook-to-article.ts')
const MOST_LINES = 40

let app: RunningApp
let operator: Caller
const folder = mkdtempSync(join(tmpdir(), 'naru-api-guide-'))

beforeAll(async () => {
  app = await startApp()
  operator = await signIn(app.signInLinks.get('operator') ?? '')
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await app?.stop()
})

/** Runs the example as its reader would; what it printed, and how it ended. */
async function run(token: string, workbook: string): Promise<{ code: number; output: string }> {
  const env = { ...process.env, NARU_URL: app.url, NARU_TOKEN: token }
  const child = spawn(process.execPath, [EXAMPLE, workbook], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'exit')) as [number]
  return { code, output: output.trim() }
}

test('the example of the API guide goes from a workbook to an article that everybody can read', async () => {
  const [programme] = (await operator.api.programmes.listProgrammes()).rows
  const programmeId = programme!.id
  const [event] = (await operator.api.events.listEvents({ programmeId })).rows
  const { token } = await operator.api.accounts.createToken({ name: 'guide', scope: 'write', validDays: 1 })
  const answer = await operator.send('GET', `/programmes/${programmeId}/export?locale=en&eventId=${event!.id}`)
  const workbook = join(folder, 'workbook.xlsx')
  writeFileSync(workbook, Buffer.from(await answer.arrayBuffer()))

  const { code, output } = await run(token, workbook)
  expect([code, output]).toEqual([0, expect.stringMatching(/^http\S+\/news\/api-\d+$/)])
  const page = await (await fetch(`${output}?lang=en`)).text()
  expect(page).toContain('The talks are scheduled')

  const opened = (await operator.api.programmes.listProgrammes()).rows.find(({ id }) => id !== programmeId)!
  const key = {
    programmeId: opened.id,
    eventId: (await operator.api.events.listEvents({ programmeId: opened.id })).rows[0]!.id,
  }
  const { byStatus } = await operator.api.meetings.listMeetingRequests({ ...key, pageSize: 1 })
  expect(page).toMatch(new RegExp(`\\b${byStatus.accepted} requests`))
  const [version] = (await operator.api.scheduling.listVersions(key)).rows
  expect(version?.number).toBe(1)
})

test('a token that only reads is refused, and the example says so', async () => {
  const { token } = await operator.api.accounts.createToken({ name: 'reader', scope: 'read', validDays: 1 })
  const { code, output } = await run(token, join(folder, 'workbook.xlsx'))
  expect(code).toBe(1)
  expect(output).toContain('403')
})

test(`it is ${MOST_LINES} lines without its calling aid`, () => {
  const [, aid, steps] =
    /(\/\*\* One call:[^]*?\n}\n)const ended[^]*?\n}\n([^]*)$/.exec(readFileSync(EXAMPLE, 'utf8')) ?? []
  expect(aid).toBeDefined()
  const lines = (steps ?? '').split('\n').filter((line) => line.trim() !== '')
  expect(lines.length).toBeLessThanOrEqual(MOST_LINES)
  expect(lines.length).toBeGreaterThan(20)
})
