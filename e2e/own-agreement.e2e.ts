import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { type Visit, giveAuthenticator, launchBrowser, visit } from './browser.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'
import { investmentAgreement } from './signing-day.ts'

// The buttons of an agreement that is signed at a distance: the operator's from draft to recall, and those of a company
// that finds it among its own and signs with the device it is signed in on.

let app: RunningApp
let browser: Browser
let operator: Caller
const visits: Visit[] = []
let programmeId: string
/** Of a company whose representative is the signatory of the first party. */
let company: { readonly link: string; readonly companyId: string; readonly email: string }

beforeAll(async () => {
  app = await startApp({ hostname: 'localhost' })
  browser = await launchBrowser()
  operator = await signIn(app.signInLinks.get('operator') ?? '')
  programmeId = (await operator.api.programmes.listProgrammes()).rows[0]!.id
  const link = app.signInLinks.get('company-representative') ?? ''
  const caller = await signIn(link)
  const { person, grants } = (await caller.api.accounts.readSession()) as {
    person: { email: string } | null
    grants: { scopeId: string | null }[]
  }
  company = { link: caller.cookie, companyId: grants[0]!.scopeId!, email: person!.email }
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => visits.map((each) => each.page))

async function enter(cookie: string): Promise<Page> {
  const entered = await visit(browser)
  entered.page.setDefaultTimeout(15_000)
  const cookies = cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: app.url }
  })
  await entered.page.context().addCookies(cookies)
  visits.push(entered)
  return entered.page
}

/** A draft of two parties: the company, whose own address signs, and one at the other shore. */
async function createDraft(number: string): Promise<string> {
  const { parties, terms, ...facts } = investmentAgreement(programmeId, '2021-12-31')
  const [first, second] = parties
  const signatory = { ...first!.signatory!, email: company.email }
  const { id } = await operator.api.agreements.createAgreement({
    ...facts,
    number,
    type: 'mou',
    mode: 'remote',
    signingOrder: 'parallel',
    parties: [{ ...first!, companyId: company.companyId, signatory }, second!],
    terms: { ...terms, milestones: [], amount: null },
  })
  return id
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** The button, and the one of the same name in the question that it asks. */
async function pressAndConfirm(page: Page, name: string, reason?: string): Promise<void> {
  await press(page, name)
  const asked = page.getByRole('dialog')
  if (reason) await asked.getByRole('textbox').fill(reason)
  await asked.getByRole('button', { name, exact: true }).click()
  await asked.waitFor({ state: 'detached' })
}

/** Every file that the page links to comes as what it says it is. */
async function fetchFiles(page: Page): Promise<string[]> {
  const panel = page.getByRole('region', { name: 'Documents' })
  await panel.getByRole('link').first().waitFor()
  const addresses = await panel
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  const kinds: string[] = []
  for (const address of addresses) {
    const answer = await page.request.get(address)
    kinds.push(`${answer.status()} ${answer.headers()['content-type']}`)
  }
  return kinds
}

test('the operator’s buttons, from draft to recall', async () => {
  const agreementId = await createDraft('2020-MOU-91')
  const page = await enter(operator.cookie)
  await page.goto(`${app.url}/app/programmes/${programmeId}/agreements/${agreementId}`)
  await pressAndConfirm(page, 'Freeze')
  await pressAndConfirm(page, 'Send for signature')
  await press(page, 'Remind')
  await page
    .getByText(/written to again/)
    .first()
    .waitFor()
  await pressAndConfirm(page, 'Suspend by law', 'A law of this journey')
  await pressAndConfirm(page, 'Resume')
  expect(await fetchFiles(page)).toEqual(Array<string>(4).fill('200 application/pdf'))
  await pressAndConfirm(page, 'Recall', 'The text is to be changed')
  expect((await operator.api.agreements.readAgreement({ programmeId, agreementId })).status).toBe('recalled')
})

test('a company finds its agreement, reads it, and signs with its passkey', async () => {
  const agreementId = await createDraft('2020-MOU-92')
  const key = { programmeId, agreementId }
  await operator.api.agreements.freezeAgreement(key)
  await operator.api.agreements.sendAgreement({ ...key, expiresAt: null, witness: null })
  const page = await enter(company.link)
  await giveAuthenticator(page)
  await page.goto(`${app.url}/app/programmes/${programmeId}/my/account`)
  await press(page, 'Add a passkey')
  await page.getByRole('button', { name: /Remove the passkey/ }).waitFor()

  await page.goto(`${app.url}/app/programmes/${programmeId}/my/agreements`)
  const row = page.getByRole('listitem').filter({ hasText: '2020-MOU-92' })
  await row.getByText('Awaits your company').waitFor()
  await row.getByRole('link').first().click()
  await page.getByText('Your signature is awaited').waitFor()
  expect(await fetchFiles(page)).toEqual(Array<string>(4).fill('200 application/pdf'))
  await page.getByRole('link', { name: 'Read and sign' }).click()
  await press(page, 'Open the agreement')
  const sign = page.getByRole('button', { name: 'Sign with passkey' })
  expect(await sign.isDisabled()).toBe(true)
  await page.getByRole('checkbox').check()
  await sign.click()
  await page.getByRole('heading', { name: 'You have signed' }).waitFor()

  const { status, signatures } = await operator.api.agreements.readAgreement(key)
  expect([status, signatures.map(({ method }) => method)]).toEqual(['sent', ['passkey']])
  await page.goto(`${app.url}/app/programmes/${programmeId}/my/agreements/${agreementId}`)
  await page.getByRole('link', { name: 'Open the signing page' }).waitFor()
  expect(visits.flatMap(({ complaints }) => complaints)).toEqual([])
})
