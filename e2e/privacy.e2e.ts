import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readZip } from '../src/platform/documents/zip.ts'
import { type Caller, signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { launchBrowser, visit } from './browser.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'
import { awaitSignInLink } from './outbox.ts'

const EMAIL = 'forgetme@naru.example'

let app: RunningApp
let browser: Browser
let page: Page
let operator: Caller
let programmeId: string

beforeAll(async () => {
  app = await startApp()
  operator = await signIn(app.signInLinks.get('operator') ?? '')
  programmeId = (await operator.api.programmes.listProgrammes()).rows[0]!.id
  browser = await launchBrowser()
  page = (await visit(browser)).page
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => [page])

test('somebody is asked once, agrees and withdraws, takes everything away and is forgotten', async () => {
  const person = { name: 'Seo Forgetme', email: EMAIL, locale: 'en', role: 'official', scopeId: null } as const
  await operator.api.accounts.invitePerson({ programmeId, ...person })
  await page.goto(await awaitSignInLink(app, EMAIL))
  await page.waitForURL(/\/app\//)
  await page.goto(`${app.url}/app/programmes/${programmeId}`)
  await page.getByText('2 questions wait').waitFor()
  await page.getByRole('link', { name: 'Read and answer' }).click()

  await page.getByRole('button', { name: /^Agree: Photographs/ }).click()
  await page.getByRole('button', { name: 'Withdraw: Photographs' }).click()
  await page.getByRole('button', { name: /^Agree: Photographs/ }).waitFor()
  await page.getByRole('button', { name: 'Do not agree: Name' }).click()
  await page.getByText('2 questions wait').waitFor({ state: 'detached' })
  await page.getByText('Every word so far').click()
  await page.getByText('Photographs and name in the news: given').waitFor()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download my data' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const files = readZip(Buffer.concat(chunks))!
  const consents = files.find(({ name }) => name === 'naru/consents.json')!
  expect(JSON.parse(Buffer.from(consents.contents).toString('utf8'))).toHaveLength(3)

  await page.getByRole('button', { name: 'Erase me' }).click()
  await page.getByLabel(/Type your address/).fill(EMAIL)
  await page.getByRole('dialog').getByRole('button', { name: 'Erase me' }).click()
  await page.waitForURL(/sign-in/)
  const { rows } = await operator.api.accounts.listPeople({ programmeId })
  expect(rows.filter(({ name, email }) => name.includes('Forgetme') || email === EMAIL)).toEqual([])
})
