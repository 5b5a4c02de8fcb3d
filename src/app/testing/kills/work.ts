import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Id } from '../../../kernel/id.ts'
import { EXAMPLE_PARTIES, exampleContent } from '../../../modules/agreements/testing/example-content.ts'
import { writeBackup } from '../../../platform/backup/write-backup.ts'
import type { OpenPlatform } from '../../../platform/open.ts'
import type { Api } from '../chain/player.ts'
import type { Home } from './home.ts'

/** What processes are killed at. */
export const KINDS = ['import', 'request', 'run', 'release', 'sign', 'list', 'backup'] as const
export type Kind = (typeof KINDS)[number]

/** Something that the program has said is done. Each kind remembers what it needs to look for it later. */
export interface Acknowledged {
  readonly kind: Kind
  /** Of a row, the name of a batch or file, or the number of a version. */
  readonly what: string
  /** How far it has come, where it goes further. */
  readonly status?: string
}

export interface Worker {
  readonly platform: OpenPlatform
  readonly home: Home
  readonly api: Api
  readonly guest: Api
  /** Unique to this life of the process. */
  readonly life: string
  readonly acknowledge: (done: Acknowledged) => void
}

export const IMPORTED_ROWS = 40
export const LISTED_ENTRIES = 300

type Deed = (worker: Worker, round: number) => Promise<void>

async function importCompanies(
  { api, home: { programmeId }, life, acknowledge }: Worker,
  round: number,
): Promise<void> {
  const batch = `${life}-${round}`
  // Names are compared without spaces and hyphens: with bare numbers side by side two companies would be one.
  const name = (n: number) => `Imported ${n} in round ${round} of life ${life}`
  const rows = Array.from({ length: IMPORTED_ROWS }, (_, n) => `${batch}-${n},gyeonggi,${name(n)},KR`)
  const file = new File([['Code,Side,Name (English),Country', ...rows].join('\n')], 'c.csv', { type: 'text/csv' })
  const { id: importId } = await api.companies.previewImport({ programmeId, file, sheet: 'companies' })
  await api.companies.applyImport({ programmeId, importId })
  acknowledge({ kind: 'import', what: batch })
}

const requestMeeting: Deed = async ({ platform, api, guest, home, acknowledge }, round) => {
  const { programmeId, eventId, hosts, guests } = home
  const key = { programmeId, eventId }
  const hostId = hosts[round % hosts.length]!.participantId
  // What the life before was killed at.
  const { rows: live } = await platform.database.pool.query<{ id: Id }>(
    `select id from meeting_request where host_id = $1 and guest_id = $2 and status in ('pending', 'accepted')`,
    [hostId, guests[0]!.participantId],
  )
  for (const { id } of live) await api.meetings.cancelMeetingRequest({ ...key, requestId: id })
  const asked = await api.meetings.requestMeeting({ ...key, hostId, guestId: guests[0]!.participantId })
  const requestId = asked.id
  acknowledge({ kind: 'request', what: requestId, status: 'pending' })
  await guest.meetings.acceptMeetingRequest({ ...key, requestId })
  acknowledge({ kind: 'request', what: requestId, status: 'accepted' })
  await api.meetings.cancelMeetingRequest({ ...key, requestId })
  acknowledge({ kind: 'request', what: requestId, status: 'cancelled' })
}

/** An accepted request that is there in every life: what runs and releases plan. */
async function plannedRequest({ api, home, platform }: Worker, hostIndex: number): Promise<Id> {
  const { programmeId, eventId, hosts, guests } = home
  const [hostId, guestId] = [hosts[hostIndex]!.participantId, guests[hostIndex]!.participantId]
  const { rows } = await platform.database.pool.query<{ id: Id }>(
    `select id from meeting_request where host_id = $1 and guest_id = $2 and status = 'accepted'`,
    [hostId, guestId],
  )
  if (rows[0]) return rows[0].id
  const { id } = await api.meetings.requestMeeting({ programmeId, eventId, hostId, guestId }).catch(async () => {
    const pending = await platform.database.pool.query<{ id: Id }>(
      `select id from meeting_request where host_id = $1 and guest_id = $2 and status = 'pending'`,
      [hostId, guestId],
    )
    return { id: pending.rows[0]!.id }
  })
  await api.meetings.acceptMeetingRequest({ programmeId, eventId, requestId: id })
  return id
}

const runSolver: Deed = async (worker, round) => {
  const { api, home, acknowledge } = worker
  const { programmeId, eventId } = home
  await plannedRequest(worker, 1)
  await untilNothingRuns(worker)
  const { id } = await api.scheduling.startRun({ programmeId, eventId, budgetMs: 20, seed: round })
  await untilNothingRuns(worker)
  acknowledge({ kind: 'run', what: id })
}

async function untilNothingRuns({ api, home: { programmeId, eventId } }: Worker): Promise<void> {
  for (;;) {
    const run = await api.scheduling.readRun({ programmeId, eventId })
    if (run?.status !== 'queued' && run?.status !== 'running') return
    await pause(20)
  }
}

const releaseSchedule: Deed = async (worker) => {
  const { api, home, acknowledge } = worker
  const { programmeId, eventId } = home
  const key = { programmeId, eventId }
  const requestId = await plannedRequest(worker, 2)
  await untilNothingRuns(worker)
  const { revision, meetings } = await api.scheduling.readBoard(key)
  const present = meetings.find((meeting) => meeting.requestId === requestId)
  const { rows: landings } = await api.scheduling.readLandings({ ...key, requestId })
  const free = landings.find(({ state, timeslotId }) => state === 'free' && timeslotId !== present?.timeslotId)
  if (!free) throw new Error('No timeslot is free')
  const placed = await api.scheduling.placeMeeting({ ...key, requestId, revision, timeslotId: free.timeslotId })
  const { number } = await api.scheduling.releaseSchedule({ ...key, revision: placed.revision })
  acknowledge({ kind: 'release', what: String(number) })
}

const signAgreement: Deed = async ({ api, home, life, acknowledge }, round) => {
  const { programmeId, hosts, guests } = home
  const companies = [hosts[0]!.companyId, guests[0]!.companyId]
  const parties = EXAMPLE_PARTIES.map((party, index) => ({ ...party, companyId: companies[index]! }))
  const { clauses: _, ...content } = exampleContent({ number: `${life}-${round}`, parties, mode: 'ceremony' })
  const draft = content as unknown as Parameters<Api['agreements']['createAgreement']>[0]
  const { id: agreementId } = await api.agreements.createAgreement({ ...draft, programmeId })
  const say = (status: string) => acknowledge({ kind: 'sign', what: agreementId, status })
  const key = { programmeId, agreementId }
  say('draft')
  await api.agreements.freezeAgreement(key)
  say('frozen')
  await api.agreements.sendAgreement(key)
  say('sent')
  const { parties: stored } = await api.agreements.readAgreement(key)
  for (const { id: partyId } of stored) await api.agreements.recordCeremonySignature({ ...key, partyId })
  say('signed')
}

/** Every entry of a version names it, so that a version put together of two would show. */
const swapList: Deed = async ({ api, home: { programmeId }, life, acknowledge }, round) => {
  const version = `${life}x${round}`
  const entries = Array.from({ length: LISTED_ENTRIES }, (_, n) => ({
    id: `E-${n}`,
    schema: 'Company',
    caption: `Listed ${version} number ${n}`,
    properties: { name: [`Listed ${version} number ${n}`], topics: ['sanction'] },
  }))
  const file = new File([entries.map((entry) => JSON.stringify(entry)).join('\n')], 'list.json')
  const facts = { code: 'kills', name: 'Kills', format: 'ftm-json' as const, file }
  const { version: number } = await api.compliance.importList({ programmeId, ...facts })
  acknowledge({ kind: 'list', what: version, status: String(number) })
}

const backUp: Deed = async ({ platform, life, acknowledge }, round) => {
  const { database, config, files, clock } = platform
  const path = join(config.dataDir, `backup-${life}-${round % 2}.naru`)
  rmSync(path, { force: true })
  await writeBackup({ database, config, files, now: clock.now(), secretIsGiven: true }, path)
  acknowledge({ kind: 'backup', what: path, status: String(round) })
}

export const WORK: Readonly<Record<Kind, Deed>> = {
  import: importCompanies,
  request: requestMeeting,
  run: runSolver,
  release: releaseSchedule,
  sign: signAgreement,
  list: swapList,
  backup: backUp,
}
