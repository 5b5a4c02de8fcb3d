import type { Platform } from '../../../platform/context.ts'
import { type JournalEntry, appendJournalEntries } from '../../../platform/journal.ts'
import { systemActor } from '../../accounts/index.ts'
import { readAgreement } from '../../agreements/index.ts'
import { commitmentEntry } from '../operations/entry.ts'
import {
  type ChangedCommitment,
  insertCommitments,
  resumeOfAgreement,
  suspendOfAgreement,
} from '../store/commitment-store.ts'

const SYSTEM = systemActor('commitments')

type Handler = (platform: Platform, entry: JournalEntry) => Promise<void>

const HANDLERS: Readonly<Record<string, Handler>> = {
  'agreement.signed': openCommitments,
  'agreement.suspended': async (platform, { subjectId }) => {
    const changed = await suspendOfAgreement(platform.db, subjectId, platform.clock.now())
    await note(platform, changed, 'commitment.suspended')
  },
  'agreement.resumed': async (platform, { subjectId }) => {
    const changed = await resumeOfAgreement(platform.db, subjectId, platform.clock.now())
    await note(platform, changed, 'commitment.resumed')
  },
}

/** Milestones of an agreement become commitments when it is signed, and rest while it is suspended by law. */
export const followAgreements = {
  reader: 'commitments.follow-agreements',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    for (const entry of entries) await HANDLERS[entry.action]?.(platform, entry)
  },
}

async function openCommitments(platform: Platform, { programmeId, subjectId }: JournalEntry): Promise<void> {
  if (programmeId === null) return
  const key = { programmeId, agreementId: subjectId }
  const agreement = await readAgreement(platform, SYSTEM, key)
  if (!agreement.ok) return
  const { parties, content } = agreement.value
  const rows = content.terms.milestones.map(({ key: milestoneKey, party, amount, ...milestone }) => ({
    ...milestone,
    id: platform.newId(),
    partyId: parties[party - 1]!.id,
    milestoneKey,
    amountMinor: amount?.minor ?? null,
    currency: amount?.currency ?? null,
    status: 'open' as const,
    source: null,
    note: {},
  }))
  if (rows.length === 0) return
  // The suspension, which may have come before this was heard, is the next thing to be heard.
  const by = { createdBy: null, now: platform.clock.now(), evenSuspended: true }
  const written = await insertCommitments(platform.db, key, rows, by)
  await appendJournalEntries(
    platform.db,
    (written ?? []).map((id) =>
      commitmentEntry(platform, SYSTEM, { programmeId, commitmentId: id }, 'commitment.created', {
        after: { agreementId: subjectId, status: 'open' },
      }),
    ),
  )
}

const note = (platform: Platform, changed: readonly ChangedCommitment[], action: `commitment.${string}`) =>
  appendJournalEntries(
    platform.db,
    changed.map(({ id, programmeId, before }) =>
      commitmentEntry(platform, SYSTEM, { programmeId, commitmentId: id }, action, { before: { status: before } }),
    ),
  )
