import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayWrite } from '../domain/policy.ts'
import { refuseNews } from '../domain/refusal.ts'
import { type BannerSetting, replaceBanners } from '../store/banner-store.ts'
import { saveOpenCatalogue } from '../store/catalogue-store.ts'
import { actorId, siteEntry } from './entry.ts'

/** Shows the published profiles of the programme to everybody, or no longer. */
export async function openCatalogue(
  platform: Platform,
  actor: Actor,
  { programmeId, open }: { readonly programmeId: Id; readonly open: boolean },
): Promise<Result<null>> {
  if (!mayWrite(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const entry = siteEntry(platform, actor, programmeId, { action: open ? 'catalogue.opened' : 'catalogue.closed' })
  await saveOpenCatalogue(platform.db, { programmeId, open, by: actorId(actor), now: platform.clock.now() }, entry)
  return ok(null)
}

/** Sets the banners of the programme's public pages: these and no others. */
export async function setBanners(
  platform: Platform,
  actor: Actor,
  { programmeId, banners }: { readonly programmeId: Id; readonly banners: readonly Omit<BannerSetting, 'id'>[] },
): Promise<Result<null>> {
  if (!mayWrite(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const rows = banners.map((banner) => ({ ...banner, id: platform.newId() }))
  const entry = siteEntry(platform, actor, programmeId, { action: 'banners.set', after: { banners: rows.length } })
  await replaceBanners(platform.db, programmeId, rows, entry)
  return ok(null)
}
