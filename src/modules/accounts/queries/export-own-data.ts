import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { writeZip } from '../../../platform/documents/zip.ts'
import type { Actor } from '../domain/actor.ts'
import type { PrivacySources } from '../operations/personal-data.ts'
import { exportPerson, findSubject } from '../store/erasure-store.ts'

/**
 * Everything that is known of the actor, as an archive with one JSON file for each kind of row. Kinds without a row are
 * there too: nothing is known is an answer.
 */
export async function exportOwnData(
  platform: Platform,
  actor: Actor,
  { personalData }: Pick<PrivacySources, 'personalData'>,
): Promise<Result<File>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  const { personId } = actor
  const found = await findSubject(platform.db, personId, null)
  if (!found) return refuse('absent', 'accounts.absent')
  const kinds: Record<string, readonly object[]> = await exportPerson(platform.db, personId)
  for (const source of personalData) {
    Object.assign(kinds, await source.export(platform, { personId, programmeId: null, ...found }))
  }
  const files = Object.entries(kinds).map(([name, rows]) => ({
    name: `naru/${name}.json`,
    contents: Buffer.from(`${JSON.stringify(rows, null, 2)}\n`),
  }))
  return ok(new File([new Uint8Array(writeZip(files))], 'naru-my-data.zip', { type: 'application/zip' }))
}
