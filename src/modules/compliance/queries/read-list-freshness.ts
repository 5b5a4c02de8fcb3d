import type { Platform } from '../../../platform/context.ts'
import { countOldLists } from '../store/policy-store.ts'

/** For `/readyz`: whether a programme that demands screening has a list older than it allows. */
export async function readListFreshness({ db, clock }: Platform): Promise<Record<string, string>> {
  return { lists: (await countOldLists(db, clock.now())) > 0 ? 'stale' : 'ok' }
}
