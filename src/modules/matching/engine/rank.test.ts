import { expect, test } from 'vitest'
import { buildMatchParty, buildMatchProfile, smallThesaurus, stemmers } from '../testing/build-match-party.ts'
import { readBuiltInEmbedding } from '../thesaurus/read-embedding.ts'
import { explainPair } from './explain.ts'
import { buildIndex, insertParty, removeParty } from './match-index.ts'
import type { Match } from './match.ts'
import type { MatchParty } from './party.ts'
import { rankPairs, rankPartners } from './rank.ts'

const seeker = buildMatchParty(
  'seeker',
  'gyeonggi',
  [
    buildMatchProfile('request', 'ko', '간섭계를 이용한 변위 측정 기술'),
    buildMatchProfile('offer', 'ko', '반도체 웨이퍼 장비'),
  ],
  { languages: ['ko', 'en'], size: 'small' },
)
const both = buildMatchParty(
  'both',
  'russia',
  [
    buildMatchProfile('offer', 'ru', 'Интерферометр для измерения перемещений, ISO 9001'),
    buildMatchProfile('request', 'ru', 'Оборудование для пластин кремния', { partnerSizes: ['small'] }),
  ],
  { languages: ['ru', 'en'] },
)
const half = buildMatchParty('half', 'russia', [
  buildMatchProfile('offer', 'ru', 'Интерферометр для измерения перемещений'),
  buildMatchProfile('request', 'ru', 'Системы орошения'),
])
const repeater = buildMatchParty('repeater', 'russia', [
  buildMatchProfile('offer', 'ru', 'интерферометр '.repeat(500)),
  buildMatchProfile('request', 'ru', 'Оборудование для пластин кремния'),
])
const silent = buildMatchParty('silent', 'russia', [])
const farmer = buildMatchParty('farmer', 'gyeonggi', [buildMatchProfile('offer', 'ko', '관개 시스템')])

const index = (...parties: MatchParty[]) => buildIndex(parties, smallThesaurus, { stemmers })
const all = index(seeker, both, half, repeater, silent, farmer)
const sum = ({ reasons }: Match): number => reasons.reduce((total, { hundredths }) => total + hundredths, 0)

test('who fits both ways comes first, 500 repetitions do not help, the silent are left out', () => {
  expect(rankPartners(all, 'seeker', 10).map(({ b }) => b)).toEqual(['both', 'repeater'])
})

test('a direction that fails makes the pair fail', () => {
  const { score, forward, backward } = explainPair(all, 'seeker', 'half')
  expect({ score, backward: backward.score }).toEqual({ score: 0, backward: 0 })
  expect(forward.score).toBeGreaterThan(0)
})

test('one direction alone counts less', () => {
  const { score, reasons, backward } = explainPair(all, 'farmer', 'half')
  expect(reasons.at(-1)).toEqual({ code: 'one-way', direction: 'backward', hundredths: 0 })
  expect(score).toBeLessThan(backward.score)
})

test('the evidence is shown where it stands in both texts, and its points sum to the score', () => {
  const match = explainPair(all, 'seeker', 'both')
  expect(sum(match)).toBe(Math.round(match.score * 100))
  const reason = match.reasons.find((one) => one.code === 'concept' && one.conceptId === 'interferometer')
  expect(reason).toMatchObject({
    direction: 'forward',
    need: [{ profileId: 'request', locale: 'ko', textIndex: 0, start: 0, end: 3, surface: '간섭계' }],
    offer: [{ profileId: 'offer', locale: 'ru', textIndex: 0, start: 0, end: 13, surface: 'Интерферометр' }],
  })
  expect(match.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['shared-language', 'size-wanted']))
})

test('the order does not depend on names, and a ranking agrees with its explanations', () => {
  const renamed = index({ ...both, id: 'zz' }, { ...repeater, id: 'aa' }, seeker)
  expect(rankPartners(renamed, 'seeker', 10).map(({ b }) => b)).toEqual(['zz', 'aa'])
  for (const match of rankPartners(all, 'seeker', 10)) expect(explainPair(all, 'seeker', match.b)).toEqual(match)
})

test('cutting the strongest evidence lowers the score', () => {
  const less = buildMatchParty('both', 'russia', [
    buildMatchProfile('offer', 'ru', 'Прибор для измерения перемещений'),
    ...both.profiles.slice(1),
  ])
  const before = explainPair(index(seeker, both, half), 'seeker', 'both').score
  expect(explainPair(index(seeker, less, half), 'seeker', 'both').score).toBeLessThan(before)
})

test('a gated pair is explained with score 0 and never ranked', () => {
  const gated = index({ ...seeker, blockedPartners: ['both'] }, both)
  expect(rankPartners(gated, 'seeker', 10)).toEqual([])
  const { score, reasons, gates } = explainPair(gated, 'seeker', 'both')
  expect({ score, reasons }).toEqual({ score: 0, reasons: [] })
  expect(gates.filter(({ passed }) => !passed)).toEqual([{ code: 'blocked-pair', passed: false }])
})

test('an empty profile scores 0 and says so', () => {
  const { score, reasons } = explainPair(all, 'seeker', 'silent')
  expect({ score, reasons }).toEqual({
    score: 0,
    reasons: [{ code: 'empty-profile', partyId: 'silent', hundredths: 0 }],
  })
})

test('a certificate that a request names counts for who holds it', () => {
  const certified = buildMatchParty('certified', 'gyeonggi', [buildMatchProfile('offer', 'ko', '웨이퍼 장비')], {
    certifications: ['ISO 9001'],
  })
  const asker = buildMatchParty('asker', 'russia', [buildMatchProfile('request', 'ru', 'пластины кремния, iso9001')])
  expect(explainPair(index(certified, asker, both), 'certified', 'asker').reasons).toEqual(
    expect.arrayContaining([expect.objectContaining({ code: 'certification-named', certifications: ['ISO 9001'] })]),
  )
})

test('inserting replaces, removing forgets', () => {
  const changing = index(seeker, half)
  insertParty(changing, both)
  expect(rankPartners(changing, 'seeker', 5).map(({ b }) => b)).toEqual(['both'])
  insertParty(changing, { ...both, complianceBlocked: true })
  expect(rankPartners(changing, 'seeker', 5)).toEqual([])
  removeParty(changing, 'both')
  expect(() => explainPair(changing, 'seeker', 'both')).toThrow('no party "both"')
})

test('everyone is ranked with progress, each pair once, and the run can be stopped', () => {
  const progress: string[] = []
  const pairs = rankPairs(all, {
    limit: 3,
    onProgress: (done, total) => progress.push(`${done}/${total}`),
    shouldStop: () => progress.length === 2,
  })
  expect([...pairs].map(({ a, b }) => `${a} ${b}`)).toEqual(['seeker both', 'seeker repeater'])
  expect(progress).toEqual(['1/6', '2/6'])
})

test('a ranking is what explaining every pair would give', () => {
  const words = ['간섭계', '변위 측정', '반도체', '웨이퍼', '배터리', '자석', '관개', '대기']
  const russian = ['интерферометр', 'перемещение', 'полупроводник', 'пластина кремния', 'аккумулятор', 'магнит']
  const companies = Array.from({ length: 60 }, (_, at) => {
    const [list, locale, side] = at % 2 ? ([russian, 'ru', 'russia'] as const) : ([words, 'ko', 'gyeonggi'] as const)
    const text = (step: number) => [1, 5].map((n) => list[(at * step + n * (at % 7)) % list.length]).join(', ')
    return buildMatchParty(
      `company-${at}`,
      side,
      [
        buildMatchProfile('offer', locale, text(3), at % 5 ? {} : { targetCountries: ['KR'] }),
        ...(at % 9 ? [buildMatchProfile('request', locale, text(11), at % 4 ? {} : { partnerSizes: ['small'] })] : []),
      ],
      {
        size: at % 3 ? 'small' : 'large',
        languages: at % 2 ? ['ru'] : ['en'],
        blockedPartners: [`company-${at + 3}`],
        complianceBlocked: at === 13,
      },
    )
  })
  const embedding = readBuiltInEmbedding()!
  const many = buildIndex(companies, smallThesaurus, { stemmers, embedding })
  const limit = 7
  const expected = companies.map(({ id }) =>
    companies
      .map(({ id: other }) => explainPair(many, id, other))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || (a.b < b.b ? -1 : 1))
      .slice(0, limit),
  )
  expect(companies.map(({ id }) => rankPartners(many, id, limit))).toEqual(expected)
  const kept = new Set(expected.flat().map(({ a, b }) => [a, b].toSorted().join(' ')))
  const pairs = [...rankPairs(many, { limit })]
  expect(pairs.map(({ a, b }) => [a, b].toSorted().join(' ')).toSorted()).toEqual([...kept].toSorted())
  for (const pair of pairs) expect(pair).toEqual(explainPair(many, pair.a, pair.b))
})

test('companies of one side are matched only where the programme allows it', () => {
  const neighbour = { ...both, id: 'neighbour', sideId: 'gyeonggi' }
  expect(rankPartners(index(seeker, neighbour), 'seeker', 5)).toEqual([])
  const open = buildIndex([seeker, neighbour], smallThesaurus, { stemmers }, { sameSide: 'allowed' })
  expect(rankPartners(open, 'seeker', 5).map(({ b }) => b)).toEqual(['neighbour'])
})
