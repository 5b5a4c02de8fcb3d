import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { TABLE_VERSION } from '../domain/control-entries.ts'
import { type Actor, mayManage, mayRead, personOf } from '../domain/policy.ts'
import { refuseScreening } from '../domain/refusal.ts'
import { type EntryToCheck, type TechnologySubject, entriesToCheck, technologyOf } from '../domain/technology.ts'
import {
  type Licence,
  type QuestionnaireKey,
  findQuestionnaire,
  insertLicence,
  insertQuestionnaire,
  saveDetermination,
} from '../store/technology-store.ts'
import { complianceEntry } from './entry.ts'

export interface OpenQuestionnaire {
  readonly programmeId: Id
  readonly subjectKind: TechnologySubject
  /** Null for a technology without a record of its own. */
  readonly subjectId: Id | null
  readonly title: string
  readonly technology: string
  readonly answers: readonly { readonly key: string; readonly text: string }[]
}

/** What is handed over, with its parameters; answers with the entries that somebody has to read. */
export async function openQuestionnaire(
  platform: Platform,
  actor: Actor,
  command: OpenQuestionnaire,
): Promise<Result<{ id: Id; entries: readonly EntryToCheck[] }>> {
  const { programmeId, subjectKind, title, technology: key, answers: given } = command
  if (!mayManage(actor, programmeId)) return refuseScreening('forbidden', 'forbidden')
  const technology = technologyOf(key)
  if (!technology) return refuseScreening('absent', 'absent')
  const checked = entriesToCheck(technology, given)
  if (!checked.ok) return checked
  const id = platform.newId()
  const { answers, entries } = checked.value
  const row = {
    id,
    programmeId,
    subjectKind,
    subjectId: command.subjectId ?? id,
    title,
    technology: key,
    answers,
    entries,
    tableVersion: TABLE_VERSION,
    createdAt: platform.clock.now(),
  }
  const entry = complianceEntry(platform, actor, programmeId, {
    action: 'technology.questionnaire-opened',
    subjectKind: 'technology-questionnaire',
    subjectId: id,
    after: { technology: key, entries: entries.map(({ code }) => code), tableVersion: TABLE_VERSION },
  })
  const saved = await insertQuestionnaire(platform.db, row, entry)
  return saved ? ok({ id, entries }) : refuseScreening('conflict', 'questionnaire-taken')
}

export interface DetermineTechnology extends QuestionnaireKey {
  readonly revision: number
  readonly outcome: 'no-licence-needed' | 'licence-required'
  /** What was read and why it follows from that. */
  readonly reason: string
  /** The last day on which it counts. */
  readonly expiresOn: string
}

/** What a person makes of the entries. It never follows from the table by itself. */
export async function determineTechnology(
  platform: Platform,
  actor: Actor,
  { revision, outcome, reason, expiresOn, ...key }: DetermineTechnology,
): Promise<Result<null>> {
  if (!mayRead(actor, key.programmeId)) return refuseScreening('absent', 'absent')
  if (!mayManage(actor, key.programmeId)) return refuseScreening('forbidden', 'forbidden')
  const now = platform.clock.now()
  if (expiresOn < now.slice(0, 10)) return refuseScreening('invalid', 'licence-dates')
  const found = await findQuestionnaire(platform.db, key)
  if (!found) return refuseScreening('absent', 'absent')
  const by = { determinedBy: personOf(actor), determinedAt: now }
  const entry = complianceEntry(platform, actor, key.programmeId, {
    action: 'technology.determined',
    subjectKind: 'technology-questionnaire',
    subjectId: found.id,
    before: { state: found.state },
    after: { state: outcome, reason, expiresOn },
  })
  const change = { state: outcome, reason, expiresOn, revision, ...by }
  const saved = await saveDetermination(platform.db, key, change, entry)
  return saved ? ok(null) : refuseScreening('conflict', 'changed-meanwhile')
}

export interface AddTechnologyLicence extends QuestionnaireKey, Omit<Licence, 'id'> {
  readonly revision: number
}

/** A licence for handing the technology over. */
export async function addTechnologyLicence(
  platform: Platform,
  actor: Actor,
  { programmeId, questionnaireId, revision, ...licence }: AddTechnologyLicence,
): Promise<Result<null>> {
  if (!mayRead(actor, programmeId)) return refuseScreening('absent', 'absent')
  if (!mayManage(actor, programmeId)) return refuseScreening('forbidden', 'forbidden')
  if (licence.expiresOn < licence.validFrom) return refuseScreening('invalid', 'licence-dates')
  const key = { programmeId, questionnaireId }
  const now = platform.clock.now()
  return transaction(platform.db, async (trx): Promise<Result<null>> => {
    const found = await findQuestionnaire(trx, key)
    if (!found) return refuseScreening('absent', 'absent')
    const { state, reason } = found
    if (state !== 'licence-required' && state !== 'licence-on-file') {
      return refuseScreening('conflict', 'not-in-state', { state })
    }
    const entry = complianceEntry(platform, actor, programmeId, {
      action: 'technology.licence-added',
      subjectKind: 'technology-questionnaire',
      subjectId: questionnaireId,
      before: { state },
      after: { state: 'licence-on-file', number: licence.number, expiresOn: licence.expiresOn },
    })
    const by = { determinedBy: personOf(actor), determinedAt: now }
    const change = { state: 'licence-on-file' as const, reason, expiresOn: null, revision, ...by }
    if (!(await saveDetermination(trx, key, change, entry))) return refuseScreening('conflict', 'changed-meanwhile')
    const added = { addedBy: personOf(actor), addedAt: now }
    await insertLicence(trx, {
      id: platform.newId(),
      programmeId,
      screeningId: null,
      questionnaireId,
      ...licence,
      ...added,
    })
    return ok(null)
  })
}
