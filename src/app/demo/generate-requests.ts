import type { GeneratedRequest, ProgrammeSizes, RequestFate } from './generated.ts'
import type { SyntheticCompany } from './generate-companies.ts'
import { DECLINE_REASONS, REQUEST_NOTES } from './profile-sentences.ts'
import type { Random } from './random.ts'
import type { RealOrganisation } from './source-case.ts'

/** What the report says of these two; the time of their meeting is not in it. */
const REPORTED_TALK =
  '공개 보고에 나온 상담이며 시각과 통역은 가상입니다. / The talk is reported; its time and interpreter are synthetic.'
const REPORTED_AGREEMENT =
  '공개된 것은 협약이며 이 상담은 가상입니다. / The agreement is reported; this meeting is synthetic.'

/** Real organisations meet those with whom the report names them, and nobody else. */
export const realRequests = (organisations: readonly RealOrganisation[]): GeneratedRequest[] =>
  organisations.flatMap(({ code, side, subject }) =>
    side === 'gyeonggi' && subject
      ? [
          {
            host: code,
            guest: subject.with,
            wish: 'must' as const,
            note: subject.reported === 'talk' ? REPORTED_TALK : REPORTED_AGREEMENT,
            fate: 'accepted' as const,
            declineReason: null,
          },
        ]
      : [],
  )

interface Pair {
  readonly gyeonggi: SyntheticCompany
  readonly russia: SyntheticCompany
  /** 2: each has what the other needs. Half a point for the same field. */
  readonly fit: number
}

/** Meetings a company may be wanted for: more than this and its day could never hold them. */
const MOST_REQUESTS = 10

/** Requests between invented companies, drawn without repetition: the better two fit, the likelier they ask. */
export function syntheticRequests(
  random: Random,
  gyeonggi: readonly SyntheticCompany[],
  russia: readonly SyntheticCompany[],
  { accepted, pending, declined, expired }: Pick<ProgrammeSizes, RequestFate>,
): GeneratedRequest[] {
  const fates: RequestFate[] = [
    ...Array<RequestFate>(accepted).fill('accepted'),
    ...Array<RequestFate>(pending).fill('pending'),
    ...Array<RequestFate>(declined).fill('declined'),
    ...Array<RequestFate>(expired).fill('expired'),
  ]
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  const count = (company: SyntheticCompany): number => counts.get(company.company.code) ?? 0
  const requests: GeneratedRequest[] = []
  for (const fate of random.draw(fates, fates.length)) {
    const pair = drawPair(random, gyeonggi, russia, taken, count)
    if (!pair) break
    for (const company of [pair.gyeonggi, pair.russia]) counts.set(company.company.code, count(company) + 1)
    taken.add(keyOf(pair.gyeonggi, pair.russia))
    requests.push(requestOf(random, pair, fate))
  }
  return requests
}

const keyOf = (gyeonggi: SyntheticCompany, russia: SyntheticCompany): string =>
  `${gyeonggi.company.code} ${russia.company.code}`

/** Whoever has few requests yet asks next, so that nobody goes without; then the partner by fit. */
function drawPair(
  random: Random,
  gyeonggi: readonly SyntheticCompany[],
  russia: readonly SyntheticCompany[],
  taken: ReadonlySet<string>,
  count: (company: SyntheticCompany) => number,
): Pair | null {
  const free = (company: SyntheticCompany): number => Math.max(0, MOST_REQUESTS - count(company))
  const first = random.pickWeighted(gyeonggi, (company) => free(company) ** 2)
  if (!first) return null
  const second = random.pickWeighted(russia, (company) =>
    taken.has(keyOf(first, company)) ? 0 : free(company) * (0.1 + fitOf(first, company) ** 2),
  )
  return second ? { gyeonggi: first, russia: second, fit: fitOf(first, second) } : null
}

const fitOf = (a: SyntheticCompany, b: SyntheticCompany): number =>
  Number(a.needs.includes(b.offers)) + Number(b.needs.includes(a.offers)) + (a.field === b.field ? 0.5 : 0)

function requestOf(random: Random, { gyeonggi, russia, fit }: Pair, fate: RequestFate): GeneratedRequest {
  const [host, guest] = random.chance(0.6) ? [gyeonggi, russia] : [russia, gyeonggi]
  const inWordsOf = (company: SyntheticCompany) => (company.company.side === 'gyeonggi' ? 'ko' : 'ru')
  return {
    host: host.company.code,
    guest: guest.company.code,
    wish: random.chance(fit >= 2 ? 0.6 : fit >= 1 ? 0.2 : 0.03) ? 'must' : 'want',
    note: random.chance(0.5) ? random.pick(REQUEST_NOTES)[inWordsOf(host)] : null,
    fate,
    declineReason: fate === 'declined' ? random.pick(DECLINE_REASONS)[inWordsOf(guest)] : null,
  }
}
