import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { newDataDir } from './prepared-data.ts'
import { launchBrowser, settle, visit } from './browser.ts'

const MAX_SCRIPT_BYTES = 200_000
/** Three times what an otherwise idle machine needs, as this one may be busy. */
const START_LIMIT_MS = 9_000
const MEMORY_LIMIT_MB = 500
const IDLE_MS = 10_000

let app: RunningApp
let browser: Browser
beforeAll(async () => {
  const first = await startApp({ dataDir: newDataDir() })
  await first.kill()
  app = await startApp({ dataDir: first.dataDir })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const say = (line: string) => process.stdout.write(`${line}\n`)

test('it answers soon after a later start, and is modest when idle', async () => {
  say(`First answer ${Math.round(app.startMs)} ms after a later start`)
  expect(app.startMs).toBeLessThan(START_LIMIT_MS)
  await pause(IDLE_MS)
  const status = `/proc/${app.pid}/status`
  // Where the system does not tell, nothing can be said.
  const residentMb = existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1024 : 0
  say(`Resident memory after ${IDLE_MS / 1000} s without work: ${Math.round(residentMb)} MB`)
  expect(residentMb).toBeLessThan(MEMORY_LIMIT_MB)
})

/** Bytes of scripts as they come over the wire, without their headers, by file name. */
async function watchScripts(page: Page): Promise<Map<string, number>> {
  const scripts = new Map<string, number>()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const headers = new Map<string, { readonly name: string; readonly bytes: number }>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const name = new URL(response.url).pathname.split('/').at(-1) ?? ''
    if (type === 'Script') headers.set(requestId, { name, bytes: response.encodedDataLength })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const head = headers.get(requestId)
    if (head) scripts.set(head.name, encodedDataLength - head.bytes)
  })
  return scripts
}

const sum = (scripts: ReadonlyMap<string, number>) => [...scripts.values()].reduce((total, bytes) => total + bytes, 0)

test('the first page asks for 200 kB of script at most; board, pickers and pictures come when they are needed', async () => {
  const { cookie } = await signIn(app.signInLinks.get('operator') ?? '')
  const { page, complaints } = await visit(browser)
  const [name = '', ...value] = cookie.split('=')
  await page.context().addCookies([{ name, value: value.join('='), url: app.url }])
  const scripts = await watchScripts(page)
  await page.goto(`${app.url}/app/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await settle(page)
  const first = new Set(scripts.keys())
  say(`First page: ${Math.round(sum(scripts) / 1000)} kB of script in ${first.size} files`)
  expect(sum(scripts)).toBeLessThanOrEqual(MAX_SCRIPT_BYTES)
  expect(sum(scripts)).toBeGreaterThan(50_000)

  const rail = page.getByRole('navigation', { name: 'The chain, in order' })
  await rail.getByRole('link', { name: 'Schedule' }).click()
  await page.getByRole('gridcell').first().waitFor()
  await rail.getByRole('link', { name: 'Matches' }).click()
  await page.getByRole('figure').first().waitFor()
  await rail.getByRole('link', { name: 'Event' }).click()
  await page.getByRole('button', { name: 'Add a block' }).waitFor()
  await settle(page)
  const later = [...scripts.keys()].filter((file) => !first.has(file))
  for (const part of [/^board-screen/, /^matching-screen/, /^shore-flow/, /^event-screen/]) {
    expect(later).toContainEqual(expect.stringMatching(part))
  }
  say(`Board, matches and event: ${Math.round(sum(scripts) / 1000)} kB in ${scripts.size} files`)
  expect(complaints).toEqual([])
})
