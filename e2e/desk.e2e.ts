import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, eventually, signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { type Visit, launchBrowser, visit } from './browser.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'
import { readMailsTo } from './outbox.ts'

let app: RunningApp
let browser: Browser
let entered: Visit
let page: Page
let operator: Caller
let programmeId: string

beforeAll(async () => {
  app = await startApp()
  operator = await signIn(app.signInLinks.get('operator') ?? '')
  programmeId = (await operator.api.programmes.listProgrammes()).rows[0]?.id ?? ''
  browser = await launchBrowser()
  entered = await visit(browser)
  page = entered.page
  const [name = '', ...value] = operator.cookie.split('=')
  await page.context().addCookies([{ name, value: value.join('='), url: app.url }])
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => [page])

const invite = (email: string, scopeId: string) =>
  operator.api.accounts.invitePerson({
    programmeId,
    role: 'company-representative',
    name: 'Representative',
    email,
    locale: 'en',
    scopeId,
  })

test('a no-show by one key becomes a proposal, is applied, and exactly those concerned are told', async () => {
  const { rows, day } = await operator.api.rooms.readDesk({ programmeId })
  const row = rows.find(({ state }) => state !== 'cancelled')
  if (!row || day === null) throw new Error('The demo has no room')
  const cause = { code: 'no-show', requestId: row.requestId, party: 'host' } as const
  const { choices, eventId } = await operator.api.rooms.proposeDeskRepair({ programmeId, cause })
  const concerned = new Set(choices[0]?.toldCompanies.map((told) => JSON.stringify(told)))
  const bystander = rows
    .flatMap(({ host, guest }) => [host, guest])
    .find(({ name }) => !concerned.has(JSON.stringify(name)))
  if (!bystander) throw new Error('Everybody is concerned')
  await invite('guest@desk.example', row.guest.companyId)
  await invite('bystander@desk.example', bystander.companyId)
  const before = await operator.api.scheduling.readBoard({ programmeId, eventId })

  await page.goto(`${app.url}/app/programmes/${programmeId}/rooms/desk?day=${day}`)
  await page.locator(`#desk-${row.requestId} button`).click()
  await page.keyboard.press('n')
  await page.getByRole('button', { name: /Apply and tell/ }).waitFor()
  expect(
    await page
      .getByRole('listitem')
      .filter({ hasText: /Moved|Dropped/ })
      .count(),
  ).toBeGreaterThan(0)
  await page.keyboard.press('a')
  const version = (before.released?.number ?? 0) + 1
  await page.getByText(`Version ${version} is out.`).waitFor()

  const told = await eventually(
    () => readMailsTo(app, 'guest@desk.example'),
    (mails) => mails.some(({ attachments }) => attachments.some(({ contentType }) => contentType === 'text/calendar')),
    15_000,
  )
  const calendar = told.flatMap(({ attachments }) => attachments).find(({ filename }) => filename === 'schedule.ics')
  expect(calendar?.content.toString()).toContain('BEGIN:VEVENT')
  const others = await readMailsTo(app, 'bystander@desk.example')
  expect(others.flatMap(({ attachments }) => attachments).length).toBe(0)
  expect((await operator.api.scheduling.readBoard({ programmeId, eventId })).released?.number).toBe(version)
  expect(entered.complaints).toEqual([])
})

test('a message from the desk stays in the room', async () => {
  const { rows } = await operator.api.rooms.readDesk({ programmeId })
  const row = rows.find(({ state }) => state !== 'cancelled')
  await page.locator(`#desk-${row?.requestId} button`).click()
  await page.getByLabel('Message').fill('We begin five minutes later.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Written into the room').waitFor()
  const record = await operator.api.rooms.readRoom({ programmeId, requestId: row?.requestId ?? '' })
  expect(record.messages.map(({ text }) => text)).toContain('We begin five minutes later.')
})
