import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { AgreementContent, AgreementStatus } from '../domain/agreement.ts'
import type { Actor } from '../../accounts/index.ts'
import { awaited } from '../domain/signing.ts'
import { askToShare } from '../operations/ask-gate.ts'
import { type OpenLink, openLink } from '../operations/open-link.ts'
import { signingFacts } from '../operations/save-signature.ts'
import { readDocument } from '../operations/sign-document.ts'
import type { DocumentFile } from './read-document.ts'

/** What a signatory reads before signing: the text and who stands where, without the addresses of others. */
export interface SigningPaper {
  readonly status: AgreementStatus
  readonly content: Pick<AgreementContent, 'number' | 'type' | 'title' | 'languages' | 'prevailing' | 'clauses'>
  readonly contentHash: string
  readonly partyId: Id
  readonly parties: readonly {
    readonly id: Id
    readonly position: number
    readonly legalName: string
    readonly latinName: string
    readonly signatoryName: string
    readonly signedAt: Instant | null
  }[]
  readonly isYourTurn: boolean
  readonly expiresAt: Instant | null
}

export async function openSigningPaper(
  platform: Platform,
  actor: Actor,
  command: OpenLink,
): Promise<Result<SigningPaper>> {
  const opened = await openLink(platform, actor, command)
  if (!opened.ok) return opened
  const { agreement, party, contentHash } = opened.value
  const { number, type, title, languages, prevailing, clauses } = agreement.content
  const facts = signingFacts(agreement)
  return ok({
    status: agreement.status,
    content: { number, type, title, languages, prevailing, clauses },
    contentHash,
    partyId: party.id,
    parties: agreement.parties.map(({ id, position, legalName, latinName, signatory }, index) => ({
      id,
      position,
      legalName,
      latinName,
      signatoryName: signatory?.name ?? '',
      signedAt: facts.slots[index]?.signedAt ?? null,
    })),
    isYourTurn: awaited(facts).some(({ partyId }) => partyId === party.id),
    expiresAt: agreement.expiresAt,
  })
}

/** The document itself, for the same link and code. */
export async function openSigningDocument(
  platform: Platform,
  actor: Actor,
  command: OpenLink,
): Promise<Result<DocumentFile>> {
  const opened = await openLink(platform, actor, command)
  if (!opened.ok) return opened
  const { agreement } = opened.value
  const gate = await askToShare(platform, actor, agreement)
  if (!gate.ok) return gate
  const contents = new Uint8Array(await readDocument(platform, agreement))
  return ok({ name: `${agreement.content.number}.pdf`, mediaType: 'application/pdf', contents })
}
