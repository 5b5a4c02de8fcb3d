import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayTranslate } from '../domain/policy.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { type TranslationRow, findTranslationDrafts } from '../store/translation-store.ts'

export type { TranslationRow }

/** Machine drafts of a profile that wait for a person. One statement. */
export async function listTranslations(
  platform: Platform,
  actor: Actor,
  { programmeId, profileId }: { readonly programmeId: Id; readonly profileId: Id },
): Promise<Result<{ rows: TranslationRow[] }>> {
  if (!mayTranslate(standingOf(actor, programmeId))) return absent()
  return ok({ rows: await findTranslationDrafts(platform.db, programmeId, profileId) })
}

export interface TextServices {
  /** Where texts go when an operator asks for a translation; null: nowhere. */
  readonly translation: { readonly host: string; readonly model: string } | null
}

/** Which services of others this installation may send texts to; nothing of their keys. */
export function readTextServices(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Result<TextServices> {
  if (!mayTranslate(standingOf(actor, programmeId))) return absent()
  const { translation } = platform.config
  return ok({ translation: translation && { host: new URL(translation.url).host, model: translation.model } })
}
