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

test('the newsroom asks for consent of whom it names, and the operator forgets somebody who asks for it', async () => {
  const company = await signIn(app.signInLinks.get('company-representative') ?? '')
  const { person } = await company.api.accounts.readSession()
  const { name, id: personId } = person!
  const [article] = (await operator.api.newsroom.listArticles({ programmeId })).rows
  const desk = await visit(browser)
  page = desk.page
  const cookies = operator.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: app.url }
  })
  await page.context().addCookies(cookies)
  await page.goto(`${app.url}/app/programmes/${programmeId}/newsroom/${article!.id}`)
  await page.getByRole('button', { name: 'Add a person' }).click()
  const asked = page.getByRole('dialog')
  await asked.getByRole('textbox').first().fill(name)
  await asked.getByLabel('Account in this programme').selectOption(personId)
  await asked.getByRole('button', { name: 'Save' }).click()
  await page.getByText('No consent', { exact: true }).waitFor()
  await page
    .getByText(/has not agreed to be named or shown/)
    .first()
    .waitFor()

  const consent = { purpose: 'publicity', textVersion: 'v1', locale: 'en', given: true } as const
  await company.api.accounts.decideConsent(consent)
  await page.reload()
  await page.getByText('Consent on file', { exact: true }).waitFor()

  await page.goto(`${app.url}/app/programmes/${programmeId}/people`)
  await page.getByRole('button', { name: `Erase the data of ${name}` }).click()
  const erasing = page.getByRole('dialog')
  await erasing.getByText(/removed or emptied/).waitFor()
  const deed = erasing.getByRole('button', { name: 'Erase', exact: true })
  expect(await deed.isDisabled()).toBe(true)
  await erasing.getByRole('checkbox').check()
  await deed.click()
  await page.getByText('The person is forgotten in this programme.').waitFor()
  expect((await operator.api.accounts.listPeople({ programmeId })).rows.some(({ id }) => id === personId)).toBe(false)
  expect(desk.complaints).toEqual([])
})
