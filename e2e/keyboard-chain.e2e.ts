import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDemoWorkbook } from '../src/app/demo/demo-workbook.ts'
import { generateProgramme } from '../src/app/demo/generate-programme.ts'
import { type Caller, callerOf, eventually } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { type Visit, launchBrowser, settle, visit } from './browser.ts'
import { type CleanProgramme, prepareCleanProgramme } from './clean-programme.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'

/** The chain from workbook to figure without a pointer: moving and pinning meetings is in `keyboard.e2e.ts`. */

const generated = generateProgramme({ accepted: 30 })
/** More presses than any page has places to stop at. */
const MOST_TABS = 250

let clean: CleanProgramme
let app: RunningApp
let browser: Browser
let entered: Visit
let page: Page
let operator: Caller

beforeAll(async () => {
  clean = await prepareCleanProgramme(generated)
  app = await startApp({ dataDir: clean.dataDir })
  browser = await launchBrowser()
  entered = await visit(browser)
  page = entered.page
  await page.goto(app.url + clean.signInPath)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await settle(page)
  const cookies = await page.context().cookies()
  operator = callerOf(app.url, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => [page])

const press = (keys: string) => page.keyboard.press(keys)
const key = () => ({ programmeId: clean.programmeId, eventId: clean.eventId })

/** Presses Tab until this has the focus; at the end of the page the browser begins anew. */
async function reach(target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' })
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}

async function use(target: Locator, keys = 'Enter'): Promise<void> {
  await reach(target)
  await press(keys)
}

const button = (name: string | RegExp, within: Page | Locator = page) => within.getByRole('button', { name })
const stage = (name: string) =>
  page.getByRole('navigation', { name: 'The chain, in order' }).getByRole('link', { name: new RegExp(`^\\D*${name}`) })

async function write(target: Locator, text: string): Promise<void> {
  await reach(target)
  await press('Control+a')
  await page.keyboard.type(text)
}

test('a workbook is chosen, looked at and applied', async () => {
  await use(stage('Companies'))
  await use(page.getByRole('link', { name: 'Import a workbook' }))
  const field = page.locator('input[type=file]')
  await reach(field)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Enter')])
  await chooser.setFiles({
    name: 'list.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await writeDemoWorkbook(generated, { locale: 'en' }),
  })
  await page.getByText('Ready to apply').waitFor()
  await use(button('Apply'))
  await use(button('Apply', page.getByRole('dialog')))
  await page.getByRole('heading', { name: /^Imported/ }).waitFor()
  const { total } = await operator.api.companies.listCompanies({ programmeId: clean.programmeId })
  expect(total).toBe(generated.companies.length)
})

test('companies are ranked', async () => {
  await use(stage('Matches'))
  await use(button('Rank all pairs'))
  await page.getByText(/^\d+ pairs ranked,/).waitFor()
  const { rows } = await operator.api.matching.listMatches({ programmeId: clean.programmeId, limit: 1 })
  expect(rows).toHaveLength(1)
})

test('the event is opened and meetings are asked for', async () => {
  await use(stage('Event'))
  await use(button('Open for companies'))
  await use(button('Open for companies', page.getByRole('dialog')))
  await page.getByText('The event is now: Open.').waitFor()
  const before = (await operator.api.meetings.listMeetingRequests(key())).byStatus.accepted ?? 0
  await use(stage('Requests'))
  await use(button('Ask from matches'))
  const dialog = page.getByRole('dialog')
  await write(dialog.getByRole('textbox', { name: 'Matches per company' }), '1')
  await use(dialog.getByRole('checkbox', { name: 'Count as accepted at once' }), 'Space')
  await use(button(/^Create \d+ requests?$/, dialog))
  await page.getByText(/^\d+ requests? ha(s|ve) been created/).waitFor()
  const after = (await operator.api.meetings.listMeetingRequests(key())).byStatus.accepted ?? 0
  expect(after).toBeGreaterThan(before)
})

test('the schedule is solved and released', async () => {
  await use(stage('Schedule'))
  await use(button(/^Solve/))
  const run = await eventually(
    () => operator.api.scheduling.readRun(key()),
    (found) => found?.status === 'done',
    60_000,
  )
  expect(run?.progress.held).toBeGreaterThan(0)
  await use(page.getByRole('link', { name: 'Compare and release' }))
  await use(button('Release version 1'))
  await use(button(/Release/, page.getByRole('dialog')))
  await page.getByText('Version 1 is released.').waitFor()
  expect((await operator.api.scheduling.readBoard(key())).released?.number).toBe(1)
})

test('a figure is defined over what was recorded', async () => {
  await use(stage('Outcomes'))
  await use(button('Define a figure'))
  const dialog = page.getByRole('dialog')
  await write(dialog.getByRole('textbox', { name: /^Code/ }), 'companies-here')
  await write(dialog.getByRole('textbox', { name: /English/ }), 'Companies here')
  await use(button('Define', dialog))
  await page.getByText('The figure is defined.').waitFor()
  const { rows } = await operator.api.outcomes.listFigures({ programmeId: clean.programmeId })
  expect(rows.map(({ code }) => code)).toContain('companies-here')
})

test('a part is switched off and leaves the chain', async () => {
  await use(button(/Account of/))
  await use(page.getByRole('link', { name: 'Settings' }))
  await use(page.getByRole('switch', { name: 'Video rooms and meeting logs', exact: true }), 'Space')
  await page.getByText('Saved.').waitFor()
  await stage('Rooms').waitFor({ state: 'detached' })
  await expect(operator.api.rooms.listRooms(key())).rejects.toMatchObject({ code: 'programmes.feature-off' })
})

test('the browser has nothing to complain of', () => {
  expect(entered.complaints).toEqual([])
})
