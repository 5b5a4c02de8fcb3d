import process from 'node:process'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../src/kernel/locale.ts'
import { type RunningApp, startApp } from './app.ts'
import { type ColorScheme, launchBrowser, settle } from './browser.ts'
import { type SeenPage, type Visitors, listPages, openVisitors } from './every-page.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'

/**
 * axe on every page, and that nothing is too wide or without words. Before a change lands each page is looked at once, spread over languages, themes and widths;
 * `npm run test:accessibility` looks at each in three languages, two themes, 320 px and 200 % zoom.
 */
const IS_FULL = process.env.NARU_EVERY_LOOK !== undefined

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What the name of a message looks like where its words are missing. */
const MISSING_TEXT = /MISSING|\b(?:screens|errors|messages)\.[a-z]\w*(?:\.\w+)*/

/** Pages are looked at side by side: most of the time is waiting for one another. */
const LANES = 3

interface Look {
  readonly locale: Locale
  readonly theme: ColorScheme
  readonly width: number
  /** What a browser does at 200 %: half as many CSS pixels, each twice as large. */
  readonly zoom: number
}

const THEMES = ['light', 'dark'] as const
const SIZES = [
  { width: 1440, zoom: 1 },
  { width: 320, zoom: 1 },
  { width: 720, zoom: 2 },
] as const

const LOOKS: readonly Look[] = LOCALES.flatMap((locale) =>
  THEMES.flatMap((theme) => SIZES.map((size) => ({ locale, theme, ...size }))),
)

/** Another turn, from 0 to 17, gives every page another look: eighteen turns are all of them. */
const TURN = Number(process.env.NARU_LOOK_TURN ?? 0)

/** The looks of a page: all of them, or the one whose turn it is. */
const looksOf = (index: number): readonly Look[] => (IS_FULL ? LOOKS : [LOOKS[(index * 7 + TURN) % LOOKS.length]!])

let app: RunningApp
let browser: Browser
let visitors: Visitors

beforeAll(async () => {
  app = await startApp()
  browser = await launchBrowser()
  visitors = await openVisitors(app, browser, LANES)
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => visitors?.pages() ?? [])

/** Opens the page in a language, as a person with this look does; the next look of the same language only turns it. */
async function open(page: Page, { role, path, isPublic }: SeenPage, look: Look): Promise<void> {
  const url = (isPublic ? app.url : visitors.baseOf(role)) + visitors.fill(path)
  await turn(page, look)
  await page.context().addCookies([{ name: 'naru-locale', value: look.locale, url: app.url }])
  await page.goto(url)
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await settle(page)
}

async function turn(page: Page, { theme, width, zoom }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.setViewportSize({ width, height: Math.round(900 / zoom) })
}

/** Rows and cards after the first few are like those, and many. */
const ALIKE = 'tbody tr:nth-child(n+6), article ~ article ~ article ~ article, ul > li:nth-child(n+12)'

async function findFaults(page: Page, { locale, theme, width, zoom }: Look): Promise<string[]> {
  const name = `${locale} ${theme} ${width} px${zoom === 1 ? '' : ` at ${100 * zoom} %`}`
  const { overflow, text } = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    text: document.body.innerText,
  }))
  const missing = MISSING_TEXT.exec(text)
  const hide = (hidden: boolean) =>
    page.locator(ALIKE).evaluateAll((elements, isHidden) => {
      for (const element of elements as HTMLElement[]) element.style.display = isHidden ? 'none' : ''
    }, hidden)
  await hide(true)
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: STANDARDS, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  await hide(false)
  return [
    ...(overflow > 0 ? [`${name}: ${overflow} px wider than the window`] : []),
    ...(missing ? [`${name}: no text for ${missing[0]}`] : []),
    ...violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ html, failureSummary = '' }) => `${name}: ${id}: ${html.slice(0, 300)} ${failureSummary}`),
    ),
  ]
}

const pages = listPages().map((page, index) => ({ ...page, index }))

async function findFaultsOf(seen: (typeof pages)[number], lane: number): Promise<string[]> {
  const page = visitors.pageOf(seen.role, lane)
  const faults: string[] = []
  let shown: Locale | null = null
  for (const look of looksOf(seen.index)) {
    if (look.locale !== shown) await open(page, seen, look)
    shown = look.locale
    await turn(page, look)
    faults.push(...(await findFaults(page, look)).map((fault) => `${seen.role} ${seen.path}: ${fault}`))
  }
  return faults
}

describe.concurrent('axe finds nothing, and nothing is wider than the window', () => {
  const lanes = Array.from({ length: LANES }, (_, lane) => lane)
  test.for(lanes)('every page, lane %i', { timeout: IS_FULL ? 3 * 3_600_000 : 900_000 }, async (lane, { expect }) => {
    const faults: string[] = []
    for (const seen of pages.filter(({ index }) => index % LANES === lane)) {
      const found = await findFaultsOf(seen, lane)
      // All looks take long enough to be told page by page.
      if (IS_FULL) process.stdout.write(`${seen.role} ${seen.path}: ${found.length}\n${found.join('\n')}`)
      faults.push(...found)
    }
    expect(faults).toEqual([])
  })
})

test('counted', () => {
  const looks = pages.reduce((sum, { index }) => sum + looksOf(index).length, 0)
  process.stdout.write(`${pages.length} pages, ${looks} looks\n`)
  expect(pages.length).toBeGreaterThan(80)
})

test('no browser has complained', () => {
  expect(visitors.complaints()).toEqual([])
})
