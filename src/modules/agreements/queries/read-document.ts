import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Letterhead, readDocumentHead } from '../../programmes/index.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { typesetReadingCopy, unprintable } from '../documents/typeset-agreement.ts'
import { askToShare } from '../operations/ask-gate.ts'
import { readDocument } from '../operations/sign-document.ts'
import type { AgreementKey, AgreementRecord } from '../store/agreement-store.ts'
import { findVisible } from './read-agreement.ts'

export interface DocumentFile {
  readonly name: string
  readonly mediaType: string
  readonly contents: Uint8Array<ArrayBuffer>
}

/**
 * The document as it stands, with the signatures it has; with `language` a copy of that version to read. A company gets
 * what is not yet signed by all only while the gate `file-share` is open for every party.
 */
export async function readAgreementDocument(
  platform: Platform,
  actor: Actor,
  { language, ...key }: AgreementKey & { readonly language?: Locale | undefined },
): Promise<Result<DocumentFile>> {
  const found = await findVisible(platform, actor, key)
  if (!found.ok) return found
  const gate = await askToShare(platform, actor, found.value)
  if (!gate.ok) return gate
  if (language) return readingCopy(found.value, language, await readDocumentHead(platform, key.programmeId))
  if (!found.value.documentFileId) return refuseAgreement('conflict', 'no-document')
  const contents = new Uint8Array(await readDocument(platform, found.value))
  return ok({ name: `${found.value.content.number}.pdf`, mediaType: 'application/pdf', contents })
}

/** Of a draft as well, so that it can be seen on paper; not of what was concluded elsewhere, whose text is not here. */
function readingCopy({ content, origin }: AgreementRecord, language: Locale, head: Letterhead): Result<DocumentFile> {
  if (origin === 'recorded' || !content.languages.includes(language)) return refuseAgreement('conflict', 'no-document')
  const missing = unprintable(content)
  if (missing.length > 0) {
    return refuseAgreement('invalid', 'glyph-missing', { characters: missing.slice(0, 20).join(' ') })
  }
  const contents = new Uint8Array(typesetReadingCopy(content, language, head))
  return ok({ name: `${content.number}-${language}.pdf`, mediaType: 'application/pdf', contents })
}
