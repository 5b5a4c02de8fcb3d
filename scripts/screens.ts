import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { type ColorScheme, launchBrowser, settle, visit } from '../e2e/browser.ts'
import { type Locale, isLocale } from '../src/kernel/locale.ts'

const USAGE = `Usage: node scripts/screens.ts URL FOLDER [--paths /app/,/app/companies] [--locales ko,ru,en]
  [--widths 1440,390] [--themes light,dark] [--sign-in LINK] [--wait-ms 0] [--full]
Takes a picture of every path in every language, width and theme; signs in by LINK first. One line a picture,
followed by what the browser complained of; exits 1 when it complained of anything.`

interface Shot {
  readonly path: string
  readonly locale: Locale
  readonly width: number
  readonly theme: ColorScheme
}

interface Choice {
  readonly url: string
  readonly folder: string
  readonly signIn: string | undefined
  readonly waitMs: number
  readonly full: boolean
  readonly shots: readonly Shot[]
}

function readChoice(): Choice {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      paths: { type: 'string', default: '/' },
      locales: { type: 'string', default: 'ko,ru,en' },
      widths: { type: 'string', default: '1440,390' },
      themes: { type: 'string', default: 'light,dark' },
      'sign-in': { type: 'string' },
      'wait-ms': { type: 'string', default: '0' },
      full: { type: 'boolean', default: false },
    },
  })
  const [url, folder] = positionals
  if (!url || !folder) throw new Error(USAGE)
  const locales = values.locales.split(',').filter(isLocale)
  const themes = values.themes.split(',').filter((theme): theme is ColorScheme => theme === 'light' || theme === 'dark')
  const widths = values.widths.split(',').map(Number)
  const shots = values.paths
    .split(',')
    .flatMap((path) =>
      locales.flatMap((locale) => widths.flatMap((width) => themes.map((theme) => ({ path, locale, width, theme })))),
    )
  return { url, folder, signIn: values['sign-in'], waitMs: Number(values['wait-ms']), full: values.full, shots }
}

const fileName = ({ path, locale, width, theme }: Shot): string =>
  `${path.replaceAll(/[^a-zA-Z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'home'}-${locale}-${width}-${theme}.png`

type Session = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

/** Follows the link once: it may work only once, and every picture needs the session. */
async function signIn(browser: Browser, link: string): Promise<Session> {
  const { page, close } = await visit(browser)
  await page.goto(link)
  await settle(page)
  const session = await page.context().storageState()
  await close()
  return session
}

/** One picture; returns what the browser complained of. */
async function take(
  browser: Browser,
  shot: Shot,
  session: Session | null,
  { url, folder, full, waitMs }: Choice,
): Promise<readonly string[]> {
  const { page, complaints, close } = await visit(browser, {
    locale: shot.locale,
    width: shot.width,
    colorScheme: shot.theme,
  })
  if (session) await page.context().addCookies(session.cookies)
  await page.context().addCookies([{ name: 'naru-locale', value: shot.locale, url }])
  await page.goto(new URL(shot.path, url).href)
  await settle(page)
  await page.waitForTimeout(waitMs)
  const name = fileName(shot)
  await page.screenshot({ path: join(folder, name), fullPage: full })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  await close()
  console.log(`${name}${overflow > 0 ? `  ${overflow} px wider than the window` : ''}`)
  for (const complaint of complaints) console.log(`    ${complaint}`)
  return complaints
}

const choice = readChoice()
mkdirSync(choice.folder, { recursive: true })
const browser = await launchBrowser()
try {
  const session = choice.signIn ? await signIn(browser, choice.signIn) : null
  for (const shot of choice.shots) {
    const complaints = await take(browser, shot, session, choice)
    if (complaints.length > 0) process.exitCode = 1
  }
} finally {
  await browser.close()
}
