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

const press = (keys: string) => page.keyboard.press(keys)
const readBoard = () => operator.api.scheduling.readBoard(key)
const readPlan = async () => new Map((await readBoard()).meetings.map((meeting) => [meeting.requestId, meeting]))

/** The meeting that has the focus; undefined when something else has. */
const focused = () =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[role=gridcell]')?.dataset.request)

/** Waits until the live regions say it. */
const hear = (words: RegExp) =>
  eventually(
    async () => (await page.getByRole('status').allInnerTexts()).join('\n'),
    (said) => words.test(said),
    5000,
  )

/** Goes from meeting to meeting by arrows, row by row, until the one that is looked for has the focus. */
async function walkTo(requestId: string): Promise<void> {
  const walkAlong = async (arrow: 'ArrowLeft' | 'ArrowRight'): Promise<boolean> => {
    for (let before; (await focused()) !== before; await press(arrow)) {
      before = await focused()
      if (before === requestId) return true
    }
    return false
  }
  for (let rows = 0; rows < 50; rows++) {
    if ((await walkAlong('ArrowLeft')) || (await walkAlong('ArrowRight'))) return
    await press('ArrowDown')
  }
  throw new Error('The arrows do not lead there')
}

test('Tab leads from the head of the page to the meetings, and only once into them', async () => {
  let steps = 0
  while ((await focused()) === undefined) {
    expect(steps++).toBeLessThan(60)
    await press('Tab')
  }
  const first = await focused()
  await press('ArrowDown')
  expect(await focused()).not.toBe(first)
  await press('ArrowUp')
  expect(await focused()).toBe(first)
})

test('meetings are taken out, another moved to where there is room now, and pinned; all of it can be undone', async () => {
  const before = await readPlan()
  const { out, requestId, timeslotId, steps } = await makeRoom()
  await walkTo(requestId)
  await press('Space')
  await hear(/picked up/i)
  for (let step = 0; step < Math.abs(steps); step++) await press(steps > 0 ? 'ArrowRight' : 'ArrowLeft')
  await hear(/free/i)
  await press('Space')
  await eventually(readPlan, (plan) => plan.get(requestId)?.timeslotId === timeslotId)
  await hear(/moved/i)
  await eventually(focused, (id) => id === requestId)

  await press('p')
  await eventually(readPlan, (plan) => plan.get(requestId)?.pinned === true)
  await hear(/pinned/i)

  for (let undone = 0; undone < out.length + 2; undone++) {
    await press('Control+z')
    await hear(/undone/i)
  }
  expect(await eventually(readPlan, (plan) => out.every((id) => plan.has(id)))).toEqual(before)
})

/** Takes out the meeting that has the focus, and the next ones, until some other one can be moved. */
async function makeRoom() {
  const out: string[] = []
  while (out.length < 5) {
    const next = (await focused()) ?? ''
    await press('Delete')
    await eventually(readPlan, (plan) => !plan.has(next))
    // It stays on the board, or there would be nothing to go on from.
    expect(await focused()).toBeDefined()
    out.push(next)
    const move = await findMove()
    if (move) return { out, ...move }
  }
  throw new Error('No meeting can be moved')
}

/** A meeting of the day that is shown which may go to another time of that day, and how many arrows away that is. */
async function findMove() {
  const { meetings, timeslots } = await readBoard()
  const dayOf = ({ startsAt }: { readonly startsAt: string }) => startsAt.slice(0, 10)
  const shown = timeslots.filter((slot) => dayOf(slot) === dayOf(timeslots[0]!))
  const placeOf = new Map(shown.map(({ id }, at) => [id, at]))
  for (const { requestId, timeslotId } of meetings) {
    const from = placeOf.get(timeslotId)
    if (from === undefined) continue
    const { rows } = await operator.api.scheduling.readLandings({ ...key, requestId })
    for (const landing of rows) {
      const to = placeOf.get(landing.timeslotId)
      if (landing.state === 'free' && to !== undefined && to !== from)
        return { requestId, timeslotId: landing.timeslotId, steps: to - from }
    }
  }
  return null
}

test('Escape puts a meeting back', async () => {
  const before = await readPlan()
  const held = await focused()
  await press('Space')
  await hear(/picked up/i)
  await press('ArrowRight')
  await press('Escape')
  await hear(/back|cancelled/i)
  expect([await focused(), await readPlan()]).toEqual([held, before])
})

test('the browser has nothing to complain of', () => {
  expect(entered.complaints).toEqual([])
})
