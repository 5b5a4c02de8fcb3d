import type { Platform } from '../../../platform/context.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { systemActor } from '../../accounts/index.ts'
import { nextStepOf, readLog } from '../../rooms/index.ts'
import { openCase } from '../operations/open-case.ts'

const SYSTEM = systemActor('cases')

/** A log that both sides have signed off and that names a next step opens a case by itself. */
export const openCasesFromLogs = {
  reader: 'cases.open-from-logs',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    for (const { action, programmeId, subjectId, after } of entries) {
      const isComplete = (after as { complete?: boolean } | null)?.complete === true
      if (action === 'log.signed-off' && programmeId !== null && isComplete)
        await open(platform, programmeId, subjectId)
    }
  },
}

async function open(platform: Platform, programmeId: string, requestId: string): Promise<void> {
  const read = await readLog(platform, SYSTEM, { programmeId, requestId })
  if (!read.ok) return
  const { room, logs } = read.value
  const next = nextStepOf(logs)
  if (!next) return
  await openCase(platform, SYSTEM, {
    programmeId,
    requestId,
    hostCompanyId: room.host.companyId,
    guestCompanyId: room.guest.companyId,
    about: null,
    nextAction: next.step,
    nextActionOn: next.on,
    confidential: logs.some(({ confidential }) => confidential),
  })
}
