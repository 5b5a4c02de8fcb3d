import type { Locale } from '../../../kernel/locale.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { updateLocale } from '../store/person-store.ts'

/** The language of the person's mails and, on a new device, of the screens. */
export async function setLocale(
  platform: Platform,
  actor: Actor,
  { locale }: { readonly locale: Locale },
): Promise<Result<void>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  await updateLocale(platform.db, actor.personId, locale, platform.clock.now())
  return ok(undefined)
}
