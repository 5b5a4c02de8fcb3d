import type { Id } from '../../../kernel/id.ts'
import { isId } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { createKeptCounts } from '../../../platform/kept-counts.ts'
import { searchWords } from '../domain/search-text.ts'
import {
  type CatalogueCompany,
  type CatalogueCompanyPage,
  type CatalogueGroup,
  countCatalogueGroups,
  findCatalogue,
  findCatalogueCompany,
} from '../store/catalogue-store.ts'
import { findPublicPhoto } from '../store/photo-store.ts'
import {
  type ArticleSummary,
  type Beside,
  type PublicArticle,
  findAddresses,
  findBeside,
  findNews,
  findPublicArticle,
} from '../store/reader-store.ts'

/** What everybody may read: these queries ask nobody who they are and give public facts only. */

export interface Page<T> {
  readonly rows: readonly T[]
  readonly total: number
}

export async function readNews(
  platform: Platform,
  {
    q,
    tag,
    page,
    pageSize,
  }: { readonly q: string; readonly tag: string | null; readonly page: number; readonly pageSize: number },
): Promise<Page<ArticleSummary>> {
  return findNews(platform.db, {
    now: platform.clock.now(),
    words: searchWords(q),
    tag,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
}

export const readPublicArticle = (platform: Platform, slug: string): Promise<PublicArticle | null> =>
  /^[a-z0-9][a-z0-9-]{1,100}$/.test(slug)
    ? findPublicArticle(platform.db, slug, platform.clock.now())
    : Promise.resolve(null)

export function readBeside(platform: Platform, article: PublicArticle | null): Promise<Beside> {
  const now = platform.clock.now()
  return findBeside(platform.db, article, { now, day: now.slice(0, 10) })
}

/** From so many companies on, their groups are counted once a minute. */
const LARGE = 20_000

const keptGroups = createKeptCounts<CatalogueGroup[]>(
  (groups) => groups.reduce((sum, { companies }) => sum + companies, 0) >= LARGE,
)

export async function readCatalogue(
  platform: Platform,
  {
    q,
    group,
    page,
    pageSize,
  }: { readonly q: string; readonly group: string | null; readonly page: number; readonly pageSize: number },
): Promise<Page<CatalogueCompany> & { readonly groups: readonly CatalogueGroup[] }> {
  const paging = { limit: pageSize, offset: (page - 1) * pageSize }
  const [found, groups] = await Promise.all([
    findCatalogue(platform.db, { words: searchWords(q), group, ...paging }),
    keptGroups('', () => countCatalogueGroups(platform.db)),
  ])
  return { ...found, groups }
}

export const readCatalogueCompany = (platform: Platform, companyId: string): Promise<CatalogueCompanyPage | null> =>
  isId(companyId) ? findCatalogueCompany(platform.db, companyId) : Promise.resolve(null)

export const readAddresses = (platform: Platform) => findAddresses(platform.db, platform.clock.now())

/** A photograph of an article that readers can open. */
export async function readPublicPhoto(
  platform: Platform,
  photoId: Id,
): Promise<{
  readonly sha256: string
  readonly mediaType: string
  readonly contents: ReadableStream<Uint8Array>
} | null> {
  const photo = isId(photoId) ? await findPublicPhoto(platform.db, photoId, platform.clock.now()) : null
  return photo && { ...photo, contents: platform.files.stream(photo) }
}
