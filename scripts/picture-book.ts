import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { startApp } from '../e2e/app.ts'
import { launchBrowser, settle } from '../e2e/browser.ts'
import { type Seer, type Visitors, openVisitors } from '../e2e/every-page.ts'
import { LOCALES, type Locale } from '../src/kernel/locale.ts'

/** The pictures of the guides and of the README, all of the demonstration programme: `npm run pictures`. */

const FOLDER = resolve(import.meta.dirname, '../docs/pictures')
const SIZE = { width: 1280, height: 800 }
/** A picture larger than this says too much at once. */
const MAX_PICTURE_BYTES = 120_000

interface Picture {
  readonly name: string
  readonly seer: Seer
  /** After the programme's; of a visitor, after the server's. */
  readonly path: string
  /** What has to be there before the picture is taken. */
  readonly awaited: string
}

const PICTURES: readonly Picture[] = [
  { name: 'overview', seer: 'operator', path: '', awaited: 'main h2' },
  { name: 'why', seer: 'operator', path: '/matching/$company/$partner', awaited: 'main h2' },
  { name: 'board', seer: 'operator', path: '/events/$event/schedule', awaited: '[role=gridcell]' },
  { name: 'figures', seer: 'official', path: '/outcomes', awaited: 'main h2' },
  { name: 'partners', seer: 'company-representative', path: '/my/partners', awaited: 'main h2, main h3' },
  { name: 'agenda', seer: 'company-representative', path: '/my/agenda', awaited: 'main time' },
  { name: 'interpreter', seer: 'interpreter', path: '/my/agenda', awaited: 'main time' },
  { name: 'article', seer: 'visitor', path: '/news/$slug', awaited: 'article h1' },
]

const USAGE = `Usage: node scripts/picture-book.ts [--only ${PICTURES.map(({ name }) => name).join(',')}]
Starts Naru with the demonstration programme and takes the pictures of docs/pictures anew, in three languages.`

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean', default: false } } })
if (values.help) {
  console.log(USAGE)
  process.exit()
}
const wanted = values.only?.split(',')
const pictures = PICTURES.filter(({ name }) => wanted === undefined || wanted.includes(name))

/** The questions about personal data are asked of everybody once; they are no part of a page. */
async function putQuestionsAway(visitors: Visitors, seer: Seer): Promise<void> {
  if (seer === 'visitor') return
  const page = visitors.pageOf(seer, 0)
  await page.goto(visitors.baseOf(seer))
  await settle(page)
  const later = page.getByRole('button', { name: 'Not now' })
  if (await later.isVisible()) await later.click()
}

async function take(visitors: Visitors, picture: Picture, locale: Locale, url: string): Promise<Uint8Array> {
  const { seer, path, awaited } = picture
  const page = visitors.pageOf(seer, 0)
  await page.setViewportSize(SIZE)
  await page.context().addCookies([{ name: 'naru-locale', value: locale, url }])
  await page.goto((seer === 'visitor' ? url : visitors.baseOf(seer)) + visitors.fill(path))
  await page.locator(`html[lang=${locale}]`).waitFor()
  await page.locator(awaited).first().waitFor()
  await settle(page)
  return toWebp(page, await page.screenshot())
}

/** Browsers take PNG and can write WebP, a fifth of the size; no further program is needed. */
async function toWebp(page: Page, png: Buffer): Promise<Uint8Array> {
  const base64 = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (letter) => letter.codePointAt(0) ?? 0)
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
    const webp = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 })).arrayBuffer())
    let text = ''
    for (const byte of webp) text += String.fromCodePoint(byte)
    return btoa(text)
  }, png.toString('base64'))
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

async function takeAll(browser: Browser, url: string, visitors: Visitors): Promise<void> {
  for (const seer of new Set(pictures.map((picture) => picture.seer))) await putQuestionsAway(visitors, seer)
  for (const picture of pictures) {
    for (const locale of LOCALES) {
      const webp = await take(visitors, picture, locale, url)
      const name = `${picture.name}-${locale}.webp`
      if (webp.byteLength > MAX_PICTURE_BYTES) throw new Error(`${name} has ${webp.byteLength} bytes`)
      writeFileSync(join(FOLDER, name), webp)
      console.log(`${name}  ${Math.round(webp.byteLength / 1000)} kB`)
    }
  }
  await browser.close()
}

if (wanted === undefined && existsSync(FOLDER)) rmSync(FOLDER, { recursive: true })
mkdirSync(FOLDER, { recursive: true })
const app = await startApp()
try {
  const browser = await launchBrowser()
  await takeAll(browser, app.url, await openVisitors(app, browser, 1))
} finally {
  await app.stop()
}
