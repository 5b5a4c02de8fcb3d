import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { type Visit, giveAuthenticator, launchBrowser, visit } from './browser.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'
import { awaitSignInLink } from './outbox.ts'

let app: RunningApp
let browser: Browser
let entered: Visit
let page: Page
let operator: Caller
let programmeId: string

beforeAll(async () => {
  app = await startApp({ hostname: 'localhost' })
  operator = await signIn(app.signInLinks.get('operator') ?? '')
  programmeId = (await operator.api.programmes.listProgrammes()).rows[0]!.id
  browser = await launchBrowser()
  entered = await visit(browser)
  page = entered.page
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => [page])

test('an invited broker comes in by mail, adds a passkey, and next time needs no mail', async () => {
  await operator.api.accounts.invitePerson({
    programmeId,
    name: 'Lee Brokers',
    email: 'broker@naru.example',
    locale: 'en',
    role: 'broker',
    scopeId: null,
  })
  const link = await awaitSignInLink(app, 'broker@naru.example')
  await giveAuthenticator(page)
  await page.goto(link)
  await page.waitForURL(/\/app\//)
  await page.goto(`${app.url}/app/programmes/${programmeId}/my/account`)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: /Remove the passkey/ }).waitFor()

  await page.getByRole('button', { name: /Lee Brokers/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  await page.getByRole('button', { name: /Lee Brokers/ }).click()
  expect(await page.getByText('Broker', { exact: true }).isVisible()).toBe(true)
})

test('the broker sees the chain but not the people, and ends a session elsewhere', async () => {
  await page.goto(`${app.url}/app/programmes/${programmeId}/people`)
  await page.getByText('Only operators decide who is in the programme').waitFor()
  await page.goto(`${app.url}/app/programmes/${programmeId}/companies`)
  await page.getByRole('row').nth(1).waitFor()
  const people = await operator.api.accounts.listPeople({ programmeId })
  expect(people.rows.some(({ role }) => role === 'broker')).toBe(true)
  await page.goto(`${app.url}/app/programmes/${programmeId}/my/account`)
  await page.getByText('this device').waitFor()
})
