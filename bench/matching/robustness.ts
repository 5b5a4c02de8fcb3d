import type { Locale } from '../../src/kernel/locale.ts'
import {
  type LanguageTools,
  type Match,
  type MatchParty,
  type Thesaurus,
  buildIndex,
  rankPartners,
} from '../../src/modules/matching/engine/index.ts'
import { makeRandom, printFigure } from './figures.ts'
import { buildParty, buildProfile } from './parties.ts'
import { OFFERS, REQUESTS, conceptsOfFields, makeCompanies } from './synthetic.ts'

const QUERIES = 60

export function measureRobustness(thesaurus: Thesaurus, language: LanguageTools): void {
  const companies = makeCompanies(thesaurus, 1_200, 21, 'c')
  const index = buildIndex(companies, thesaurus, language)
  const first = companies.slice(0, QUERIES)
  const matches = first.flatMap(({ id }) => rankPartners(index, id, 10))
  const exact = matches.filter((match) => sumOf(match) === Math.round(match.score * 100)).length
  printFigure({
    case: 'explanation',
    metric: 'sums to the score',
    value: exact / matches.length,
    unit: 'share',
    goal: { atLeast: 1 },
    n: matches.length,
  })
  measureNameSwap(companies, thesaurus, language)
  measureTranslation(thesaurus, language)
  measureDeletion(companies, thesaurus, language)
  measureRepetition(companies, thesaurus, language)
}

const sumOf = ({ reasons }: Match): number => reasons.reduce((sum, { hundredths }) => sum + hundredths, 0)

/** Ids are all the engine knows of names: renaming everyone changes no order. */
function measureNameSwap(companies: readonly MatchParty[], thesaurus: Thesaurus, language: LanguageTools): void {
  const rename = (id: string): string => `z-${id}`
  const plain = buildIndex(companies, thesaurus, language)
  const renamed = buildIndex(
    companies.map((party) => ({ ...party, id: rename(party.id) })),
    thesaurus,
    language,
  )
  const same = companies.slice(0, QUERIES).filter(({ id }) => {
    const before = rankPartners(plain, id, 10).map(({ b }) => rename(b))
    return (
      before.join() ===
      rankPartners(renamed, rename(id), 10)
        .map(({ b }) => b)
        .join()
    )
  })
  printFigure({
    case: 'name-swap',
    metric: 'ranks unchanged',
    value: same.length / QUERIES,
    unit: 'share',
    goal: { atLeast: 1 },
    n: QUERIES,
  })
}

/**
 * One profile written in each of the three languages among 1,200 companies of a programme with five fields: share of
 * the top ten that two versions have in common.
 */
export function measureTranslation(thesaurus: Thesaurus, language: LanguageTools): void {
  const random = makeRandom(31)
  const concepts = conceptsOfFields(thesaurus)
  const companies = makeCompanies({ concepts }, 1_200, 22, 'c')
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const locales: readonly Locale[] = ['ko', 'ru', 'en']
  const versions = Array.from({ length: 40 }, (_, at) => {
    const wanted = Array.from({ length: 2 }, () => pick(concepts))
    const offered = Array.from({ length: 3 }, () => pick(concepts))
    return locales.map((locale) => {
      const id = `v${at}-${locale}`
      const terms = (list: typeof wanted): string[] => list.map((concept) => concept.terms[locale][0] ?? '')
      return buildParty(id, 'v', [
        buildProfile(`${id}-request`, 'request', [{ locale, text: REQUESTS[locale](terms(wanted)) }]),
        buildProfile(`${id}-offer`, 'offer', [{ locale, text: OFFERS[locale][0]?.(terms(offered)) ?? '' }]),
      ])
    })
  })
  const index = buildIndex([...companies, ...versions.flat()], thesaurus, language)
  const shares = versions.flatMap((party) => {
    const tops = party.map(({ id }) => rankPartners(index, id, 10).map(({ b }) => b))
    return (
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ] as const
    ).map(([x, y]) => {
      const other = tops[y] ?? []
      return (tops[x] ?? []).filter((id) => other.includes(id)).length / 10
    })
  })
  const value = shares.reduce((sum, share) => sum + share, 0) / shares.length
  printFigure({
    case: 'translation',
    metric: 'top ten kept',
    value,
    unit: 'share',
    goal: { atLeast: 0.8 },
    n: shares.length,
  })
}

/** Cutting the strongest evidence out of the request's text lowers the score. */
function measureDeletion(companies: readonly MatchParty[], thesaurus: Thesaurus, language: LanguageTools): void {
  const index = buildIndex(companies, thesaurus, language)
  let tried = 0
  let lowered = 0
  for (const party of companies.slice(0, QUERIES)) {
    const top = rankPartners(index, party.id, 1)[0]
    const reason = top?.reasons.find((one) => one.code === 'concept')
    if (!top || reason?.code !== 'concept') continue
    const own = reason.direction === 'forward' ? reason.need : reason.offer
    const cut = { ...party, profiles: party.profiles.map((profile) => cutSpans(profile, own)) }
    const changed = buildIndex(
      companies.map((one) => (one.id === party.id ? cut : one)),
      thesaurus,
      language,
    )
    const after = rankPartners(changed, party.id, companies.length).find(({ b }) => b === top.b)?.score ?? 0
    tried += 1
    if (after < top.score) lowered += 1
    if (tried >= 12) break
  }
  printFigure({
    case: 'deletion',
    metric: 'score falls',
    value: lowered / tried,
    unit: 'share',
    goal: { atLeast: 1 },
    n: tried,
  })
}

function cutSpans(
  profile: MatchParty['profiles'][number],
  spans: readonly { profileId: string; textIndex: number; start: number; end: number }[],
): MatchParty['profiles'][number] {
  const texts = profile.texts.map((text, textIndex) => {
    const own = spans.filter((span) => span.profileId === profile.id && span.textIndex === textIndex)
    const cut = own
      .toSorted((a, b) => b.start - a.start)
      .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text.text)
    return { ...text, text: cut }
  })
  return { ...profile, texts }
}

/** An offer that says one word of the request 500 times does not beat an honest offer of two of its three topics. */
function measureRepetition(companies: readonly MatchParty[], thesaurus: Thesaurus, language: LanguageTools): void {
  const random = makeRandom(41)
  const { concepts } = thesaurus
  let lost = 0
  const rounds = 40
  for (let round = 0; round < rounds; round += 1) {
    const [a, b, c] = Array.from({ length: 3 }, () => concepts[Math.floor(random() * concepts.length)]!.terms)
    if (!a || !b || !c) continue
    const request = `${a.ko[0]}, ${b.ko[0]}, ${c.ko[0]}`
    const index = buildIndex(
      [
        ...companies.slice(0, 300),
        buildParty('asks', 'ko', [buildProfile('asks-r', 'request', [{ locale: 'ko', text: request }])]),
        buildParty('repeats', 'ru', [
          buildProfile('repeats-o', 'offer', [{ locale: 'ru', text: `${a.ru[0]} `.repeat(500) }]),
        ]),
        buildParty('honest', 'ru', [
          buildProfile('honest-o', 'offer', [{ locale: 'ru', text: `${a.ru[0]}, ${b.ru[0]}` }]),
        ]),
      ],
      thesaurus,
      language,
    )
    const order = rankPartners(index, 'asks', 300).map(({ b: id }) => id)
    if (order.indexOf('honest') < order.indexOf('repeats') || !order.includes('repeats')) lost += 1
  }
  printFigure({
    case: 'repetition',
    metric: '500 times one word loses',
    value: lost / rounds,
    unit: 'share',
    goal: { atLeast: 1 },
    n: rounds,
  })
}
