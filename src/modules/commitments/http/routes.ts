import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { commitmentsContract } from '../contract.ts'
import {
  moveDueDate,
  resumeCommitment,
  setCriteria,
  suspendCommitment,
  withdrawCommitment,
} from '../operations/change-commitment.ts'
import { createCommitment } from '../operations/create-commitment.ts'
import { giveEvidence } from '../operations/give-evidence.ts'
import { judgeEvidence } from '../operations/judge-evidence.ts'
import { listCommitments } from '../queries/list-commitments.ts'
import { readCommitment } from '../queries/read-commitment.ts'
import { readEvidenceFile } from '../queries/read-evidence-file.ts'
import { readExampleMeasurement, readWorkedExample } from '../queries/read-example.ts'
import { readTimeline } from '../queries/read-timeline.ts'
import { presentAssessment, presentCommitment } from './present.ts'

const on = implementRoutes(commitmentsContract)

const DONE = { ok: true } as const

export const commitmentsRoutes = on.router({
  listCommitments: on.listCommitments.handler(async ({ input, context: { platform, actor } }) => {
    const { rows, fulfilment } = unwrap(await listCommitments(platform, actor, input))
    return { rows: rows.map(presentCommitment), fulfilment }
  }),

  readCommitment: on.readCommitment.handler(async ({ input, context: { platform, actor } }) =>
    presentCommitment(unwrap(await readCommitment(platform, actor, input))),
  ),

  readTimeline: on.readTimeline.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await readTimeline(platform, actor, input)),
  ),

  createCommitment: on.createCommitment.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await createCommitment(platform, actor, input)),
  ),

  moveDueDate: on.moveDueDate.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await moveDueDate(platform, actor, input))
    return DONE
  }),

  setCriteria: on.setCriteria.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await setCriteria(platform, actor, input))
    return DONE
  }),

  giveEvidence: on.giveEvidence.handler(async ({ input, context: { platform, actor } }) => {
    const { id, assessment } = unwrap(await giveEvidence(platform, actor, input))
    return { id, assessment: presentAssessment(assessment) }
  }),

  readEvidenceFile: on.readEvidenceFile.handler(async ({ input, context: { platform, actor } }) => {
    const { name, mediaType, contents } = unwrap(await readEvidenceFile(platform, actor, input))
    return new File([contents], name, { type: mediaType })
  }),

  judgeEvidence: on.judgeEvidence.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await judgeEvidence(platform, actor, input)),
  ),

  suspendCommitment: on.suspendCommitment.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await suspendCommitment(platform, actor, input))
    return DONE
  }),

  resumeCommitment: on.resumeCommitment.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await resumeCommitment(platform, actor, input))
    return DONE
  }),

  withdrawCommitment: on.withdrawCommitment.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await withdrawCommitment(platform, actor, input))
    return DONE
  }),

  readExampleMeasurement: on.readExampleMeasurement.handler(async ({ input }) => {
    const { name, contents } = readExampleMeasurement(input.method)
    return new File([contents], name, { type: 'text/csv' })
  }),

  readWorkedExample: on.readWorkedExample.handler(async ({ input }) => {
    const { fileName, criteria, assessment } = await readWorkedExample(input.method)
    return { fileName, criteria: [...criteria], assessment: presentAssessment(assessment)! }
  }),
})
