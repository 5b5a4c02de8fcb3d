import type { z } from 'zod'
import type { Currency } from '../../agreements/index.ts'
import type { Assessment } from '../domain/acceptance/assessment.ts'
import type { commitment } from '../contract.ts'
import type { CommitmentView } from '../queries/view-commitment.ts'

type Wire = z.input<typeof commitment>
type WireAssessment = NonNullable<Wire['evidence'][number]['assessment']>

/** Lists on the wire are plain arrays. */
export const presentAssessment = (assessment: Assessment | null): WireAssessment | null =>
  assessment as WireAssessment | null

export const presentCommitment = ({
  agreementId,
  agreementNumber,
  agreementTitle,
  amountMinor,
  currency,
  programmeId: _programmeId,
  milestoneKey: _milestoneKey,
  suspendedFrom: _suspendedFrom,
  createdAt: _createdAt,
  ...row
}: CommitmentView): Wire => ({
  ...row,
  agreement: { id: agreementId, number: agreementNumber, title: agreementTitle },
  amount: amountMinor === null || currency === null ? null : { minor: amountMinor, currency: currency as Currency },
  parties: [...row.parties],
  criteria: [...row.criteria],
  moves: [...row.moves],
  evidence: row.evidence.map(({ assessment, verdicts, ...one }) => ({
    ...one,
    assessment: presentAssessment(assessment),
    verdicts: [...verdicts],
  })),
  may: { ...row.may, judgeFor: [...row.may.judgeFor] },
})
