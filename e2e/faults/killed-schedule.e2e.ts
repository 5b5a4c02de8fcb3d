import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, startApp } from '../app.ts'
import { type Caller, callerOf, eventually, signIn } from '../api.ts'
import { drawKillPoints, expectQuickRestarts } from './kill-point.ts'

let app: RunningApp
let operator: Caller
let key: { programmeId: string; eventId: string }
beforeAll(async () => {
  app = await startApp()
  operator = await signIn(app.signInLinks.get('operator') ?? '')
  const [programme] = (await operator.api.programmes.listProgrammes()).rows
  const programmeId = programme?.id ?? ''
  const [event] = (await operator.api.events.listEvents({ programmeId })).rows
  key = { programmeId, eventId: event?.id ?? '' }
})
afterAll(() => app?.stop())

const restartsMs: number[] = []

/** The process dies and the next one goes on with what is on the disk. */
async function killAndRestart(): Promise<void> {
  await app.kill()
  app = await startApp({ dataDir: app.dataDir })
  operator = callerOf(app.url, operator.cookie)
  restartsMs.push(app.startMs)
}

const BUDGET_MS = 1500

/** The draft with everything in it, and how often the journal says that the run made it. */
async function readDraft(runId: string) {
  const [draft] = await app.look(`
    select s.revision, s.run_id = '${runId}' as "isOfRun",
      (select md5(string_agg(m::text, ';' order by m.request_id))
        from scheduled_meeting m where m.schedule_id = s.id) as plan,
      (select count(*)::integer from journal_entry
        where action = 'schedule-run.finished' and after->>'runId' = '${runId}') as entries
    from schedule s where s.kind = 'draft'`)
  return draft
}

test('a server killed while it solves keeps the old draft and solves again by itself', async () => {
  const points = drawKillPoints('Run')
  for (const seed of [2, 3, 4]) {
    const { id: runId } = await operator.api.scheduling.startRun({ ...key, budgetMs: BUDGET_MS, seed })
    const before = await readDraft(runId)
    await pause(points.next(BUDGET_MS * 1.3))
    await killAndRestart()
    const after = await readDraft(runId)
    if (after?.entries === 0) expect(after).toEqual(before)

    const ended = await eventually(
      () => operator.api.scheduling.readRun(key),
      (run) => run?.status !== 'queued' && run?.status !== 'running',
    )
    expect(ended).toMatchObject({ id: runId, status: 'done' })
    expect(await readDraft(runId)).toMatchObject({ isOfRun: true, entries: 1 })
    const { meetings, outcome } = await operator.api.scheduling.readBoard(key)
    expect(meetings.length).toBe(outcome.value?.held)
  }
})

/** Longest a release takes, and longest until everybody has been written to. */
const RELEASE_MS = 150
const TELLING_MS = 1500

test('a server killed while it releases has released all or nothing, and tells everybody once', async () => {
  const points = drawKillPoints('Release')
  const atRandom = (limitMs: number) => () => pause(points.next(limitMs))
  for (const wait of [atRandom(RELEASE_MS), atRandom(RELEASE_MS), atRandom(TELLING_MS), untilFirstMail]) {
    await takeOutMeetings()
    const { number, revision, told } = await expectRelease()
    const { meetings } = await operator.api.scheduling.readBoard(key)
    const whole = {
      versions: 1,
      meetings: meetings.length,
      bookings: meetings.reduce((sum, meeting) => sum + 2 + places(meeting), 0),
      entries: 1,
    }
    const releasing = operator.api.scheduling.releaseSchedule({ ...key, revision }).catch(() => null)
    await wait()
    await killAndRestart()
    await releasing

    if ((await traces(number)).versions === 0) {
      expect(await traces(number)).toEqual({ versions: 0, meetings: 0, bookings: 0, entries: 0 })
      await operator.api.scheduling.releaseSchedule({ ...key, revision })
    }
    expect(await traces(number)).toEqual(whole)
    const isSent = (mails: readonly Mail[]) => mails.length > 0 && mails.every(({ status }) => status === 'sent')
    const mails = await eventually(() => readMails(number), isSent)
    expect(mails.map(({ address }) => address)).toEqual(told)
    expect(await readOutbox(mails)).toEqual(told)
  }
})

test('it answers again soon', () => {
  expect(restartsMs).toHaveLength(7)
  expectQuickRestarts('Schedule', restartsMs)
})

/** The others are being delivered then. */
async function untilFirstMail(): Promise<void> {
  const folder = join(app.dataDir, 'outbox')
  const count = () => (existsSync(folder) ? readdirSync(folder).length : 0)
  const before = count()
  await eventually(
    async () => count(),
    (now) => now > before,
  )
}

const places = (meeting: { readonly placeId: string | null; readonly interpreterId: string | null }): number =>
  (meeting.placeId === null ? 0 : 1) + (meeting.interpreterId === null ? 0 : 1)

/** So that there is something to release: meetings of companies that somebody speaks for. */
async function takeOutMeetings(): Promise<void> {
  const { rows } = await operator.api.accounts.listPeople({ programmeId: key.programmeId })
  const spokenFor = new Set(rows.map(({ scopeId }) => scopeId))
  const { participants, requests, meetings, ...board } = await operator.api.scheduling.readBoard(key)
  const companyOf = new Map(participants.map(({ id, companyId }) => [id, companyId]))
  const held = new Set(meetings.map(({ requestId }) => requestId))
  const found = requests.filter(
    ({ id, hostId, guestId }) =>
      held.has(id) && [hostId, guestId].some((party) => spokenFor.has(companyOf.get(party) ?? '')),
  )
  let { revision } = board
  for (const { id: requestId } of found.slice(0, 3)) {
    ;({ revision } = await operator.api.scheduling.removeMeeting({ ...key, requestId, revision }))
  }
}

/** What a release will make, and the addresses that it has to write to. */
async function expectRelease() {
  const { revision, fromVersion, ...told } = await operator.api.scheduling.compareWithReleased(key)
  const { participants } = await operator.api.scheduling.readBoard(key)
  const companies = participants.flatMap(({ id, companyId }) => (told.toldParticipants.includes(id) ? [companyId] : []))
  const scopes = new Set([...companies, ...told.toldInterpreters])
  const { rows } = await operator.api.accounts.listPeople({ programmeId: key.programmeId })
  const addresses = rows.flatMap(({ scopeId, email }) => (scopeId !== null && scopes.has(scopeId) ? [email] : []))
  return { number: (fromVersion ?? 0) + 1, revision, told: addresses.toSorted() }
}

/** What a version has left in every table that it writes. */
async function traces(number: number) {
  const [counts] = await app.look(`
    with version as (select id from schedule where kind = 'released' and number = ${number})
    select (select count(*)::integer from version) as versions,
      (select count(*)::integer from scheduled_meeting m join version v on v.id = m.schedule_id
        where m.status = 'planned') as meetings,
      (select count(*)::integer from booking b join version v on v.id = b.schedule_id) as bookings,
      (select count(*)::integer from journal_entry
        where action = 'schedule.released' and (after->>'number')::integer = ${number}) as entries`)
  return { ...counts }
}

interface Mail {
  readonly id: string
  readonly address: string
  readonly status: string
}

const readMails = async (number: number): Promise<Mail[]> =>
  (await app.look(`
    select id, to_address as address, status from mail
    where dedupe_key like 'schedule-released/${key.eventId}/${number}/%' order by to_address`)) as unknown as Mail[]

/** Whom the files in the outbox folder go to; a mail that lies there twice counts twice. */
async function readOutbox(mails: readonly Mail[]): Promise<string[]> {
  const folder = join(app.dataDir, 'outbox')
  const files = readdirSync(folder).filter((name) => mails.some(({ id }) => name.includes(id)))
  const parsed = await Promise.all(files.map((name) => simpleParser(readFileSync(join(folder, name)))))
  return parsed
    .flatMap(({ to }) => [to ?? []].flat().flatMap(({ value }) => value.map((each) => each.address ?? '')))
    .toSorted()
}
