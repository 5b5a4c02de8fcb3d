import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { RemoteModel } from '../../../platform/config.ts'
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

interface TextService {
  readonly host: string
  readonly model: string
}

export interface TextServices {
  /** Where texts go when an operator asks for a translation; null: nowhere. */
  readonly translation: TextService | null
  /** Where published profiles go with every ranking; null: nowhere. */
  readonly embedding: TextService | null
}

/** Which services of others this installation may send texts to; nothing of their keys. */
export function readTextServices(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Result<TextServices> {
  if (!mayTranslate(standingOf(actor, programmeId))) return absent()
  const { translation, embedding } = platform.config
  const named = (service: RemoteModel | null): TextService | null =>
    service && { host: new URL(service.url).host, model: service.model }
  return ok({ translation: named(translation), embedding: named(embedding) })
}
