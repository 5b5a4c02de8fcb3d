import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOwner } from '../database/reach.ts'
import { knownFingerprint } from '../documents/signing-identity.ts'
import { type NewJournalEntry, appendJournalEntries } from '../journal.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../testing.ts'
import { checkJournal } from './chain.ts'
import { COMMON_CHAIN } from './chain-store.ts'
import { exportJournal } from './export-journal.ts'
import { journalChain } from './seal-journal.ts'
import { signHeads } from './sign-heads.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const [here, there] = [randomUUID(), randomUUID()]
const entry = (programmeId: string | null, n: number): NewJournalEntry => ({
  programmeId,
  actorKind: 'person',
  actorId: null,
  action: 'lamp.lit',
  subjectKind: 'lamp',
  subjectId: randomUUID(),
  after: { n, name: `등불 ${n}\nлампа "${n}"` },
})

const seal = () => drainJournal(platform, journalChain)

async function file(chainId: string): Promise<Buffer> {
  const parts = []
  for await (const part of exportJournal(platform, chainId)) parts.push(part)
  return Buffer.from(parts.join(''))
}
const trusted = () => [knownFingerprint(platform.config.dataDir)!]

/** Changes what only somebody with the database in his hands could. */
const tamper = async (statement: string) => {
  const { pool } = platform.database
  await asOwner(async () => {
    await pool.query('alter table journal_entry disable trigger user; alter table journal_link disable trigger user')
    await pool.query(statement)
  })
}

test('every programme has a chain of its own, and a file of it proves itself', async () => {
  await appendJournalEntries(
    platform.db,
    Array.from({ length: 30 }, (_, n) => entry([here, there, null][n % 3]!, n)),
  )
  expect(await seal()).toBe(30)
  for (const chain of [here, there, COMMON_CHAIN]) {
    expect(checkJournal(await file(chain), trusted())).toMatchObject({ problem: null, entries: 10 })
  }
  expect(checkJournal(await file(here), [])).toMatchObject({ problem: 'authority-unknown' })
  expect(checkJournal(await file(randomUUID()), trusted())).toMatchObject({ problem: null, entries: 0 })
})

test('heads are signed once each and kept in a file of the day', async () => {
  expect([await signHeads(platform), await signHeads(platform)]).toEqual([3, 0])
  const directory = join(platform.config.dataDir, 'journal-heads')
  const [day] = readdirSync(directory)
  const heads = readFileSync(join(directory, day!), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(heads.map(({ number }) => number)).toEqual([10, 10, 10])
  const kept = heads.find(({ chainId }) => chainId === here)
  await appendJournalEntries(platform.db, [entry(here, 31)])
  await seal()
  expect(checkJournal(await file(here), trusted(), kept)).toMatchObject({ problem: null, entries: 11 })
  const other = heads.find(({ chainId }) => chainId === there)
  expect(checkJournal(await file(here), trusted(), other).problem).toBe('earlier-head-differs')
})

describe('in the database', () => {
  test('a changed entry shows at its line', async () => {
    await tamper(`update journal_entry set after = '{"n":0}' where seq = (select seq from journal_link
      where chain_id = '${there}' and number = 4)`)
    expect(checkJournal(await file(there), trusted())).toMatchObject({ problem: 'entry-changed', line: 5 })
  })

  test('a chain cut short and signed anew does not contain the head that was kept', async () => {
    const kept = checkJournal(await file(here), trusted()).head!
    await tamper(`delete from journal_link where chain_id = '${here}' and number > 7`)
    const cut = await file(here)
    expect(checkJournal(cut, trusted())).toMatchObject({ problem: null, entries: 7 })
    expect(checkJournal(cut, trusted(), kept).problem).toBe('earlier-head-differs')
  })
})
