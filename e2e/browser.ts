import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core'
import type { Locale } from '../src/kernel/locale.ts'
import { findBrowser } from '../scripts/browser.js'

const ROOT = resolve(import.meta.dirname, '..')
const START_LIMIT_MS = 120_000
const STOP_LIMIT_MS = 15_000

export type ColorScheme = 'light' | 'dark'

/** Headless Chromium that stays off the network by itself; fake camera and microphone for the rooms. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium or Chrome found; `npm test` installs one or says how')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--allow-loopback-in-peer-connection',
    ],
  })
}

export interface Visit {
  readonly page: Page
  /** What the browser complained of so far: console errors and warnings, thrown errors, failed loads. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

export interface VisitorChoice {
  readonly locale?: Locale
  /** IANA name; the visitor's machine, not the programme's side. */
  readonly timeZone?: string
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: ColorScheme
}

const LANGUAGE_TAGS: Record<Locale, string> = { ko: 'ko-KR', ru: 'ru-RU', en: 'en-GB' }

function contextOptions({ locale, timeZone, width = 1440, height, colorScheme }: VisitorChoice): BrowserContextOptions {
  const options: BrowserContextOptions = {
    locale: LANGUAGE_TAGS[locale ?? 'en'],
    timezoneId: timeZone ?? 'Asia/Seoul',
    viewport: { width, height: height ?? (width < 600 ? 844 : 900) },
    colorScheme: colorScheme ?? 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  }
  return width < 600 ? { ...options, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : options
}

/** A visitor of their own: no cookies shared with any other visit. */
export async function visit(browser: Browser, choice: VisitorChoice = {}): Promise<Visit> {
  const context = await browser.newContext(contextOptions(choice))
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // Leaving a page ends its requests; that is no fault.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.method()} ${request.url()} ${reason}`)
  })
  return { page, complaints, close: () => context.close() }
}

/** Waits until the page has loaded, its fonts are there and nothing is on its way; a live connection may stay open. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => {})
  await page.evaluate(() => document.fonts.ready)
}

/** A port of this machine that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}

export interface RunningApp {
  /** Without a slash at the end. */
  readonly url: string
  readonly dataDir: string
  /** Everything it printed so far. */
  readonly output: () => string
  /** The sign-in links of the demo programme, in the order printed, by the word before them: `operator` … */
  readonly signInLinks: () => ReadonlyMap<string, string>
  /** Ends it as a terminal would and removes its data. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut of the process would; the data stays for `startApp({ dataDir })`. */
  readonly kill: () => Promise<void>
}

export interface AppChoice {
  /** Goes on with the data of an app that was killed; without it a fresh folder. */
  readonly dataDir?: string
  readonly environment?: Readonly<Record<string, string>>
}

const LINK = /^\W*(?<who>[a-z][a-z -]*[a-z])\b.*?(?<link>https?:\/\/\S+)/i

function readLinks(output: string): Map<string, string> {
  const links = new Map<string, string>()
  for (const line of output.split('\n')) {
    const { who, link } = LINK.exec(line)?.groups ?? {}
    if (who && link && /[?&/](token|sign-in|magic)/.test(link) && !links.has(who.toLowerCase()))
      links.set(who.toLowerCase(), link)
  }
  return links
}

/** Starts `naru start` on a free port with a data folder of its own and waits for the first answer. */
export async function startApp({ dataDir, environment = {} }: AppChoice = {}): Promise<RunningApp> {
  const data = dataDir ?? mkdtempSync(join(tmpdir(), 'naru-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['src/app/naru.js', 'start'], {
    cwd: ROOT,
    env: { ...process.env, NARU_DATA_DIR: data, PORT: String(port), BASE_URL: url, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let ended = false
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = once(child, 'exit').then(() => (ended = true))

  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await exited
    clearTimeout(late)
    rmSync(data, { recursive: true, force: true })
  }
  const giveUpAt = performance.now() + START_LIMIT_MS
  for (;;) {
    if (ended) throw new Error(`Naru ended before it answered:\n${output}`)
    const answered = await fetch(url, { redirect: 'manual' }).then(
      () => true,
      () => false,
    )
    if (answered) break
    if (performance.now() > giveUpAt) {
      await kill()
      throw new Error(`Naru did not answer within ${START_LIMIT_MS / 1000} s:\n${output}`)
    }
    await new Promise((done) => setTimeout(done, 100))
  }
  return { url, dataDir: data, output: () => output, signInLinks: () => readLinks(output), stop, kill }
}
