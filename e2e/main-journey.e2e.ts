import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDemoWorkbook } from '../src/app/demo/demo-workbook.ts'
import { generateProgramme } from '../src/app/demo/generate-programme.ts'
import { textIn } from '../src/kernel/locale.ts'
import { wallClock } from '../src/kernel/time-zone.ts'
import { type Caller, callerOf, eventually } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { type Visit, type VisitorChoice, launchBrowser, visit } from './browser.ts'
import { readCalendar } from './calendar.ts'
import { type CleanProgramme, OPERATOR_EMAIL, prepareCleanProgramme } from './clean-programme.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'
import { awaitSignInLink, readMailsTo } from './outbox.ts'

// Fewer requests than in the demo, so that there is room to move a meeting by hand.
const generated = generateProgramme({ accepted: 40 })

let clean: CleanProgramme
let app: RunningApp
let browser: Browser
let page: Page
/** The operator, past the screens. */
let operator: Caller
const visits: Visit[] = []

async function enter(choice?: VisitorChoice): Promise<Page> {
  const entered = await visit(browser, choice)
  visits.push(entered)
  return entered.page
}

beforeAll(async () => {
  clean = await prepareCleanProgramme(generated)
  app = await startApp({ dataDir: clean.dataDir })
  browser = await launchBrowser()
  page = await enter()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => visits.map((each) => each.page))

const stage = (name: string) =>
  page.getByRole('navigation', { name: 'The chain, in order' }).getByRole('link', { name })
const heading = (name: string | RegExp, on = page) => on.getByRole('heading', { level: 1, name })

test('the operator asks for a link by mail and is signed in by it', async () => {
  await page.goto(app.url)
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await page.getByRole('textbox', { name: /e-mail/i }).fill(OPERATOR_EMAIL)
  await page.getByRole('button', { name: /link/i }).click()
  await page.goto(await awaitSignInLink(app, OPERATOR_EMAIL))
  await heading('Gyeonggi–Russia technology cooperation 2020').waitFor()
  const cookies = await page.context().cookies()
  operator = callerOf(app.url, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  expect((await operator.api.accounts.readSession()).person?.email).toBe(OPERATOR_EMAIL)
})

test('the workbook is previewed and then applied whole', async () => {
  await stage('Companies').click()
  await page.getByRole('link', { name: 'Import a workbook' }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: '2020 경기-러시아.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await writeDemoWorkbook(generated, { locale: 'ko' }),
  })
  await page.getByText('Ready to apply').waitFor()
  const profiles = generated.companies.flatMap((company) => company.profiles).length
  const contacts = generated.companies.flatMap((company) => company.contacts).length
  const requests = generated.requests.filter(({ fate }) => fate === 'accepted' || fate === 'pending').length
  const created = 40 + contacts + 97 + profiles + 40 + 6 + requests
  await page.getByText(`${created} new rows, no changes.`).waitFor()
  expect(await operator.api.companies.listCompanies({ programmeId: clean.programmeId })).toMatchObject({ total: 0 })
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click()
  await page.getByRole('heading', { name: `Imported: ${created} new rows, no changes` }).waitFor()
  await stage('Companies 40').click()
  await page.getByRole('link', { name: 'G-01 Vacuum parts' }).waitFor()
})

const key = () => ({ programmeId: clean.programmeId, eventId: clean.eventId })

test('the event is opened', async () => {
  await stage('Event').click()
  await page.getByRole('button', { name: 'Open for companies' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Open for companies' }).click()
  await page.getByText('The event is now: Open.').waitFor()
  expect((await operator.api.events.readEvent(key())).status).toBe('open')
  // With the workbook's interpreters alone every hour is full, and no meeting could be moved by hand later.
  for (const name of ['Extra A', 'Extra B']) {
    await operator.api.events.addInterpreter({ ...key(), name, languagePairs: ['ko-ru'] })
  }
})

test('companies are ranked, and a pair says why', async () => {
  await stage('Matches').click()
  await page.getByRole('button', { name: 'Rank all pairs' }).click()
  await page.getByText(/^\d+ pairs ranked,/).waitFor()
  await page.getByText('All pairs').click()
  await page.getByRole('link', { name: /Why\?/ }).first().click()
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  const { company, partner, reasons, score } = await bestMatch()
  expect(reasons.length).toBeGreaterThan(0)
  expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 5)
  for (const { name } of [company, partner])
    await page
      .getByText(name.en ?? '')
      .first()
      .waitFor()
})

async function bestMatch() {
  const { programmeId } = clean
  const [best] = (await operator.api.matching.listMatches({ programmeId, limit: 1 })).rows
  if (!best) throw new Error('Nobody was matched')
  return operator.api.matching.explainMatch({ programmeId, companyId: best.company.id, partnerId: best.partner.id })
}

const countRequests = async () => (await operator.api.meetings.listMeetingRequests(key())).byStatus

test('requests come from matches and on behalf of a company', async () => {
  const before = await countRequests()
  await stage('Requests').click()
  await page.getByRole('button', { name: 'Ask from matches' }).click()
  await page.getByRole('textbox', { name: 'Matches per company' }).fill('1')
  await page.getByRole('checkbox', { name: 'Count as accepted at once' }).check()
  await page.getByRole('button', { name: /^Create \d+ requests?$/ }).click()
  const notice = page.getByText(/^\d+ requests? ha(s|ve) been created/)
  const created = Number.parseInt(await notice.innerText(), 10)
  expect(created).toBeGreaterThan(0)
  expect((await countRequests()).accepted).toBe((before.accepted ?? 0) + created)

  await page.getByRole('button', { name: 'Ask on behalf' }).click()
  const dialog = page.getByRole('dialog')
  await choose(dialog, 'Who asks', 'G-14')
  await dialog.getByRole('combobox', { name: 'Who is asked' }).click()
  await page.getByRole('option', { disabled: false }).first().click()
  await dialog.getByText('Must', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByText('The request has been sent.').waitFor()
  expect((await countRequests()).pending).toBe((before.pending ?? 0) + 1)
})

async function choose(within: Locator, label: string, text: string): Promise<void> {
  await within.getByRole('combobox', { name: label }).fill(text)
  await page.getByRole('option', { name: new RegExp(text) }).click()
}

const REPRESENTATIVE = { name: 'Кирилл Полянов', email: 'r-01@naru.example', role: 'Company representative' }
const INTERPRETER = { name: '김지안', email: 'interpreter@naru.example', role: 'Interpreter' }

test('a representative and an interpreter are invited by mail', async () => {
  await stage('People').click()
  await invite({ ...REPRESENTATIVE, label: 'Company the person speaks for', of: 'R-01', language: 'Russian' })
  await invite({ ...INTERPRETER, label: 'Which interpreter the person is', of: '김지안', language: 'Korean' })
  expect((await operator.api.accounts.listPeople({ programmeId: clean.programmeId })).rows).toHaveLength(3)
})

async function invite(person: {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly label: string
  readonly of: string
  readonly language: string
}): Promise<void> {
  await page.getByRole('button', { name: 'Invite a person' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: person.role }).check()
  await choose(dialog, person.label, person.of)
  await dialog.getByRole('textbox', { name: 'Name' }).fill(person.name)
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(person.email)
  await dialog.getByText(person.language, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await page.getByText(`${person.name} has been invited.`).waitFor()
}

const readBoard = () => operator.api.scheduling.readBoard(key())

/** Solves by the button on the board and waits until the board can be edited again. */
async function solve(): Promise<void> {
  const before = await operator.api.scheduling.readRun(key())
  const button = page.getByRole('button', { name: /^Solve/ })
  await button.click()
  await eventually(
    () => operator.api.scheduling.readRun(key()),
    (run) => run !== null && run.id !== before?.id && run.status === 'done',
    30_000,
  )
  await button.and(page.locator(':enabled')).waitFor()
}

test('the schedule is solved', async () => {
  await stage('Schedule').click()
  await solve()
  const { meetings, requests, outcome } = await readBoard()
  expect(meetings.length).toBe(outcome.value?.held)
  expect(meetings.length).toBeGreaterThan(requests.length * 0.7)
})

/** The meeting that the operator moves by hand, and where to. */
let moved: { readonly requestId: string; readonly timeslotId: string }

test('a meeting is dragged to another time with the mouse', async () => {
  moved = await findMove()
  const { requestId, timeslotId } = moved
  const tile = page.locator(`[data-request="${requestId}"]`).first()
  await tile.scrollIntoViewIfNeeded()
  const from = await centreOf(tile)
  const to = await centreOf(page.locator(`[data-slot="${timeslotId}"]`).first())
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 5 })
  await page.mouse.move(to.x, from.y, { steps: 5 })
  await page.locator(`[data-slot="${timeslotId}"][data-over]`).first().waitFor()
  await page.getByText(/free/i).first().waitFor()
  await page.mouse.up()
  await page.getByRole('button', { name: 'Undo' }).first().waitFor()
  // The board shows the move before the server has it.
  const meeting = await eventually(
    () => meetingOf(requestId),
    (found) => found?.timeslotId === timeslotId,
  )
  expect(meeting).toMatchObject({ requestId, timeslotId })
})

const meetingOf = async (requestId: string) =>
  (await readBoard()).meetings.find((meeting) => meeting.requestId === requestId)

async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not to be seen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Some meeting of the first day that has a free time beside its own. */
async function findMove(): Promise<{ requestId: string; timeslotId: string }> {
  const { meetings, timeslots } = await readBoard()
  const dayOf = new Map(timeslots.map(({ id, startsAt }) => [id, startsAt.slice(0, 10)]))
  const firstDay = dayOf.get(timeslots[0]?.id ?? '')
  for (const { requestId, timeslotId } of meetings) {
    if (dayOf.get(timeslotId) !== firstDay) continue
    const { rows } = await operator.api.scheduling.readLandings({ ...key(), requestId })
    const free = rows.find(
      (row) => row.state === 'free' && row.timeslotId !== timeslotId && dayOf.get(row.timeslotId) === firstDay,
    )
    if (free) return { requestId, timeslotId: free.timeslotId }
  }
  throw new Error('No meeting can be moved')
}

test('it is pinned by a key and stays where it is when the schedule is solved again', async () => {
  await page.locator(`[data-request="${moved.requestId}"]`).first().focus()
  await page.keyboard.press('p')
  await page.locator(`[data-request="${moved.requestId}"][data-pinned]`).first().waitFor()
  await solve()
  expect(await meetingOf(moved.requestId)).toMatchObject({ timeslotId: moved.timeslotId, pinned: true })
})

test('the draft is compared and released', async () => {
  await page.getByRole('link', { name: 'Compare and release' }).click()
  await page.getByText('This will be version 1, the first that anybody sees.').waitFor()
  await page.getByRole('button', { name: 'Release version 1' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Release/ })
    .click()
  await page.getByText('Version 1 is released.').waitFor()
  const { released, meetings } = await readBoard()
  expect([released?.number, released?.meetings.length]).toEqual([1, meetings.length])
})

/** Opens the link of the invitation on a machine of one's own. */
async function enterByInvitation(email: string, choice: VisitorChoice): Promise<Page> {
  const own = await enter(choice)
  await own.goto(await awaitSignInLink(app, email))
  return own
}

test('the representative sees the own day in the own zone, with the other zone beside', async () => {
  const own = await enterByInvitation(REPRESENTATIVE.email, { locale: 'ru', timeZone: 'Europe/Moscow' })
  await own.getByRole('link', { name: 'Моё расписание' }).first().click()
  await heading('Моё расписание', own).waitFor()
  const entries = await agendaOf(own)
  expect(entries.length).toBeGreaterThan(2)
  const times = own.getByRole('listitem').getByRole('time')
  await times.first().waitFor()
  expect(await times.allInnerTexts()).toEqual(
    entries.map(({ startsAt, endsAt }) =>
      [
        ['Europe/Moscow', 'MSK'],
        ['Asia/Seoul', 'KST'],
      ]
        .map(([zone = '', label]) => `${wallClock(startsAt, zone).time}–${wallClock(endsAt, zone).time} ${label}`)
        .join('\n'),
    ),
  )
  await checkCalendarFile(own, entries[0]!)
  await checkFeed(own, entries)
})

/** As the API tells it to whoever is signed in on the page. */
async function agendaOf(on: Page) {
  const cookies = await on.context().cookies()
  const caller = callerOf(app.url, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  const [agenda] = (await caller.api.scheduling.listMyAgendas({ programmeId: clean.programmeId })).rows
  return agenda?.entries ?? []
}
type Entry = Awaited<ReturnType<typeof agendaOf>>[number]

async function checkCalendarFile(on: Page, entry: Entry): Promise<void> {
  const [download] = await Promise.all([
    on.waitForEvent('download'),
    on
      .getByRole('link', { name: /^Файл календаря/ })
      .first()
      .click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.ics$/)
  const events = readCalendar(await readFile(await download.path(), 'utf8'))
  expect(events).toEqual([
    expect.objectContaining({ startsAt: entry.startsAt, endsAt: entry.endsAt, zone: 'Europe/Moscow' }),
  ])
}

/** The address to subscribe to needs no sign-in and holds every meeting. */
async function checkFeed(on: Page, entries: readonly Entry[]): Promise<void> {
  await on.getByRole('button', { name: 'Создать адрес' }).click()
  const url = await on.getByRole('textbox', { name: 'Подписка' }).inputValue()
  const events = readCalendar(await (await fetch(url)).text())
  expect(events.map(({ startsAt }) => startsAt).toSorted()).toEqual(entries.map(({ startsAt }) => startsAt).toSorted())
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(entries.length)
}

test('the interpreter sees who is interpreted for, and when', async () => {
  const own = await enterByInvitation(INTERPRETER.email, { locale: 'ko', timeZone: 'Asia/Seoul', width: 390 })
  await own.getByRole('link', { name: '내 일정' }).first().click()
  await heading('내 일정', own).waitFor()
  const entries = await agendaOf(own)
  expect(entries.length).toBeGreaterThan(0)
  for (const { hostName, guestName } of entries) {
    await own
      .getByText(`${textIn(hostName, 'ko')} · ${textIn(guestName, 'ko')}`)
      .first()
      .waitFor()
  }
})

test('everybody concerned has a mail with the new times', async () => {
  for (const { email } of [REPRESENTATIVE, INTERPRETER]) {
    const mails = await eventually(
      () => readMailsTo(app, email),
      (found) => found.length > 1,
    )
    const calendars = mails
      .flatMap(({ attachments }) => attachments)
      .filter(({ contentType }) => contentType === 'text/calendar')
    expect(calendars.map(({ content }) => readCalendar(content.toString()).length > 0)).toEqual([true])
  }
})

test('no browser has complained', () => {
  expect(visits.flatMap(({ complaints }) => complaints)).toEqual([])
})
