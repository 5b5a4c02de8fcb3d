import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { type Visit, launchBrowser, visit } from './browser.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'

// On the made-up list of the demonstration; nobody bears it.
const LISTED = 'Vymysel Optronika'

let app: RunningApp
let browser: Browser
let operator: Caller
const visits: Visit[] = []
const key = { programmeId: '', eventId: '', requestId: '' }

async function enter(caller: Caller): Promise<Page> {
  const entered = await visit(browser)
  const cookies = caller.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: app.url }
  })
  await entered.page.context().addCookies(cookies)
  visits.push(entered)
  return entered.page
}

/** A company with a listed name that has been asked for a meeting. */
async function askListedCompany(): Promise<void> {
  const { api } = operator
  const [programme] = (await api.programmes.listProgrammes()).rows
  key.programmeId = programme!.id
  const [event] = (await api.events.listEvents({ programmeId: key.programmeId })).rows
  key.eventId = event!.id
  const ofEvent = { programmeId: key.programmeId, eventId: key.eventId }
  const [host] = (await api.events.listParticipants(ofEvent)).rows.filter(({ status }) => status === 'registered')
  const side = programme!.sides.find(({ id }) => id !== host!.sideId)!
  const listed = { sideId: side.id, code: 'LISTED', kind: 'company' as const, name: { en: LISTED }, country: 'RU' }
  const { id: companyId } = await api.companies.createCompany({ programmeId: key.programmeId, ...listed })
  const { id: guestId } = await api.events.registerParticipant({ ...ofEvent, companyId, languages: ['ru'] })
  key.requestId = (await api.meetings.requestMeeting({ ...ofEvent, hostId: host!.id, guestId })).id
}

beforeAll(async () => {
  app = await startApp()
  browser = await launchBrowser()
  operator = await signIn(app.signInLinks.get('operator') ?? '')
  await askListedCompany()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => visits.map((each) => each.page))

const accept = () => operator.api.meetings.acceptMeetingRequest(key)

test('a listed name closes the gate, two people look at it, and the gate opens', async () => {
  await expect(accept()).rejects.toMatchObject({ code: 'compliance.gate-closed-by' })

  const page = await enter(operator)
  await page.goto(`${app.url}/app/programmes/${key.programmeId}/screening`)
  await page
    .getByRole('row', { name: /Company Possible match/ })
    .getByRole('link', { name: LISTED })
    .click()
  await page.getByRole('heading', { level: 1, name: LISTED }).waitFor()
  await page.getByText('How the score came about').first().waitFor()
  await page.getByRole('button', { name: 'Escalate to a second person' }).click()
  const asked = page.getByRole('dialog')
  await asked.getByLabel('Reason').fill('Same name, no number to compare.')
  await asked.getByRole('button', { name: 'Escalate to a second person' }).click()
  await page.getByText('Decided: Waits for a second person.').waitFor()
  // Whoever escalated does not decide.
  expect(await page.getByRole('button', { name: 'Clear with conditions' }).count()).toBe(0)
  await expect(accept()).rejects.toMatchObject({ code: 'compliance.gate-closed-by' })

  const second = await enter(await signIn(app.signInLinks.get('official') ?? ''))
  await second.goto(page.url())
  await second.getByRole('button', { name: 'Clear with conditions' }).click()
  const dialog = second.getByRole('dialog')
  await dialog.getByLabel('Conditions').fill('Talks about optics only.')
  await dialog.getByLabel('Reason').fill('The register shows another owner.')
  await dialog.getByRole('button', { name: 'Clear with conditions' }).click()
  await second.getByText('Decided: Cleared with conditions.').waitFor()

  await accept()
  await page.reload()
  await page.getByText('Talks about optics only.').first().waitFor()
  expect(visits.flatMap(({ complaints }) => complaints)).toEqual([])
})
