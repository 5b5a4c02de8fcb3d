import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, eventually, signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { type Visit, launchBrowser, visit } from './browser.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'

let app: RunningApp
let browser: Browser
let entered: Visit
let page: Page
let operator: Caller
let key: { programmeId: string; eventId: string }

beforeAll(async () => {
  app = await startApp()
  operator = await signIn(app.signInLinks.get('operator') ?? '')
  const [programme] = (await operator.api.programmes.listProgrammes()).rows
  const programmeId = programme?.id ?? ''
  const [event] = (await operator.api.events.listEvents({ programmeId })).rows
  key = { programmeId, eventId: event?.id ?? '' }
  browser = await launchBrowser()
  entered = await visit(browser)
  page = entered.page
  const [name = '', ...value] = operator.cookie.split('=')
  await page.context().addCookies([{ name, value: value.join('='), url: app.url }])
  await page.goto(`${app.url}/app/programmes/${key.programmeId}/events/${key.eventId}/schedule`)
  await page.getByRole('gridcell').first().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => [page])

const readBoard = () => operator.api.scheduling.readBoard(key)
const tab = (name: string) =>
  page.getByRole('navigation', { name: 'Pages of the schedule' }).getByRole('link', { name })

test('the cheapest change of an unmet request is applied and the search starts with it', async () => {
  const before = await readBoard()
  const find = page.getByRole('button', { name: 'Find the cheapest change' }).first()
  const apply = page.getByRole('button', { name: 'Apply', exact: true }).first()
  await find.or(apply).first().waitFor()
  if (await find.isVisible()) await find.click()
  await apply.click()
  const dialog = page.getByRole('dialog', { name: 'Apply the cheapest change' })
  const name = dialog.getByRole('textbox', { name: 'Name of the interpreter' })
  if (await name.isVisible()) await name.fill('Vera Lim')
  await dialog.getByRole('button', { name: 'Apply and solve' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const after = await eventually(readBoard, ({ run, revision }) => run?.status === 'done' && revision > before.revision)
  expect(after.meetings.length).toBe(before.meetings.length + 1)
})

test('after a cancellation the choice with the fewest moves is applied and released at once', async () => {
  const before = await readBoard()
  await tab('Repair').click()
  await page.getByRole('radio', { name: 'A meeting is called off' }).check()
  await page.getByLabel('Which meeting').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Find ways to go on' }).click()
  await page.getByRole('button', { name: /Fewest moves/, pressed: true }).waitFor()
  const version = (before.released?.number ?? 0) + 1
  await page.getByRole('button', { name: `Apply and release version ${version}` }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Apply and release version ${version}` })
    .click()
  await page.getByText(`Repaired. Version ${version} is released.`).waitFor()
  const after = await readBoard()
  expect([after.released?.number, after.requests.length]).toEqual([version, before.requests.length - 1])
})

test('what if there were fewer interpreters is drawn point by point, and a long study can be stopped', async () => {
  await tab('What if').click()
  await page.getByRole('button', { name: 'Work it out' }).click()
  await page.locator('figure svg').first().waitFor()
  const stop = page.getByRole('button', { name: 'Stop' })
  // A study that is done by then has nothing to stop.
  await stop
    .or(page.getByRole('button', { name: 'Work it out' }))
    .first()
    .waitFor()
  if (await stop.isVisible()) await stop.click({ timeout: 2000 }).catch(() => undefined)
  const { rows } = await eventually(
    () => operator.api.scheduling.listStudies(key),
    ({ rows: [study] }) => study?.status === 'stopped' || study?.status === 'done',
  )
  expect(rows[0]?.points.length).toBeGreaterThan(0)
  await tab('Fairness').click()
  await page.getByRole('table', { name: 'Companies' }).waitFor()
  expect(entered.complaints).toEqual([])
})
