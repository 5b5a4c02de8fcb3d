import { CONTROL_ENTRIES, SOURCES, TABLE_VERSION, TECHNOLOGIES } from '../domain/control-entries.ts'
import type { Owner } from '../domain/ownership.ts'
import type { FoundHit, PartyFacts } from '../domain/party.ts'
import type { Standing } from '../operations/screen-parties.ts'
import type { QuestionnaireView } from '../queries/list-questionnaires.ts'
import type { ScreeningRow } from '../queries/list-screenings.ts'
import type { ScreeningDesk } from '../queries/read-screening-desk.ts'
import type { ScreeningView } from '../queries/read-screening.ts'

/** The contract's lists are plain ones. */

export const presentStanding = (standing: Standing) => ({ ...standing, stale: [...standing.stale] })

export const presentRow = (row: ScreeningRow) => ({
  ...presentStanding(row),
  names: [...row.names],
  countries: [...row.countries],
  hits: row.hits,
  bestScore: row.bestScore,
  fictional: row.fictional,
  checkedAt: row.checkedAt,
})

export const presentDesk = ({ lists, proposals, ...desk }: ScreeningDesk) => ({
  ...desk,
  lists: lists.map((list) => ({ ...list, versions: [...list.versions] })),
  proposals: [...proposals],
})

const presentParty = ({ kind, names, identifiers, countries }: PartyFacts) => ({
  kind,
  names: [...names],
  identifiers: [...identifiers],
  countries: [...countries],
})

const presentOwner = ({ party, ...owner }: Owner) => ({ ...owner, party: presentParty(party) })

const presentHit = ({ hit, entry, ...found }: FoundHit) => ({
  ...found,
  hit: { ...hit, explanation: [...hit.explanation] },
  entry: {
    ...entry,
    names: [...entry.names],
    identifiers: [...entry.identifiers],
    countries: [...entry.countries],
    birthDates: [...entry.birthDates],
    programmes: [...entry.programmes],
  },
})

export const presentHits = (hits: readonly FoundHit[]) => hits.map(presentHit)

export const presentScreening = (view: ScreeningView) => ({
  ...view,
  stale: [...view.stale],
  party: presentParty(view.party),
  owners: view.owners.map(presentOwner),
  check: view.check && { ...view.check, hits: presentHits(view.check.hits) },
  decisions: view.decisions.map((decision) => ({ ...decision, hits: presentHits(decision.hits) })),
  licences: [...view.licences],
  may: { ...view.may, deeds: [...view.may.deeds] },
})

export const presentQuestionnaire = (view: QuestionnaireView) => ({
  ...view,
  answers: [...view.answers],
  entries: [...view.entries],
  licences: [...view.licences],
})

export const presentTable = () => ({
  version: TABLE_VERSION,
  technologies: TECHNOLOGIES.map(({ key, title, parameters }) => ({
    key,
    title,
    parameters: parameters.map((parameter) => ({
      key: parameter.key,
      title: parameter.title,
      example: parameter.example,
    })),
  })),
  entries: CONTROL_ENTRIES.map(({ code, title }) => ({ code, title })),
  sources: SOURCES.map(({ title, url }) => ({ title, url })),
})
