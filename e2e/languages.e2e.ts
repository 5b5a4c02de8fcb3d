import process from 'node:process'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '../src/kernel/locale.ts'
import { type Caller, signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { type ColorScheme, type Visit, launchBrowser, settle, visit } from './browser.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'

const WIDE = 1440
const NARROW = 390
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Screens by who sees them, as paths after the programme's; `$company` and the like are one of each. */
const SCREENS = {
  operator: [
    '',
    '/screening',
    '/screening?view=lists',
    '/screening?view=technologies',
    '/people',
    '/companies',
    '/companies/new',
    '/companies/import',
    '/companies/$company',
    '/companies/$company/edit',
    '/companies/$company/profiles/new',
    '/companies/$company/profiles/$profile',
    '/matching',
    '/matching?view=list',
    '/matching/$company/$partner',
    '/event',
    '/events/$event?view=participants',
    '/events/$event?view=interpreters',
    '/requests',
    '/requests?view=never',
    '/events/$event/schedule',
    '/events/$event/repair',
    '/events/$event/what-if',
    '/events/$event/fairness',
    '/events/$event/release',
    '/events/$event/agendas',
    '/rooms',
    '/rooms/desk',
    '/rooms/logs',
    '/rooms/$logged/log',
    '/cases',
    '/cases?view=list',
    '/cases/$case',
    '/newsroom',
    '/newsroom/$article',
    '/operations',
    '/settings/webhooks',
    '/commitments',
    '/commitments/examples',
    '/commitments/$commitment',
    '/outcomes',
    '/outcomes?view=records',
    '/outcomes/$outcome',
    '/outcomes/figures/$figure',
    '/agreements',
    '/agreements/new',
    '/agreements/new?part=terms',
    '/agreements/$agreement',
  ],
  official: [''],
  'company-representative': [
    '/my',
    '/my/profile',
    '/my/profile/$own/edit',
    '/my/agenda',
    '/my/rooms',
    '/my/logs',
    '/my/partners',
    '/my/partners/$own/$ownPartner',
    '/my/requests',
    '/my/availability',
    '/my/commitments',
    '/my/agreements',
  ],
  interpreter: ['/my/agenda', '/my/rooms', '/my/availability'],
} as const
type Role = keyof typeof SCREENS

let app: RunningApp
let browser: Browser
const people = new Map<Role, { readonly visit: Visit; readonly base: string }>()
const names: Record<string, string> = {}

beforeAll(async () => {
  app = await startApp()
  browser = await launchBrowser()
  for (const role of Object.keys(SCREENS) as Role[]) {
    const caller = await signIn(app.signInLinks.get(role) ?? '')
    const [programme] = (await caller.api.programmes.listProgrammes()).rows
    const entered = await visit(browser)
    await entered.page.context().addCookies(cookiesOf(caller))
    people.set(role, { visit: entered, base: `${app.url}/app/programmes/${programme?.id}` })
    Object.assign(names, await nameOnes(caller, role, programme?.id ?? ''))
  }
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => [...people.values()].map((person) => person.visit.page))

const cookiesOf = ({ cookie }: Caller) =>
  cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: app.url }
  })

/** One of each that the paths speak of. */
async function nameOnes(caller: Caller, role: Role, programmeId: string): Promise<Record<string, string>> {
  if (role === 'operator') {
    const [event] = (await caller.api.events.listEvents({ programmeId })).rows
    const [match] = (await caller.api.matching.listMatches({ programmeId, limit: 1 })).rows
    const company = match?.company.id ?? ''
    const { profiles } = await caller.api.companies.readCompany({ programmeId, companyId: company })
    const [agreement] = (await caller.api.agreements.listAgreements({ programmeId })).rows
    const [commitment] = (await caller.api.commitments.listCommitments({ programmeId })).rows
    const [outcome] = (await caller.api.outcomes.listOutcomes({ programmeId })).rows
    const [figure] = (await caller.api.outcomes.listFigures({ programmeId })).rows
    const [article] = (await caller.api.newsroom.listArticles({ programmeId })).rows
    const [cooperation] = (await caller.api.cases.listCases({ programmeId })).rows
    const logged = (await caller.api.rooms.listLogs({ programmeId })).rows.find(({ logs }) => logs.length > 0)
    return {
      case: cooperation?.id ?? '',
      logged: logged?.requestId ?? '',
      article: article?.id ?? '',
      agreement: agreement?.id ?? '',
      commitment: commitment?.id ?? '',
      outcome: outcome?.id ?? '',
      figure: figure?.id ?? '',
      event: event?.id ?? '',
      company,
      partner: match?.partner.id ?? '',
      profile: profiles[0]?.id ?? '',
    }
  }
  if (role !== 'company-representative') return {}
  const { grants } = await caller.api.accounts.readSession()
  const own = grants[0]?.scopeId ?? ''
  const [match] = (await caller.api.matching.listMatches({ programmeId, companyId: own, limit: 1 })).rows
  return { own, ownPartner: match?.partner.id ?? '' }
}

interface Look {
  readonly locale: Locale
  readonly width: number
  readonly theme: ColorScheme
}

/** Every language at one width, and both widths and themes in the language with the longest words. */
const ALL_LOOKS: readonly Look[] = [
  { locale: 'ko', width: WIDE, theme: 'light' },
  { locale: 'en', width: WIDE, theme: 'light' },
  { locale: 'ru', width: WIDE, theme: 'light' },
  { locale: 'ru', width: WIDE, theme: 'dark' },
  { locale: 'ru', width: NARROW, theme: 'dark' },
  { locale: 'ru', width: NARROW, theme: 'light' },
]

/** Before a change lands, one wide and one narrow look at each page; `npm test` by hand looks at all. */
const LOOKS = process.env.CI === undefined ? ALL_LOOKS : ALL_LOOKS.filter((_, index) => index === 0 || index === 4)

/** Before a change lands `accessibility.e2e.ts` asks axe about every page. */
const isAxeLook = ({ locale, width, theme }: Look) =>
  process.env.CI === undefined && locale === 'ru' && (width === WIDE ? theme === 'light' : theme === 'dark')

/** Turns the page that is open to another look, as a person would, without loading it again. */
async function turn(page: Page, { locale, width, theme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: width === NARROW ? 844 : 900 })
  await page.emulateMedia({ colorScheme: theme })
  await page.locator(`header button[lang=${locale}]`).click()
  await page.locator(`html[lang=${locale}][data-theme=${theme}]`).waitFor()
}

/** What is wrong with the page as it is now. */
async function findFaults(page: Page, look: Look): Promise<string[]> {
  const { overflow, text } = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    text: document.body.innerText,
  }))
  const missing = /MISSING|\b(?:screens|errors|messages)\.[a-z]\w*(?:\.\w+)*/.exec(text)
  const name = `${look.locale} ${look.width} ${look.theme}`
  return [
    ...(overflow > 0 ? [`${name}: ${overflow} px wider than the window`] : []),
    ...(missing ? [`${name}: no text for ${missing[0]}`] : []),
    ...(isAxeLook(look) ? await readAxe(page, name) : []),
  ]
}

/** Rows and sheets after the first few are like those, and many. */
const ALIKE = 'tbody tr:nth-child(n+6), article ~ article ~ article ~ article'

async function readAxe(page: Page, name: string): Promise<string[]> {
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
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary = '' }) => `${name}: ${id}: ${html.slice(0, 300)} ${failureSummary}`),
  )
}

/** What the page that is open says and shows wrongly, in every look. */
async function findFaultsInLooks(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const look of LOOKS) {
    await turn(page, look)
    faults.push(...(await findFaults(page, look)))
  }
  return faults
}

describe.for(Object.entries(SCREENS))('%s', ([role, paths]) => {
  test.for(paths)('%s', async (path) => {
    const { visit: entered, base } = people.get(role as Role)!
    const { page, complaints } = entered
    const before = complaints.length
    await page.setViewportSize({ width: WIDE, height: 900 })
    await page.goto(base + path.replaceAll(/\$(\w+)/g, (_, name: string) => names[name] ?? ''))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await settle(page)
    expect([...(await findFaultsInLooks(page)), ...complaints.slice(before)]).toEqual([])
  })
})

describe('visitor', () => {
  test('/app/sign-in', async () => {
    const { page, complaints } = await visit(browser)
    await page.goto(`${app.url}/app/sign-in`)
    await settle(page)
    expect([...(await findFaultsInLooks(page)), ...complaints]).toEqual([])
  })

  /** The public pages need no script: the language is in the address, the theme is the reader's. */
  test('/', async () => {
    const { page, complaints } = await visit(browser)
    const faults: string[] = []
    for (const look of LOOKS) {
      await page.setViewportSize({ width: look.width, height: 900 })
      await page.emulateMedia({ colorScheme: look.theme })
      await page.goto(`${app.url}/?lang=${look.locale}`)
      await page.locator(`html[lang=${look.locale}]`).waitFor()
      faults.push(...(await findFaults(page, look)))
    }
    expect([...faults, ...complaints]).toEqual([])
  })
})
