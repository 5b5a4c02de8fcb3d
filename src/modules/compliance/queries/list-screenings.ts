import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { SubjectKind } from '../domain/party.ts'
import { type Actor, mayRead } from '../domain/policy.ts'
import { refuseScreening } from '../domain/refusal.ts'
import { currentPolicy } from '../operations/current-policy.ts'
import { type Standing, standingOf } from '../operations/screen-parties.ts'
import { findScreeningsOf, listScreeningRows } from '../store/screening-store.ts'

export interface ScreeningRow extends Standing {
  readonly names: readonly string[]
  readonly countries: readonly string[]
  readonly hits: number
  readonly bestScore: number | null
  readonly fictional: boolean
  readonly checkedAt: Instant | null
}

const MOST_ROWS = 5000

/** Everybody who was ever checked in a programme, those who wait for somebody first. */
export async function listScreenings(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<ScreeningRow[]>> {
  if (!mayRead(actor, programmeId)) return refuseScreening('absent', 'absent')
  const policy = await currentPolicy(platform, programmeId)
  const now = platform.clock.now()
  const records = await listScreeningRows(platform.db, programmeId, MOST_ROWS)
  return ok(
    records.map((record) => ({
      ...standingOf(record, policy, now),
      names: record.party.names,
      countries: record.party.countries,
      hits: record.check?.hits.length ?? 0,
      bestScore: record.check?.hits.reduce((best, { hit }) => Math.max(best, hit.score), 0) || null,
      fictional: record.check?.hits.some(({ fictional }) => fictional) ?? false,
      checkedAt: record.check?.checkedAt ?? null,
    })),
  )
}

export interface Badges {
  readonly inForce: boolean
  readonly rows: readonly Pick<Standing, 'screeningId' | 'subjectId' | 'state' | 'stale'>[]
}

/** How subjects of one kind stand, for a badge beside their names; nobody is checked by it. */
export async function readBadges(
  platform: Platform,
  actor: Actor,
  command: { readonly programmeId: Id; readonly subjectKind: SubjectKind; readonly subjectIds: readonly Id[] },
): Promise<Result<Badges>> {
  const { programmeId, subjectKind, subjectIds } = command
  if (!mayRead(actor, programmeId)) return refuseScreening('absent', 'absent')
  const policy = await currentPolicy(platform, programmeId)
  const subjects = subjectIds.map((subjectId) => ({ subjectKind, subjectId }))
  const records = await findScreeningsOf(platform.db, programmeId, subjects)
  const now = platform.clock.now()
  return ok({ inForce: policy.inForce, rows: records.map((record) => standingOf(record, policy, now)) })
}
