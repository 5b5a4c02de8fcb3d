import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayWrite } from '../domain/policy.ts'
import { refuseNews } from '../domain/refusal.ts'
import { findArticle } from '../store/article-store.ts'
import { findPeopleOfProgramme, saveArticlePeople } from '../store/people-store.ts'
import { findPhotos } from '../store/photo-store.ts'
import { articleEntry } from './entry.ts'
import type { ArticleKey } from './write-article.ts'

export interface SetArticlePeople extends ArticleKey {
  readonly people: readonly {
    readonly name: LocalizedText
    /** Whose consent counts; null: nobody who has an account here. */
    readonly personId: Id | null
    readonly reason: string | null
    readonly photoIds: readonly Id[]
  }[]
  /** Photographs on which nobody can be recognised. */
  readonly photosOfNobody: readonly Id[]
}

/**
 * Says who is named and shown in an article. Refuses with `newsroom.person-unknown` somebody without a role in the
 * programme, and with `newsroom.absent` a photograph of another article. The journal does not repeat names.
 */
export async function setArticlePeople(
  platform: Platform,
  actor: Actor,
  { people, photosOfNobody, ...key }: SetArticlePeople,
): Promise<Result<null>> {
  if (!mayWrite(actor, key.programmeId)) return refuseNews('forbidden', 'forbidden')
  if (!(await findArticle(platform.db, key.programmeId, key.articleId))) return refuseNews('absent', 'absent')
  const photos = new Set((await findPhotos(platform.db, key.articleId)).map(({ id }) => id))
  const named = [...photosOfNobody, ...people.flatMap(({ photoIds }) => photoIds)]
  if (named.some((id) => !photos.has(id))) return refuseNews('absent', 'absent')
  const personIds = [...new Set(people.flatMap(({ personId }) => personId ?? []))]
  const known = await findPeopleOfProgramme(platform.db, key.programmeId, personIds)
  if (known.length < personIds.length) return refuseNews('invalid', 'person-unknown')
  const rows = people.map((person) => ({ ...person, id: platform.newId(), reason: person.reason?.trim() || null }))
  const entry = articleEntry(platform, actor, key, {
    action: 'article.people-set',
    after: { people: rows.length, withReason: rows.filter(({ reason }) => reason !== null).length, photosOfNobody },
  })
  await saveArticlePeople(platform.db, key.articleId, rows, photosOfNobody, entry)
  return ok(null)
}
