import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, type BrowserContextOptions, type Page, type Request, chromium } from 'playwright-core'
import type { Locale } from '../src/kernel/locale.ts'
import { findBrowser } from '../scripts/browser.js'

export type ColorScheme = 'light' | 'dark'

/** What a step may take before it counts as failed. Generous, because the machine may be busy with other things. */
export const PATIENCE_MS = 45_000

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
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const complaints: string[] = []
  watchRequests(page)
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

/** What each page has asked for and not got yet. */
const underWay = new WeakMap<Page, Set<Request>>()

function watchRequests(page: Page): void {
  const requests = new Set<Request>()
  underWay.set(page, requests)
  page.on('request', (request) => {
    // A live connection stays open for good.
    if (request.resourceType() !== 'eventsource') requests.add(request)
  })
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

/** Nothing new is asked for in this time: what an answer leads to has been asked by then. */
const QUIET_MS = 250
const SETTLE_LIMIT_MS = 5000

/** Waits until the page has loaded, its fonts are there and nothing is on its way; a live connection may stay open. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  const giveUpAt = performance.now() + SETTLE_LIMIT_MS
  let quietMs = 0
  while (quietMs < QUIET_MS && performance.now() < giveUpAt) {
    await pause(25)
    quietMs = underWay.get(page)?.size ? 0 : quietMs + 25
  }
  await page.evaluate(() => document.fonts.ready)
}

/** A device that checks its owner, as a telephone does. */
export async function giveAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
