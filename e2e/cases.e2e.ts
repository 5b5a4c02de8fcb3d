import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, eventually, signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { type Visit, launchBrowser, visit } from './browser.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'
import { awaitSignInLink } from './outbox.ts'

const PHONE = 390

let app: RunningApp
let browser: Browser
let operator: Caller
let programmeId = ''
let requestId = ''
const visits: Visit[] = []

async function enter(caller: Caller, width?: number): Promise<Page> {
  const entered = await visit(browser, width === undefined ? {} : { width })
  const cookies = caller.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: app.url }
  })
  await entered.page.context().addCookies(cookies)
  visits.push(entered)
  return entered.page
}

async function speakerOf(side: 'host' | 'guest', scopeId: string): Promise<Caller> {
  const email = `${side}@cases.example`
  const person = {
    programmeId,
    role: 'company-representative',
    name: `Person ${side}`,
    email,
    locale: 'en',
    scopeId,
  } as const
  await operator.api.accounts.invitePerson(person)
  return signIn(await awaitSignInLink(app, email))
}

beforeAll(async () => {
  app = await startApp()
  browser = await launchBrowser()
  operator = await signIn(app.signInLinks.get('operator') ?? '')
  programmeId = (await operator.api.programmes.listProgrammes()).rows[0]?.id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => visits.map(({ page }) => page))

test('a log on a phone, the other side, both signatures, and the case on the board', async () => {
  const { rows } = await operator.api.rooms.listLogs({ programmeId })
  const meeting = rows.find(({ revision }) => revision === 0)
  if (!meeting) throw new Error('No meeting without a log')
  ;({ requestId } = meeting)
  const host = await enter(await speakerOf('host', meeting.host.companyId), PHONE)
  const guest = await speakerOf('guest', meeting.guest.companyId)
  const address = `${app.url}/app/programmes/${programmeId}/rooms/${requestId}/log`

  const startedMs = performance.now()
  await host.goto(address)
  await host.getByText('4', { exact: true }).click()
  await host.getByLabel('Amount').fill('1.234.567,89')
  await host.getByText('Will be saved as USD 1,234,567.89').waitFor()
  await host.getByRole('button', { name: 'Save the log' }).click()
  await host.getByText('Please say whether it was talked about or is being pursued.').waitFor()
  await host.getByText('Being pursued', { exact: true }).click()
  await host.getByLabel('Next step').fill('Send two samples')
  await host.getByRole('button', { name: 'Save the log' }).click()
  await host.getByText('The log is saved.').waitFor()
  expect(performance.now() - startedMs).toBeLessThan(60_000)

  const key = { programmeId, requestId }
  const amount = { minor: 123_456_789, currency: 'USD' } as const
  await guest.api.rooms.writeLog({
    ...key,
    attended: 'both',
    interest: 3,
    amount,
    amountBasis: 'talked',
    nextStep: 'Samples',
    revision: 0,
  })
  await host.reload()
  await host.getByRole('row', { name: /Amount Differs/ }).waitFor()
  await host.getByRole('button', { name: 'Sign off for my side' }).click()
  await host.getByRole('dialog').getByRole('button', { name: 'Sign off for my side' }).click()
  await host.getByText('Signed off for your side.').waitFor()
  await guest.api.rooms.signLog({ ...key, revision: 2 })
  const form = await guest.send('GET', `/programmes/${programmeId}/rooms/${requestId}/logs/form?locale=ko`)
  expect(form.headers.get('content-type')).toBe('application/pdf')

  const opened = await eventually(
    async () => (await operator.api.cases.listCases({ programmeId })).rows.filter((row) => row.requestId === requestId),
    (found) => found.length === 1,
  )
  expect(opened).toMatchObject([{ nextAction: 'Send two samples', owner: null, state: 'first-contact' }])
  const pair = `${meeting.host.name.en} and ${meeting.guest.name.en}`
  const desk = await enter(operator)
  await desk.goto(`${app.url}/app/programmes/${programmeId}/cases?owner=none`)
  const lane = (name: string) => desk.getByRole('region', { name: new RegExp(`^${name}:`) })
  await lane('First contact').getByRole('link', { name: pair }).focus()
  await desk.keyboard.press('Shift+ArrowRight')
  await lane('Information requested').getByRole('link', { name: pair }).waitFor()
  await settled('information-requested')
  await lane('Information requested').getByRole('article').filter({ hasText: pair }).dragTo(lane('Contact started'))
  await lane('Contact started').getByRole('link', { name: pair }).waitFor()
  await settled('contact-started')

  await lane('Contact started').getByRole('link', { name: pair }).click()
  await desk.getByRole('heading', { level: 1, name: pair }).waitFor()
  await desk.getByRole('button', { name: 'Take it on' }).click()
  await desk.getByText(/^The case is now with/).waitFor()
  await desk.getByLabel('New note').fill('Called both sides.')
  await desk.getByRole('button', { name: 'Add', exact: true }).click()
  await desk.getByText('The note is added.').waitFor()
  expect(visits.flatMap(({ complaints }) => complaints)).toEqual([])
})

/** The server has it too. */
const settled = (state: string) =>
  eventually(
    async () => (await operator.api.cases.listCases({ programmeId })).rows.find((row) => row.requestId === requestId),
    (row) => row?.state === state,
  )
