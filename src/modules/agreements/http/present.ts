import type { z } from 'zod'
import type { agreement, agreementRow } from '../contract.ts'
import type { Checked } from '../queries/check-agreement.ts'
import type { DocumentFile } from '../queries/read-document.ts'
import type { AgreementView } from '../queries/view-agreement.ts'

const common = ({
  id,
  content,
  origin,
  status,
  signedOn,
  signedAt,
  expiresAt,
  awaitedParties,
  may,
}: AgreementView) => ({
  id,
  number: content.number,
  type: content.type,
  origin,
  status,
  title: content.title,
  languages: [...content.languages],
  prevailing: content.prevailing,
  subject: content.terms.subject,
  amount: content.terms.amount,
  announcedAs: content.terms.announcedAs,
  signedOn,
  signedAt,
  expiresAt,
  awaitedParties: [...awaitedParties],
  may,
})

export const presentAgreementRow = (view: AgreementView): z.input<typeof agreementRow> => ({
  ...common(view),
  parties: view.parties.map(({ id, position, companyId, name, legalName, latinName }) => ({
    id,
    position,
    companyId,
    name,
    legalName,
    latinName,
  })),
  signatures: view.signatures.filter(({ voidedAt }) => voidedAt === null).length,
})

/** `withAddresses`: for the operator, who has to see where mail goes. */
export const presentAgreement = (view: AgreementView, withAddresses: boolean): z.input<typeof agreement> => ({
  ...common(view),
  revision: view.revision,
  parties: view.parties.map(({ signatory, ...party }) => ({
    ...party,
    signatory: signatory && { ...signatory, email: withAddresses ? signatory.email : null },
  })),
  terms: view.content.terms as z.input<typeof agreement>['terms'],
  clauses: [...view.content.clauses],
  mode: view.content.mode,
  signingOrder: view.content.signingOrder,
  contentHash: view.contentHash,
  sealedAt: view.sealedAt,
  sentAt: view.sentAt,
  witness: view.witness,
  reason: view.reason,
  source: view.source,
  note: view.note,
  signatures: view.signatures.map(({ contentHash: _contentHash, ...signature }) => signature),
  ceremonyFiles: view.ceremonyFiles.map(({ fileId: _fileId, ...file }) => file),
})

/** Copies, because the contract's arrays can be written to. */
export const presentChecked = ({ findings, unprintable }: Checked) => ({
  findings: findings.map(({ languages, places, ...facts }) => ({
    ...facts,
    languages: [...languages],
    places: [...places],
  })),
  unprintable,
})

export const presentFile = ({ name, mediaType, contents }: DocumentFile): File =>
  new File([contents], name, { type: mediaType })
