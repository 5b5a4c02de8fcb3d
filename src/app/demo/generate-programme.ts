import { realCompany, realOrganisationsOf, syntheticCompanies } from './generate-companies.ts'
import {
  generateEvent,
  generateInterpreters,
  realParticipant,
  syntheticParticipant,
  withoutCommonTime,
} from './generate-event.ts'
import { generatePeople } from './generate-people.ts'
import { realRequests, syntheticRequests } from './generate-requests.ts'
import type { GeneratedProgramme, GeneratedRequest, ProgrammeSizes, SideCode } from './generated.ts'
import { KEYWORDS } from './keywords.ts'
import { seededRandom } from './random.ts'
import { ANNOUNCED_FIGURES, PROGRAMME, RECORDED } from './source-case.ts'

/** The programme of October 2020: 22 and 18 companies, as the records count them. */
export const SOURCE_CASE: ProgrammeSizes = {
  seed: 5,
  gyeonggi: RECORDED.gyeonggi,
  russia: RECORDED.russia,
  realOrganisations: true,
  interpreters: 6,
  accepted: 84,
  pending: 6,
  declined: 4,
  expired: 3,
}

/**
 * A programme as plain data, the same for the same sizes and seed. `accepted` counts requests between invented
 * companies; those between real organisations come on top. Fewer requests come out when there are not enough pairs.
 */
export function generateProgramme(sizes: Partial<ProgrammeSizes> = {}): GeneratedProgramme {
  const wanted: ProgrammeSizes = { ...SOURCE_CASE, ...sizes }
  const random = seededRandom(wanted.seed)
  const real = (side: SideCode) => (wanted.realOrganisations ? realOrganisationsOf(side).slice(0, wanted[side]) : [])
  const organisations = [...real('gyeonggi'), ...real('russia')]
  const gyeonggi = syntheticCompanies(random, 'gyeonggi', wanted.gyeonggi - real('gyeonggi').length)
  const russia = syntheticCompanies(random, 'russia', wanted.russia - real('russia').length)
  const invented = [...gyeonggi, ...russia].map(({ company }) => company)
  const companies = [...organisations.map(realCompany), ...invented]
  const requests = [...realRequests(organisations), ...syntheticRequests(random, gyeonggi, russia, wanted)]
  const askedOf = countByCompany(requests)
  const participants = companies.map((company) =>
    company.synthetic
      ? syntheticParticipant(random, company, askedOf.get(company.code) ?? 0)
      : realParticipant(company),
  )
  const apart = pairToKeepApart(requests, new Set(invented.map(({ code }) => code)))
  const interpreters = generateInterpreters(wanted.interpreters)
  return {
    programme: PROGRAMME,
    keywords: KEYWORDS,
    figures: ANNOUNCED_FIGURES,
    companies,
    event: generateEvent(wanted),
    participants: apart ? withoutCommonTime(participants, apart) : participants,
    interpreters,
    requests,
    people: generatePeople(random, companies, interpreters),
  }
}

/** The first wish of an invented pair that must meet: it will not, so that there is something to explain. */
function pairToKeepApart(
  requests: readonly GeneratedRequest[],
  invented: ReadonlySet<string>,
): [string, string] | null {
  const found = requests.find(
    ({ host, guest, wish, fate }) =>
      wish === 'must' && fate === 'accepted' && invented.has(host) && invented.has(guest),
  )
  return found ? [found.host, found.guest] : null
}

function countByCompany(requests: readonly GeneratedRequest[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { host, guest } of requests) {
    for (const code of [host, guest]) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return counts
}
