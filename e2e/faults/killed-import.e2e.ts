import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDemoWorkbook } from '../../src/app/demo/demo-workbook.ts'
import { generateProgramme } from '../../src/app/demo/generate-programme.ts'
import { type RunningApp, startApp } from '../app.ts'
import { type Caller, callerOf, signIn } from '../api.ts'
import { type CleanProgramme, prepareCleanProgramme } from '../clean-programme.ts'
import { drawKillPoints, expectQuickRestarts } from './kill-point.ts'

const KILLS = 3

const generated = generateProgramme({
  seed: 11,
  gyeonggi: 1000,
  russia: 1000,
  realOrganisations: false,
  accepted: 400,
  pending: 100,
  declined: 0,
  expired: 0,
})

/** Rows of every table that the workbook fills, and the journal entries that speak of them. */
const COUNTS = {
  companies: 'company',
  contacts: 'contact',
  profiles: 'profile',
  participants: 'participant',
  interpreters: 'interpreter',
  requests: 'meeting_request',
  keywords: 'keyword',
  companyEntries: "journal_entry where action = 'company.imported'",
  contactEntries: "journal_entry where action = 'contact.imported'",
  profileEntries: "journal_entry where action = 'profile.imported'",
  participantEntries: "journal_entry where action = 'participant.registered'",
  importEntries: "journal_entry where action = 'import.applied'",
} as const
type Counts = Record<keyof typeof COUNTS, number>

const profiles = generated.companies.flatMap((company) => company.profiles).length
const contacts = generated.companies.flatMap((company) => company.contacts).length
const WHOLE: Counts = {
  companies: 2000,
  contacts,
  profiles,
  participants: 2000,
  interpreters: generated.interpreters.length,
  requests: generated.requests.length,
  keywords: generated.keywords.length,
  companyEntries: 2000,
  contactEntries: contacts,
  profileEntries: profiles,
  participantEntries: 2000,
  importEntries: 1,
}
const NOTHING = Object.fromEntries(Object.keys(WHOLE).map((name) => [name, 0])) as Counts

async function countRows(app: RunningApp): Promise<Counts> {
  const columns = Object.entries(COUNTS).map(([name, from]) => `(select count(*)::integer from ${from}) as "${name}"`)
  const [row] = await app.look(`select ${columns.join(', ')}`)
  return row as unknown as Counts
}

let clean: CleanProgramme
let app: RunningApp
let operator: Caller
beforeAll(async () => {
  clean = await prepareCleanProgramme(generated)
  app = await startApp({ dataDir: clean.dataDir })
  operator = await signIn(`${app.url}${clean.signInPath}`)
})
afterAll(() => app?.stop())

test('a server killed while it applies an import of 2,000 companies has done all of it or nothing', async () => {
  const { programmeId, eventId } = clean
  const file = new File([new Uint8Array(await writeDemoWorkbook(generated))], 'companies.xlsx')
  const beganMs = performance.now()
  const { id: importId, issues } = await operator.api.companies.previewImport({ programmeId, eventId, file })
  const previewMs = performance.now() - beganMs
  expect([issues, await countRows(app)]).toEqual([[], NOTHING])

  const points = drawKillPoints('Import')
  const restartsMs: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const applying = operator.api.companies.applyImport({ programmeId, importId }).catch(() => null)
    // Applying takes about as long as the preview, which is the same run undone.
    await pause(points.next(previewMs))
    await app.kill()
    await applying
    app = await startApp({ dataDir: clean.dataDir })
    operator = callerOf(app.url, operator.cookie)
    restartsMs.push(app.startMs)
    const { status } = await operator.api.companies.readImport({ programmeId, importId })
    expect(await countRows(app), `the import is ${status}`).toEqual(status === 'applied' ? WHOLE : NOTHING)
  }

  expectQuickRestarts('Import', restartsMs)

  const applied = await operator.api.companies.applyImport({ programmeId, importId })
  expect([applied.status, await countRows(app)]).toEqual(['applied', WHOLE])
})
