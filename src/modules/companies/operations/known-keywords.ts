import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { listKeywords } from '../../programmes/index.ts'
import type { KnownKeywords } from '../domain/profile-rules.ts'

/** The programme's two code lists; empty for who may not know the programme. */
export async function loadKnownKeywords(platform: Platform, actor: Actor, programmeId: Id): Promise<KnownKeywords> {
  const listed = await listKeywords(platform, actor, { programmeId })
  const codes = (list: 'technology' | 'market') =>
    new Set(listed.ok ? listed.value.filter((keyword) => keyword.list === list).map(({ code }) => code) : [])
  return { technology: codes('technology'), market: codes('market') }
}
