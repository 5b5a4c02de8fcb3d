import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes, isOperator } from '../../accounts/index.ts'
import { agreementsContract } from '../contract.ts'
import { addCeremonyFile, recordCeremonySignature } from '../operations/conduct-ceremony.ts'
import { createAgreement } from '../operations/create-agreement.ts'
import { freezeAgreement } from '../operations/freeze-agreement.ts'
import { recallAgreement, resumeAgreement, sendAgreement, suspendAgreement } from '../operations/move-agreement.ts'
import { recordAgreement } from '../operations/record-agreement.ts'
import { remindSignatories } from '../operations/remind-signatories.ts'
import { requestSigningCode } from '../operations/request-signing-code.ts'
import { declineAgreement, signAgreement } from '../operations/sign-agreement.ts'
import { prepareSigningPasskey, signByPasskey } from '../operations/sign-by-passkey.ts'
import { updateAgreement } from '../operations/update-agreement.ts'
import { checkAgreement, previewAgreement } from '../queries/check-agreement.ts'
import { listAgreements } from '../queries/list-agreements.ts'
import { openSigningDocument, openSigningPaper } from '../queries/open-signing-paper.ts'
import { readAgreement } from '../queries/read-agreement.ts'
import { readCeremonyFile } from '../queries/read-ceremony-file.ts'
import { readAgreementDocument } from '../queries/read-document.ts'
import { readEvidence } from '../queries/read-evidence.ts'
import { readOwnSigningLink } from '../queries/read-own-signing-link.ts'
import { readSigningState } from '../queries/read-signing-state.ts'
import { presentAgreement, presentAgreementRow, presentChecked, presentFile } from './present.ts'

const on = implementRoutes(agreementsContract)

const DONE = { ok: true } as const

export const agreementsRoutes = on.router({
  listAgreements: on.listAgreements.handler(async ({ input, context: { platform, actor } }) => {
    const { rows, total } = unwrap(await listAgreements(platform, actor, input))
    return { rows: rows.map(presentAgreementRow), total }
  }),

  readAgreement: on.readAgreement.handler(async ({ input, context: { platform, actor } }) =>
    presentAgreement(unwrap(await readAgreement(platform, actor, input)), isOperator(actor, input.programmeId)),
  ),

  createAgreement: on.createAgreement.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await createAgreement(platform, actor, input)),
  ),

  recordAgreement: on.recordAgreement.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await recordAgreement(platform, actor, input)),
  ),

  updateAgreement: on.updateAgreement.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await updateAgreement(platform, actor, input)),
  ),

  checkAgreement: on.checkAgreement.handler(async ({ input, context: { platform, actor } }) =>
    presentChecked(unwrap(await checkAgreement(platform, actor, input))),
  ),

  previewAgreement: on.previewAgreement.handler(async ({ input, context: { platform, actor } }) => {
    const { clauses, ...checked } = unwrap(await previewAgreement(platform, actor, input))
    return { ...presentChecked(checked), clauses: [...clauses] }
  }),

  remindSignatories: on.remindSignatories.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await remindSignatories(platform, actor, input)),
  ),

  freezeAgreement: on.freezeAgreement.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await freezeAgreement(platform, actor, input)),
  ),

  sendAgreement: on.sendAgreement.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await sendAgreement(platform, actor, input))
    return DONE
  }),

  recallAgreement: on.recallAgreement.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await recallAgreement(platform, actor, input))
    return DONE
  }),

  suspendAgreement: on.suspendAgreement.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await suspendAgreement(platform, actor, input))
    return DONE
  }),

  resumeAgreement: on.resumeAgreement.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await resumeAgreement(platform, actor, input))
    return DONE
  }),

  recordCeremonySignature: on.recordCeremonySignature.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await recordCeremonySignature(platform, actor, input)),
  ),

  addCeremonyFile: on.addCeremonyFile.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await addCeremonyFile(platform, actor, input)),
  ),

  readCeremonyFile: on.readCeremonyFile.handler(async ({ input, context: { platform, actor } }) =>
    presentFile(unwrap(await readCeremonyFile(platform, actor, input))),
  ),

  readDocument: on.readDocument.handler(async ({ input, context: { platform, actor } }) =>
    presentFile(unwrap(await readAgreementDocument(platform, actor, input))),
  ),

  readEvidence: on.readEvidence.handler(async ({ input, context: { platform, actor } }) =>
    presentFile(unwrap(await readEvidence(platform, actor, input))),
  ),

  readSigningState: on.readSigningState.handler(({ input, context: { platform, actor } }) =>
    readSigningState(platform, actor, input),
  ),

  requestSigningCode: on.requestSigningCode.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await requestSigningCode(platform, actor, input))
    return DONE
  }),

  openSigningPaper: on.openSigningPaper.handler(async ({ input, context: { platform, actor } }) => {
    const { content, parties, ...facts } = unwrap(await openSigningPaper(platform, actor, input))
    const { languages, clauses, ...rest } = content
    return {
      ...facts,
      parties: [...parties],
      content: { ...rest, languages: [...languages], clauses: [...clauses] },
    }
  }),

  openSigningDocument: on.openSigningDocument.handler(async ({ input, context: { platform, actor } }) =>
    presentFile(unwrap(await openSigningDocument(platform, actor, input))),
  ),

  signAgreement: on.signAgreement.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await signAgreement(platform, actor, input)),
  ),

  prepareSigningPasskey: on.prepareSigningPasskey.handler(async ({ input, context: { platform, actor } }) => {
    const { challengeId, options } = unwrap(await prepareSigningPasskey(platform, actor, input))
    return { challengeId, options: { ...options, allowCredentials: [...options.allowCredentials] } }
  }),

  signByPasskey: on.signByPasskey.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await signByPasskey(platform, actor, input)),
  ),

  readOwnSigningLink: on.readOwnSigningLink.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await readOwnSigningLink(platform, actor, input)),
  ),

  declineAgreement: on.declineAgreement.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await declineAgreement(platform, actor, input))
    return DONE
  }),
})
