import type { z } from 'zod'
import type { companyRow } from '../../companies/contract.ts'
import type { explainedMatch, matchRow, reason, shores } from '../contract.ts'
import type { ExplainedMatch, ExplainedReason } from '../queries/explain-match.ts'
import type { MatchRow } from '../queries/list-matches.ts'
import type { Shores } from '../queries/read-shores.ts'

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
