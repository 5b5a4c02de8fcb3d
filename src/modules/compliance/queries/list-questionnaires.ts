import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, mayManage, mayRead } from '../domain/policy.ts'
import { refuseScreening } from '../domain/refusal.ts'
import { technologyPasses } from '../domain/technology.ts'
import { type QuestionnaireRecord, listQuestionnaireRows } from '../store/technology-store.ts'

export interface QuestionnaireView extends QuestionnaireRecord {
  /** A hard gate lets it pass today. */
  readonly passes: boolean
}

/** Every questionnaire of a programme, those that wait for somebody first. */
export async function listQuestionnaires(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<{ rows: QuestionnaireView[]; may: { manage: boolean } }>> {
  if (!mayRead(actor, programmeId)) return refuseScreening('absent', 'absent')
  const today = platform.clock.now().slice(0, 10)
  const rows = await listQuestionnaireRows(platform.db, programmeId)
  return ok({
    rows: rows.map((row) => ({ ...row, passes: technologyPasses(row, today) })),
    may: { manage: mayManage(actor, programmeId) },
  })
}
