import type { Id } from '../../kernel/id.ts'
import { addMinutes } from '../../kernel/instant.ts'
import type { Result } from '../../kernel/result.ts'
import { type Actor, type Role, invitePerson, listPeople, systemActor } from '../../modules/accounts/index.ts'
import { loadDemoAgreements } from './demo-agreements.ts'
import { loadDemoCases } from './demo-cases.ts'
import { loadDemoNews } from './demo-news.ts'
import { openDemoQuestionnaires, showDemoScreening, startDemoScreening } from './demo-screening.ts'
import { addContact, createCompany, createProfile, publishProfile } from '../../modules/companies/index.ts'
import {
  addBlock,
  addInterpreter,
  createEvent,
  listEvents,
  registerParticipant,
  setPlaces,
  updateEvent,
} from '../../modules/events/index.ts'
import {
  expressInterest,
  listMatches,
  runRankCompanies,
  shortlistPartner,
  startMatchRun,
} from '../../modules/matching/index.ts'
import {
  acceptMeetingRequest,
  declineMeetingRequest,
  expireMeetingRequests,
  requestMeeting,
} from '../../modules/meetings/index.ts'
import { announceFigure, explainDifference } from '../../modules/outcomes/index.ts'
import { createProgramme, readInstance, saveKeywords } from '../../modules/programmes/index.ts'
import { readBoard, releaseSchedule, runSolveSchedule, startRun } from '../../modules/scheduling/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { type Platform, within } from '../../platform/context.ts'
import { transaction } from '../../platform/database/handle.ts'
import type { GeneratedCompany, GeneratedProgramme, GeneratedRequest } from './generated.ts'
import { generateProgramme } from './generate-programme.ts'

export interface LoadOptions {
  /** What to load; the source case when absent. */
  readonly generated?: GeneratedProgramme
  /** Solve and release a first version of the schedule; true when absent. */
  readonly withSchedule?: boolean
}

export interface LoadedDemo {
  readonly programmeId: Id
  readonly eventId: Id
  /** One person of each role, who can be given a sign-in link. */
  readonly people: Readonly<Partial<Record<Role, Id>>>
}

/**
 * Writes the demonstration programme through the operations that people use, so that journal, checks and mails are
 * theirs too. All of it or nothing, in one transaction; when the programme is there already, nothing.
 */
export async function loadDemo(platform: Platform, options: LoadOptions = {}): Promise<LoadedDemo> {
  const { generated = generateProgramme(), withSchedule = true } = options
  if (!(await readInstance(platform)).demo) {
    await transaction(platform.db, (trx) => writeProgramme(within(platform, trx), generated, withSchedule))
  }
  return findDemo(platform)
}

async function findDemo(platform: Platform): Promise<LoadedDemo> {
  const system = systemActor('demo')
  const { demo } = await readInstance(platform)
  if (!demo) throw new Error('The demo is not there')
  const programmeId = demo.id
  const [event] = expectOk(await listEvents(platform, system, { programmeId })).rows
  if (!event) throw new Error('The demo has no event')
  const people = expectOk(await listPeople(platform, system, { programmeId }))
  // Of several people the first of the list stands for the role.
  return {
    programmeId,
    eventId: event.id,
    people: Object.fromEntries(people.toReversed().map(({ role, id }) => [role, id])),
  }
}

/** The demo has no rule to break: a refusal here is a defect of the generator. */
function expectOk<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demo was refused: ${result.refusal.code} ${JSON.stringify(result.refusal.detail ?? {})}`)
}

type PersonActor = Actor & { readonly kind: 'person' }

/** Ids by the names that the generator uses. */
interface Loading {
  readonly platform: Platform
  readonly generated: GeneratedProgramme
  readonly programmeId: Id
  readonly operator: PersonActor
  readonly companies: Map<string, Id>
  readonly profiles: Map<string, Id>
  readonly participants: Map<string, Id>
  readonly interpreters: Map<string, Id>
  /** By company code. */
  readonly representatives: Map<string, PersonActor>
}

async function writeProgramme(platform: Platform, generated: GeneratedProgramme, withSchedule: boolean): Promise<void> {
  const system = systemActor('demo')
  const { programmeId, sides } = expectOk(await createProgramme(platform, system, generated.programme))
  const operator = await invite(
    platform,
    programmeId,
    system,
    generated.people.find(({ role }) => role === 'operator')!,
    null,
  )
  const loading: Loading = {
    platform,
    generated,
    programmeId,
    operator,
    companies: new Map(),
    profiles: new Map(),
    participants: new Map(),
    interpreters: new Map(),
    representatives: new Map(),
  }
  expectOk(await saveKeywords(platform, operator, { programmeId, keywords: generated.keywords }))
  const sideIds = new Map(sides.map(({ code, id }) => [code, id]))
  for (const company of generated.companies) await writeCompany(loading, company, sideIds.get(company.side)!)
  await startDemoScreening(platform, programmeId)
  for (const { explanation, ...figure } of generated.figures) {
    const { id: announcedId } = expectOk(await announceFigure(platform, operator, { programmeId, ...figure }))
    if (explanation) expectOk(await explainDifference(platform, operator, { programmeId, announcedId, explanation }))
  }
  const eventId = await writeEvent(loading)
  await invitePeople(loading)
  await rankCompanies(loading)
  await writeRequests(loading, eventId)
  if (withSchedule) {
    await writeSchedule(loading, eventId)
    const madeUp = new Set(generated.companies.filter(({ synthetic }) => synthetic).map(({ code }) => code))
    await loadDemoCases(platform, { ...loading, madeUp })
  }
  const agreements = await loadDemoAgreements(platform, programmeId, loading.companies)
  await showDemoScreening(platform, programmeId, operator)
  await openDemoQuestionnaires(platform, programmeId, agreements)
  await loadDemoNews(platform, programmeId)
}

async function invite(
  platform: Platform,
  programmeId: Id,
  by: Actor,
  { role, name, email, locale }: GeneratedProgramme['people'][number],
  scopeId: Id | null,
): Promise<PersonActor> {
  const { personId } = expectOk(await invitePerson(platform, by, { programmeId, role, name, email, locale, scopeId }))
  return { kind: 'person', personId, grants: [{ programmeId, role, scopeId }] }
}

async function writeCompany(loading: Loading, company: GeneratedCompany, sideId: Id): Promise<void> {
  const { platform, programmeId, operator, companies, profiles } = loading
  const { side: _side, contacts, profiles: written, ...facts } = company
  const created = await createCompany(platform, operator, {
    programmeId,
    sideId,
    legalName: null,
    anonymous: false,
    identifiers: [],
    ...facts,
  })
  const { id: companyId } = expectOk(created)
  companies.set(company.code, companyId)
  for (const contact of contacts)
    expectOk(await addContact(platform, operator, { programmeId, companyId, phone: null, ...contact }))
  for (const words of written) {
    const { id: profileId } = expectOk(await createProfile(platform, operator, { programmeId, companyId, ...words }))
    expectOk(await publishProfile(platform, operator, { programmeId, profileId }))
    profiles.set(words.code, profileId)
  }
}

async function writeEvent({
  platform,
  generated,
  programmeId,
  operator,
  companies,
  participants,
  interpreters,
}: Loading): Promise<Id> {
  const { blocks, tables, online, ...rules } = generated.event
  const { id: eventId } = expectOk(await createEvent(platform, operator, { programmeId, ...rules }))
  const key = { programmeId, eventId }
  for (const block of blocks) expectOk(await addBlock(platform, operator, { ...key, ...block }))
  expectOk(await setPlaces(platform, operator, { ...key, tables, online }))
  for (const interpreter of generated.interpreters) {
    const { id } = expectOk(await addInterpreter(platform, operator, { ...key, ...interpreter, synthetic: true }))
    interpreters.set(interpreter.name, id)
  }
  for (const { company, ...participation } of generated.participants) {
    const companyId = companies.get(company)!
    const { id } = expectOk(await registerParticipant(platform, operator, { ...key, companyId, ...participation }))
    participants.set(company, id)
  }
  expectOk(await updateEvent(platform, operator, { ...key, ...rules, status: 'open', revision: 1 }))
  return eventId
}

async function invitePeople({
  platform,
  generated,
  programmeId,
  operator,
  companies,
  interpreters,
  representatives,
}: Loading): Promise<void> {
  for (const person of generated.people) {
    if (person.role === 'operator') continue
    const scopeId = (person.of && (companies.get(person.of) ?? interpreters.get(person.of))) ?? null
    const actor = await invite(platform, programmeId, operator, person, scopeId)
    if (person.of && person.role === 'company-representative') representatives.set(person.of, actor)
  }
}

/** Ranks at once, and lets the representatives note whom they like. The job that was queued then finds nothing to do. */
async function rankCompanies({
  platform,
  programmeId,
  operator,
  companies,
  profiles,
  representatives,
}: Loading): Promise<void> {
  const { id: runId } = expectOk(await startMatchRun(platform, operator, { programmeId }))
  await runRankCompanies(platform, { runId, programmeId })
  for (const [code, actor] of representatives) {
    const companyId = companies.get(code)!
    const { rows } = expectOk(await listMatches(platform, actor, { programmeId, companyId, minScore: 0, limit: 2 }))
    for (const { partner } of rows) {
      expectOk(await shortlistPartner(platform, actor, { programmeId, companyId, partnerId: partner.id, note: null }))
    }
    const profileId = rows[0] && profiles.get(`${rows[0].partner.code}-1`)
    if (profileId)
      expectOk(await expressInterest(platform, actor, { programmeId, companyId, profileId, message: null }))
  }
}

async function writeRequests(loading: Loading, eventId: Id): Promise<void> {
  const { platform, generated } = loading
  const { requestExpiryHours } = generated.event
  // What expires has been asked an hour more than its time ago.
  const long = fixedClock(addMinutes(platform.clock.now(), -60 * (requestExpiryHours + 1)))
  for (const request of generated.requests.filter(({ fate }) => fate === 'expired')) {
    await writeRequest({ ...loading, platform: { ...platform, clock: long } }, eventId, request)
  }
  await expireMeetingRequests(platform, eventId)
  for (const request of generated.requests.filter(({ fate }) => fate !== 'expired'))
    await writeRequest(loading, eventId, request)
}

/** Asked and answered by the companies' own people where they have somebody, else by the operator on their behalf. */
async function writeRequest(loading: Loading, eventId: Id, request: GeneratedRequest): Promise<void> {
  const { platform, programmeId, operator, participants, representatives } = loading
  const [hostId, guestId] = [participants.get(request.host)!, participants.get(request.guest)!]
  const host = representatives.get(request.host) ?? operator
  const guest = representatives.get(request.guest) ?? operator
  const { wish, note, fate, declineReason } = request
  const key = { programmeId, eventId }
  const { id: requestId } = expectOk(await requestMeeting(platform, host, { ...key, hostId, guestId, wish, note }))
  if (fate === 'accepted') expectOk(await acceptMeetingRequest(platform, guest, { ...key, requestId }))
  if (fate === 'declined') {
    expectOk(await declineMeetingRequest(platform, guest, { ...key, requestId, reason: declineReason }))
  }
}

const SCHEDULE_BUDGET_MS = 1500

async function writeSchedule({ platform, programmeId, operator }: Loading, eventId: Id): Promise<void> {
  const key = { programmeId, eventId }
  const run = expectOk(await startRun(platform, operator, { ...key, budgetMs: SCHEDULE_BUDGET_MS, seed: 1 }))
  await runSolveSchedule(platform, { ...key, runId: run.id })
  const { facts } = expectOk(await readBoard(platform, operator, key))
  expectOk(await releaseSchedule(platform, operator, { ...key, revision: facts.draft.revision, note: null }))
}
