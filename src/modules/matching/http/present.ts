import type { z } from 'zod'
import type { companyRow } from '../../companies/contract.ts'
import type {
  explainedMatch,
  interest,
  matchRow,
  reason,
  shores,
  shortlistProposal,
  technologyMap,
  translationDraft,
  weightingPreview,
  weightings,
} from '../contract.ts'
import type { ExplainedMatch, ExplainedReason } from '../queries/explain-match.ts'
import type { ListedInterest } from '../queries/list-interests.ts'
import type { MatchRow } from '../queries/list-matches.ts'
import type { TranslationRow } from '../queries/list-translations.ts'
import type { Weightings } from '../queries/list-weightings.ts'
import type { PreviewedWeighting } from '../queries/preview-weighting.ts'
import type { ProposedShortlists } from '../queries/propose-shortlists.ts'
import type { Shores } from '../queries/read-shores.ts'
import type { LabelledConcept } from '../queries/read-technology-map.ts'

type CompanyRow = MatchRow['company']
type TopReason = MatchRow['topReasons'][number]

const presentCompany = (row: CompanyRow): z.input<typeof companyRow> => row

const presentTopReason = ({ code, direction, points, concept, values }: TopReason) => ({
  code,
  direction,
  points,
  concept,
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  ),
})

export const presentMatch = ({ company, partner, topReasons, ...match }: MatchRow): z.input<typeof matchRow> => ({
  company: presentCompany(company),
  partner: presentCompany(partner),
  score: match.score,
  forward: match.forward,
  backward: match.backward,
  topReasons: topReasons.map(presentTopReason),
  shortlisted: match.shortlisted,
})

export const presentShores = ({ companies, links, unseen }: Shores): z.input<typeof shores> => ({
  companies: companies.map(presentCompany),
  links: [...links],
  unseen: [...unseen],
})

const presentReason = (row: ExplainedReason): z.input<typeof reason> => ({
  ...presentTopReason(row),
  need: [...row.need],
  offer: [...row.offer],
})

export const presentExplainedMatch = (match: ExplainedMatch): z.input<typeof explainedMatch> => ({
  company: presentCompany(match.company),
  partner: presentCompany(match.partner),
  score: match.score,
  forward: match.forward,
  backward: match.backward,
  reasons: match.reasons.map(presentReason),
  gates: match.gates.map(({ code, passed }) => ({ code, passed, values: {} })),
  texts: [...match.texts],
})

export const presentInterest = (row: ListedInterest): z.input<typeof interest> => ({
  ...row,
  company: presentCompany(row.company),
  partner: presentCompany(row.partner),
})

export const presentProposal = ({
  runId,
  companies,
  pairs,
  exposure,
  proposed,
  ranked,
  totalScore,
}: ProposedShortlists): z.input<typeof shortlistProposal> => ({
  runId,
  companies: companies.map(presentCompany),
  pairs: pairs.map(({ a, b, score }) => ({ companyId: a, partnerId: b, score })),
  exposure: [...exposure],
  proposed: { ...proposed, unseen: [...proposed.unseen] },
  ranked: { ...ranked, unseen: [...ranked.unseen] },
  totalScore,
})

export const presentWeightings = ({ rows, ...rest }: Weightings): z.input<typeof weightings> => ({
  ...rest,
  rows: [...rows],
})

export const presentPreview = ({
  moves,
  labels,
  named,
  ...rest
}: PreviewedWeighting): z.input<typeof weightingPreview> => ({
  ...rest,
  moves: [...moves],
  labels: [...labels],
  named: named.map(presentCompany),
})

const presentConcept = ({ conceptId, label, shores: counts }: LabelledConcept) => ({
  conceptId,
  label,
  shores: [...counts],
})

export const presentTechnologyMap = (fields: readonly LabelledConcept[]): z.input<typeof technologyMap> => ({
  fields: fields.map((field) => ({ ...presentConcept(field), parts: field.parts.map(presentConcept) })),
})

export const presentTranslation = ({
  profileRevision: _,
  ...draft
}: TranslationRow): z.input<typeof translationDraft> => draft
