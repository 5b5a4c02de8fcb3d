import { spawnSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toInstant } from '../src/kernel/instant.ts'
import { type Caller, callerOf, eventually } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { PATIENCE_MS, type Visit, launchBrowser, visit } from './browser.ts'
import { type CleanProgramme, prepareCleanProgramme } from './clean-programme.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'
import { readMailsTo } from './outbox.ts'
import { investmentAgreement, jointDevelopments } from './signing-day.ts'

let clean: CleanProgramme
let app: RunningApp
let browser: Browser
let page: Page
let operator: Caller
const visits: Visit[] = []

beforeAll(async () => {
  clean = await prepareCleanProgramme()
  app = await startApp({ dataDir: clean.dataDir })
  browser = await launchBrowser()
  const entered = await visit(browser)
  visits.push(entered)
  ;({ page } = entered)
  await page.goto(`${app.url}${clean.signInPath}`)
  await page.getByRole('button').first().click()
  await page.getByRole('heading', { level: 1, name: /technology cooperation/ }).waitFor()
  const cookies = await page.context().cookies()
  operator = callerOf(app.url, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})
takePicturesOfFailures(() => visits.map((each) => each.page))

const at = (path: string) => `${app.url}/app/programmes/${clean.programmeId}${path}`
const inProgramme = () => ({ programmeId: clean.programmeId })
const DAY_MS = 24 * 3_600_000

/** Drafted from the template, held against itself, and fixed by its hash. */
async function draftAndFreeze(content: Parameters<Caller['api']['agreements']['createAgreement']>[0]): Promise<string> {
  const { id: agreementId } = await operator.api.agreements.createAgreement(content)
  const { findings } = await operator.api.agreements.checkAgreement({ ...inProgramme(), agreementId })
  expect(findings.filter(({ severity }) => severity === 'blocks')).toEqual([])
  await operator.api.agreements.freezeAgreement({ ...inProgramme(), agreementId })
  return agreementId
}

let investmentId: string

test('the investment agreement is signed by three parties in order at the ceremony', async () => {
  const dueOn = toInstant(Date.now() + 35 * DAY_MS).slice(0, 10)
  investmentId = await draftAndFreeze(investmentAgreement(clean.programmeId, dueOn))
  await page.goto(at(`/agreements/${investmentId}/ceremony`))
  await page.getByRole('textbox', { name: 'Witness' }).fill('Lee Yong-chul')
  await page.getByRole('button', { name: 'Open the ceremony' }).click()
  for (const [index, name] of ['Signatory A', 'Signatory B', 'Signatory C'].entries()) {
    await page.getByText(`${index} of 3 have signed`).waitFor()
    await page.getByRole('button', { name: 'Has signed', exact: true }).click()
    await page.getByRole('button', { name: `${name} has signed` }).click()
  }
  await page.getByText('Signed by all parties').waitFor()
  const agreement = await operator.api.agreements.readAgreement({ ...inProgramme(), agreementId: investmentId })
  expect([agreement.status, agreement.witness, agreement.signatures.length]).toEqual(['signed', 'Lee Yong-chul', 3])
})

test('four joint developments are signed, and the promises of the day begin to run', async () => {
  for (const content of jointDevelopments(clean.programmeId, clean.sideIds)) {
    const key = { ...inProgramme(), agreementId: await draftAndFreeze(content) }
    await operator.api.agreements.sendAgreement(key)
    const { parties } = await operator.api.agreements.readAgreement(key)
    for (const { id: partyId } of parties) await operator.api.agreements.recordCeremonySignature({ ...key, partyId })
  }
  const { rows } = await eventually(
    () => operator.api.commitments.listCommitments(inProgramme()),
    (list) => list.rows.length === 3,
  )
  expect(rows.map(({ agreement }) => agreement.id)).toEqual([investmentId, investmentId, investmentId])
  await page.goto(at('/commitments'))
  await page.getByText('Complete incorporation in Gyeonggi').first().waitFor()
})

const investment = async () => {
  const { rows } = await eventually(
    () => operator.api.outcomes.listOutcomes(inProgramme()),
    (list) => list.rows.length === 5,
  )
  const found = rows.find(({ agreementId }) => agreementId === investmentId)
  if (!found) throw new Error('The investment is not recorded')
  return found
}

test('five million dollars, announced on the 22nd and again on the 26th, are one record', async () => {
  const { id: outcomeId } = await investment()
  const amount = { value: '5000000', currency: 'USD' } as const
  for (const on of ['2020-10-22', '2020-10-26']) {
    await operator.api.outcomes.noteAnnouncement({ ...inProgramme(), outcomeId, on, amount, source: `Report of ${on}` })
  }
  expect((await investment()).announcements.map(({ on }) => on)).toEqual(['2020-10-22', '2020-10-26'])
  await page.goto(at(`/outcomes/${outcomeId}`))
  await page.getByText('However often it is announced, it counts once.').waitFor()
})

let articleId: string
const desk = () => operator.api.newsroom.readArticle({ ...inProgramme(), articleId })
const figure = async (unit: string) => {
  const found = (await desk()).figures.find((one) => one.unit === unit)
  if (!found) throw new Error(`No figure counts ${unit}`)
  return found
}

test('the article is drafted from the day in three languages', async () => {
  await page.goto(at('/newsroom'))
  await page.getByRole('button', { name: 'Draft from a day' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Gyeonggi Province – Gazprom – ExoAtlet Global').waitFor()
  await dialog.getByText('ExoAtlet Global: List on KOSDAQ').waitFor()
  await dialog.getByRole('button', { name: 'Write the draft' }).click()
  await page.getByRole('tab', { name: /English/ }).waitFor()
  articleId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const { article, findings } = await desk()
  expect([Object.keys(article.content).toSorted(), findings]).toEqual([['en', 'ko', 'ru'], []])
  expect([(await figure('agreements')).value, (await figure('USD')).value]).toEqual([5, 5_000_000])
})

test('the figures of the day are frozen', async () => {
  const { id: figureId } = await figure('USD')
  await page.goto(at(`/outcomes/figures/${figureId}`))
  await page.getByRole('button', { name: 'Freeze it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Freeze it' }).click()
  await page.getByText(/^Frozen: USD 5 million/).waitFor()
  const { snapshots } = await operator.api.outcomes.readFigure({ ...inProgramme(), figureId })
  expect(snapshots.map(({ value, records }) => [value, records])).toEqual([[5_000_000, 1]])
})

test('a number typed against the records keeps the article from readers until it is settled', async () => {
  await page.goto(at(`/newsroom/${articleId}`))
  const body = page.getByRole('tabpanel').getByRole('textbox', { name: 'Text' })
  await body.click()
  await goToEnd('shown below.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('In all, 7 agreements.')
  await page.getByText('“7” contradicts the records: the figure “Agreements signed” gives 5.').waitFor()
  const publish = page.getByRole('button', { name: 'Publish' })
  expect(await publish.isDisabled()).toBe(true)
  await page.locator('.finding', { hasText: '7' }).click()
  await page.getByRole('button', { name: '5 · Agreements signed' }).click()
  await body.getByText(/In all, 5 agreements\./).waitFor()
  await publish.and(page.locator(':enabled')).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await page.getByText('The article is published.').waitFor()
  expect((await desk()).article).toMatchObject({ status: 'published', isPublic: true })
})

/** The cursor behind the last words; a click is not settled at once. */
const goToEnd = (words: string) =>
  eventually(
    async () => {
      await page.keyboard.press('Control+End')
      return page.evaluate(() => getSelection()?.anchorNode?.textContent ?? '')
    },
    (text) => text.endsWith(words),
  )

/** A reader without script. */
async function reader(): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  context.setDefaultTimeout(PATIENCE_MS)
  const own = await context.newPage()
  visits.push({ page: own, complaints: [], close: () => context.close() })
  return own
}

let readerPage: Page
const articleUrl = async () => `${app.url}/news/${(await desk()).article.slug}`

test('readers have it in three languages without script, mail it and print it', async () => {
  readerPage = await reader()
  const address = await articleUrl()
  for (const [lang, title] of [
    ['ko', '협약 5건 체결'],
    ['ru', 'подписано 5 соглашений'],
    ['en', '5 agreements signed'],
  ]) {
    await readerPage.goto(`${address}?lang=${lang}`)
    expect(await readerPage.getByRole('heading', { level: 1 }).innerText()).toContain(title)
  }
  await readerPage.getByText('Send by mail').click()
  await readerPage.getByRole('textbox', { name: /^To/ }).fill('reader@naru.example')
  await readerPage.getByRole('button', { name: 'Send', exact: true }).click()
  await readerPage.getByText('The article is on its way.').waitFor()
  const [mail] = await eventually(
    () => readMailsTo(app, 'reader@naru.example'),
    (mails) => mails.length > 0,
  )
  expect(mail?.text).toContain(new URL(address).pathname)
  await readerPage.goto(`${address}/print`)
  expect(pdfHas(await readerPage.pdf({ format: 'A4' }), 'investment: USD 5 million')).not.toBe(false)
})

/** Whether the text is in it, whatever the spaces; null where poppler-utils is not installed. */
function pdfHas(pdf: Uint8Array, text: string): boolean | null {
  const { stdout, error } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' })
  return error ? null : stdout.replaceAll(/\s+/g, '').includes(text.replaceAll(' ', ''))
}

const reportSays = async (text: string) => {
  const report = await operator.api.outcomes.printReport({ ...inProgramme(), locale: 'en' })
  return pdfHas(new Uint8Array(await report.arrayBuffer()), text)
}
const signedDollars = async () => {
  const { ladder } = await operator.api.outcomes.readDashboard(inProgramme())
  return ladder.flatMap(({ amounts }) => amounts).find(({ currency }) => currency === 'USD')?.minor
}

test('one record is changed, and article, report and dashboard move together', async () => {
  expect(await signedDollars()).toBe(500_000_000)
  expect(await reportSays('USD 5 million')).not.toBe(false)
  const { id: outcomeId, revision, title, happenedOn } = await investment()
  const amount = { value: '4000000', currency: 'USD' } as const
  const change = { ...inProgramme(), outcomeId, revision, title, happenedOn, amount, grade: 'document' } as const
  await operator.api.outcomes.changeOutcome({ ...change, evidence: 'Amendment 1' })
  await eventually(desk, ({ article }) => article.status === 'corrected')
  expect(await signedDollars()).toBe(400_000_000)
  expect(await reportSays('USD 4 million')).not.toBe(false)
  const correction = '“Amount named in signed agreements” changed in the records: USD 5 million became USD 4 million.'
  await eventually(
    async () => {
      await readerPage.goto(`${await articleUrl()}?lang=en`)
      return readerPage.locator('#corrections').allInnerTexts()
    },
    (texts) => texts.join(' ').includes(correction),
  )
  expect(await readerPage.locator('#corrections time').count()).toBe(1)
  expect(await readerPage.locator('.standfirst').first().innerText()).toContain('USD 4 million')
  await page.goto(at(`/newsroom/${articleId}`))
  await page.getByText(correction).waitFor()
  // What was frozen stays what it was.
  const { snapshots } = await operator.api.outcomes.readFigure({ ...inProgramme(), figureId: (await figure('USD')).id })
  expect(snapshots.map(({ value }) => value)).toEqual([5_000_000])
})
