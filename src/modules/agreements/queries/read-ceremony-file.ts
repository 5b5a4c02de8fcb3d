import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { askToShare } from '../operations/ask-gate.ts'
import type { AgreementKey } from '../store/agreement-store.ts'
import { findVisible } from './read-agreement.ts'
import type { DocumentFile } from './read-document.ts'

/** A scan or photograph of the signing, for whoever reads the agreement. */
export async function readCeremonyFile(
  platform: Platform,
  actor: Actor,
  { ceremonyFileId, ...key }: AgreementKey & { readonly ceremonyFileId: Id },
): Promise<Result<DocumentFile>> {
  const found = await findVisible(platform, actor, key)
  if (!found.ok) return found
  const kept = found.value.ceremonyFiles.find(({ id }) => id === ceremonyFileId)
  const file = kept && (await platform.files.find(platform.db, kept.fileId))
  if (!file) return refuseAgreement('absent', 'absent')
  const gate = await askToShare(platform, actor, found.value)
  if (!gate.ok) return gate
  return ok({ name: file.name, mediaType: file.mediaType, contents: await platform.files.read(file) })
}
