import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { casesContract } from '../contract.ts'
import { addCaseDocument, addCaseNote } from '../operations/add-to-case.ts'
import { moveCase, planCase, transferCase } from '../operations/change-case.ts'
import { openCase } from '../operations/open-case.ts'
import { exportCases } from '../queries/export-cases.ts'
import { listCases } from '../queries/list-cases.ts'
import { readCase, readCaseDocument } from '../queries/read-case.ts'
import type { CaseView } from '../queries/view-case.ts'

const on = implementRoutes(casesContract)

const DONE = { ok: true } as const

const presentCase = ({ programmeId: _programme, updatedAt: _updated, mayMoveTo, ...row }: CaseView) => ({
  ...row,
  mayMoveTo: [...mayMoveTo],
})

export const casesRoutes = on.router({
  listCases: on.listCases.handler(async ({ input, context: { platform, actor } }) => {
    const { rows, owners } = await listCases(platform, actor, input)
    return { rows: rows.map(presentCase), owners }
  }),

  readCase: on.readCase.handler(async ({ input, context: { platform, actor } }) => {
    const { steps, notes, documents, owners, ...row } = unwrap(await readCase(platform, actor, input))
    return {
      ...presentCase(row),
      steps: [...steps],
      notes: [...notes],
      documents: documents.map(({ id, fileName, sizeBytes, name, addedAt }) => ({
        id,
        fileName,
        sizeBytes,
        name,
        addedAt,
      })),
      owners: [...owners],
    }
  }),

  openCase: on.openCase.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await openCase(platform, actor, input)),
  ),

  moveCase: on.moveCase.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await moveCase(platform, actor, input)),
  ),

  planCase: on.planCase.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await planCase(platform, actor, input)),
  ),

  transferCase: on.transferCase.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await transferCase(platform, actor, input)),
  ),

  addCaseNote: on.addCaseNote.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await addCaseNote(platform, actor, input))
    return DONE
  }),

  addCaseDocument: on.addCaseDocument.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await addCaseDocument(platform, actor, input))
    return DONE
  }),

  readCaseDocument: on.readCaseDocument.handler(async ({ input, context: { platform, actor } }) => {
    const { name, mediaType, contents } = unwrap(await readCaseDocument(platform, actor, input))
    return new File([contents], name, { type: mediaType })
  }),

  exportCases: on.exportCases.handler(async ({ input, context: { platform, actor } }) => {
    const { name, mediaType, contents } = await exportCases(platform, actor, input)
    return new File([new Uint8Array(contents)], name, { type: mediaType })
  }),
})
