import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { readDocument } from '../operations/save-signature.ts'
import type { AgreementKey } from '../store/agreement-store.ts'
import { findVisible } from './read-agreement.ts'

export interface DocumentFile {
  readonly name: string
  readonly mediaType: string
  readonly contents: Uint8Array<ArrayBuffer>
}

/** The document as it stands, with the signatures it has. */
export async function readAgreementDocument(
  platform: Platform,
  actor: Actor,
  key: AgreementKey,
): Promise<Result<DocumentFile>> {
  const found = await findVisible(platform, actor, key)
  if (!found.ok) return found
  if (!found.value.documentFileId) return refuseAgreement('conflict', 'no-document')
  const contents = new Uint8Array(await readDocument(platform, found.value))
  return ok({ name: `${found.value.content.number}.pdf`, mediaType: 'application/pdf', contents })
}
