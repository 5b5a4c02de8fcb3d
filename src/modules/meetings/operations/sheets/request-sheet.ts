import { addMinutes } from '../../../../kernel/instant.ts'
import { appendJournalEntries } from '../../../../platform/journal.ts'
import { within } from '../../../../platform/context.ts'
import {
  type ImportRun,
  type RowEffect,
  type RowValues,
  type SheetIssue,
  choicesOf,
  defineSheet,
  inEveryLocale,
  orStored,
  sheetImporter,
} from '../../../companies/index.ts'
import { type Standing, standingOf } from '../../../events/index.ts'
import { type AskFacts, type PartyFacts, type RequestRules, decideRequest } from '../../domain/ask.ts'
import { pairKey } from '../../domain/from-matches.ts'
import { messages } from '../../messages.ts'
import { listNeverRows } from '../../store/never-store.ts'
import { type LivePair, type PartyOfEvent, findRules, listLivePairs, lockParties } from '../../store/pair-store.ts'
import { type EventKey, type RequestOfMany, saveRequestsOfSheet } from '../../store/request-store.ts'
import { companiesHeld } from '../companies-held.ts'
import { actorId, requestEntry } from '../entry.ts'
import { expireMeetingRequests } from '../expire-meeting-requests.ts'
import { saveOnBehalf } from '../request-from-matches.ts'
import { eventUnknown, issueOf, partyOfRow } from './rows.ts'

const sheet = defineSheet({
  key: 'requests',
  titles: inEveryLocale(messages, (m) => m.sheets.requests.title),
  note: inEveryLocale(messages, (m) => m.sheets.requests.note),
  columns: {
    host: {
      kind: 'text',
      max: 40,
      required: true,
      headings: inEveryLocale(messages, (m) => m.sheets.requests.host),
      example: 'EX-01',
    },
    guest: {
      kind: 'text',
      max: 40,
      required: true,
      headings: inEveryLocale(messages, (m) => m.sheets.requests.guest),
      example: 'EX-02',
    },
    wish: {
      kind: 'choice',
      choices: choicesOf(messages, (m) => m.wishes),
      headings: inEveryLocale(messages, (m) => m.sheets.requests.wish),
      note: inEveryLocale(messages, (m) => m.sheets.requests.wishNote),
      example: inEveryLocale(messages, (m) => m.wishes.want),
    },
    message: {
      kind: 'text',
      max: 1000,
      headings: inEveryLocale(messages, (m) => m.sheets.requests.message),
    },
    status: {
      kind: 'choice',
      choices: choicesOf(messages, (m) => ({ pending: m.statuses.pending, accepted: m.statuses.accepted })),
      headings: inEveryLocale(messages, (m) => m.sheets.requests.status),
      note: inEveryLocale(messages, (m) => m.sheets.requests.statusNote),
      example: inEveryLocale(messages, (m) => m.statuses.pending),
    },
  },
})

type Values = RowValues<typeof sheet.columns>
type StoredRequest = Omit<RequestOfMany, 'hostId' | 'guestId'>

/**
 * Requests that are under way. A known request keeps who asked; its wish and message change, and it may become
 * accepted. The rules are those of a request made on screen.
 */
export const requestSheet = sheetImporter({
  sheet,
  needsEvent: true,

  async apply(run, rows) {
    const reading = await startReading(run)
    if (!reading) return { effects: new Map(), issues: [eventUnknown] }
    for (const { row, values } of rows) readRow(reading, row, values)
    await holdBack(reading)
    await save(reading)
    return { effects: reading.effects, issues: reading.issues }
  },

  async exportRows({ platform, programmeId, eventId }) {
    const now = platform.clock.now()
    const rows = await listLivePairs(platform.db, { programmeId, eventId: eventId ?? '' })
    return rows
      .filter(({ status, expiresAt }) => status === 'accepted' || expiresAt > now)
      .map(({ hostCode, guestCode, wish, note, status }) => ({
        host: hostCode,
        guest: guestCode,
        wish,
        message: note,
        status: status === 'accepted' ? ('accepted' as const) : ('pending' as const),
      }))
  },
})

/** What is stored, and what the rows so far have come to. */
interface Reading {
  readonly run: ImportRun
  readonly key: EventKey
  readonly by: Standing
  readonly rules: RequestRules
  readonly parties: ReadonlyMap<string, PartyOfEvent>
  readonly pairs: ReadonlyMap<string, LivePair>
  /** `participantId unwantedId` */
  readonly never: ReadonlySet<string>
  readonly firstRows: Map<string, number>
  /** Requests that the rows add, by host. */
  readonly asked: Map<string, number>
  readonly effects: Map<number, RowEffect>
  readonly issues: SheetIssue[]
  readonly created: { readonly row: number; readonly request: RequestOfMany }[]
  readonly updated: { readonly row: number; readonly before: LivePair; readonly after: StoredRequest }[]
}

async function startReading(run: ImportRun): Promise<Reading | null> {
  const key = { programmeId: run.programmeId, eventId: run.eventId ?? '' }
  const { db, clock } = run.platform
  const rules = await findRules(db, key)
  if (!rules) return null
  await expireMeetingRequests(within(run.platform, db), key.eventId)
  const parties = await lockParties(db, key, clock.now())
  const pairs = await listLivePairs(db, key)
  const never = await listNeverRows(db, key, null)
  return {
    run,
    key,
    rules,
    by: standingOf(run.actor, run.programmeId),
    parties: new Map(parties.map((one) => [one.companyCode, one])),
    pairs: new Map(pairs.map((one) => [pairKey(one.hostId, one.guestId), one])),
    never: new Set(never.map(({ participantId, unwantedId }) => `${participantId} ${unwantedId}`)),
    firstRows: new Map(),
    asked: new Map(),
    effects: new Map(),
    issues: [],
    created: [],
    updated: [],
  }
}

function readRow(reading: Reading, row: number, values: Values): void {
  const { run, parties, issues } = reading
  const host = partyOfRow(run, parties, row, 'host', values.host, issues)
  const guest = partyOfRow(run, parties, row, 'guest', values.guest, issues)
  if (!host || !guest) return
  const pair = pairKey(host.participantId, guest.participantId)
  const firstRow = reading.firstRows.get(pair)
  if (firstRow !== undefined) {
    issues.push(issueOf(row, 'guest', 'pair-twice', { firstRow }))
    return
  }
  reading.firstRows.set(pair, row)
  const stored = reading.pairs.get(pair)
  if (stored) readKnown(reading, row, values, host, stored)
  else readNew(reading, row, values, host, guest)
}

function readKnown(reading: Reading, row: number, values: Values, host: PartyOfEvent, before: LivePair): void {
  if (before.hostId !== host.participantId) {
    reading.issues.push(issueOf(row, 'host', 'asked-the-other-way', {}, 'warning'))
    reading.effects.set(row, 'unchanged')
    return
  }
  if (before.status === 'accepted' && values.status === 'pending') {
    reading.issues.push(issueOf(row, 'status', 'accepted-stays', {}, 'warning'))
  }
  const after: StoredRequest = {
    id: before.id,
    wish: orStored(values.wish, before.wish) ?? 'want',
    note: orStored(values.message, before.note),
    status: before.status === 'accepted' || values.status === 'accepted' ? 'accepted' : 'pending',
  }
  const unchanged = after.wish === before.wish && after.note === before.note && after.status === before.status
  reading.effects.set(row, unchanged ? 'unchanged' : 'update')
  if (!unchanged) reading.updated.push({ row, before, after })
}

function readNew(reading: Reading, row: number, values: Values, host: PartyOfEvent, guest: PartyOfEvent): void {
  const { rules, by, run } = reading
  const asked = reading.asked.get(host.participantId) ?? 0
  const facts: AskFacts = {
    event: rules,
    host: factsOf(reading, host, guest),
    guest: factsOf(reading, guest, host),
    hostRequests: host.requests + asked,
    pair: null,
  }
  const decided = decideRequest(facts, by, run.platform.clock.now())
  if (!decided.ok) {
    const code = decided.refusal.code.slice('meetings.'.length)
    reading.issues.push(issueOf(row, 'guest', code, decided.refusal.detail))
    return
  }
  reading.asked.set(host.participantId, asked + 1)
  reading.effects.set(row, 'create')
  const request: RequestOfMany = {
    id: run.platform.newId(),
    hostId: host.participantId,
    guestId: guest.participantId,
    wish: values.wish ?? 'want',
    note: values.message ?? null,
    status: values.status ?? decided.value.status,
  }
  reading.created.push({ row, request })
}

/**
 * Where screening is in force, what the table makes accepted stays pending while a company of the pair is not cleared,
 * and a remark says so. Nobody is checked within the import: who has never been waits too.
 */
async function holdBack(reading: Reading): Promise<void> {
  const { run, rules, created, updated, issues } = reading
  if (!rules.screeningInForce) return
  const companies = new Map([...reading.parties.values()].map((one) => [one.participantId, one.companyId]))
  const ofPair = ({ hostId, guestId }: Pick<LivePair, 'hostId' | 'guestId'>) =>
    [hostId, guestId].flatMap((id) => companies.get(id) ?? [])
  const fresh = created.filter(({ request }) => request.status === 'accepted')
  const changed = updated.filter(({ before, after }) => before.status === 'pending' && after.status === 'accepted')
  const pairs = [...fresh.map(({ request }) => request), ...changed.map(({ before }) => before)]
  if (pairs.length === 0) return
  const held = await companiesHeld(run.platform, run.programmeId, async () => [...new Set(pairs.flatMap(ofPair))])
  const isHeld = (pair: Pick<LivePair, 'hostId' | 'guestId'>) => ofPair(pair).some((id) => held.has(id))
  const warn = (row: number) => issues.push(issueOf(row, 'status', 'waits-for-screening', {}, 'warning'))
  for (const [at, { row, request }] of created.entries()) {
    if (request.status !== 'accepted' || !isHeld(request)) continue
    created[at] = { row, request: { ...request, status: 'pending' } }
    warn(row)
  }
  for (const [at, { row, before, after }] of updated.entries()) {
    if (before.status !== 'pending' || after.status !== 'accepted' || !isHeld(before)) continue
    updated[at] = { row, before, after: { ...after, status: 'pending' } }
    warn(row)
  }
}

const factsOf = ({ never }: Reading, party: PartyOfEvent, other: PartyOfEvent): PartyFacts => ({
  ...party,
  saidNever: never.has(`${party.participantId} ${other.participantId}`),
})

async function save({ run, key, rules, created, updated }: Reading): Promise<void> {
  const { platform, actor } = run
  const now = platform.clock.now()
  const expiresAt = addMinutes(now, rules.requestExpiryHours * 60)
  const requests = created.map(({ request }) => request)
  const decided = rules.requestMode === 'opt-in'
  await saveOnBehalf(platform, actor, key, requests, { createdBy: actorId(actor), now, expiresAt, decided })
  if (updated.length === 0) return
  await saveRequestsOfSheet(
    platform.db,
    updated.map(({ after }) => after),
    actorId(actor),
    now,
  )
  await appendJournalEntries(
    platform.db,
    updated.map(({ before, after }) => {
      const accepted = after.status !== before.status
      const action = accepted ? 'meeting-request.accepted' : 'meeting-request.updated'
      return requestEntry(platform, actor, { programmeId: key.programmeId, requestId: before.id }, action, {
        before: { wish: before.wish, status: before.status },
        after: { wish: after.wish, status: after.status },
      })
    }),
  )
}
