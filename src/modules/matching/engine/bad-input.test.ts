import { expect, test } from 'vitest'
import { readBuiltInEmbedding } from '../thesaurus/read-embedding.ts'
import { buildMatchParty, buildMatchProfile, smallThesaurus, stemmers } from '../testing/build-match-party.ts'
import { explainPair } from './explain.ts'
import { buildIndex } from './match-index.ts'
import { rankPartners } from './rank.ts'

const embedding = readBuiltInEmbedding()!

const both = (id: string, offer: string, request: string, locale: 'ru' | 'en' | 'ko' = 'ru') =>
  buildMatchParty(id, 'russia', [
    buildMatchProfile('offer', locale, offer),
    buildMatchProfile('request', locale, request),
  ])

const seeker = buildMatchParty('seeker', 'gyeonggi', [
  buildMatchProfile('request', 'ko', '간섭계를 이용한 변위 측정 기술'),
  buildMatchProfile('offer', 'ko', '반도체 웨이퍼 장비'),
])
const honest = both('honest', 'Интерферометр для измерения перемещений', 'Оборудование для пластин кремния')

const rank = (...others: ReturnType<typeof both>[]) => {
  const index = buildIndex([seeker, honest, ...others], smallThesaurus, { stemmers, embedding })
  for (const { id } of others) {
    const { score, reasons } = explainPair(index, 'seeker', id)
    expect(reasons.reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(Math.round(100 * score))
  }
  return rankPartners(index, 'seeker', 10)
}

test('an empty profile is not ranked', () => {
  expect(rank(both('empty', '', '')).map(({ b }) => b)).toEqual(['honest'])
})

test('a profile in a fourth language is read as far as it goes, and does not pass who says it in a known one', () => {
  expect(rank(both('japanese', '変位測定の装置', 'ウェーハの装置'))[0]?.b).toBe('honest')
})

test('100,000 characters change nothing but the length', () => {
  expect(rank(both('long', 'Сыр и масло. '.repeat(8_000), 'Молоко'))[0]?.b).toBe('honest')
})

test('two scripts in one profile are both read', () => {
  const ranked = rank(both('mixed', '간섭계 и измерение перемещений', '웨이퍼 장비, оборудование'))
  expect(ranked.map(({ b }) => b)).toContain('mixed')
})

test('a copy gets what the original gets', () => {
  const [first, second] = rank({ ...honest, id: 'copy' })
  expect([first?.b, second?.b]).toEqual(['copy', 'honest'])
  expect(first?.score).toBe(second?.score)
})

test('an offer that repeats one keyword 500 times does not win', () => {
  const [first, ...rest] = rank(both('repeater', 'интерферометр '.repeat(500), 'Оборудование для пластин кремния'))
  expect(first?.b).toBe('honest')
  expect(rest.map(({ b }) => b)).toEqual(['repeater'])
})

test('emoji alone say nothing; decomposed letters and zero-width characters say what they spell', () => {
  const offer = 'Интерферометр для измерения перемещений'
  const request = 'Оборудование для пластин кремния'
  const ranked = rank(
    both('emoji', '🤖🦾✨', '🔬'),
    both('decomposed', offer.normalize('NFD'), request.normalize('NFD')),
    both('zero-width', [...offer].join('\u200B'), request),
  )
  expect(ranked.map(({ b }) => b)).toEqual(['decomposed', 'honest', 'zero-width'])
  expect(new Set(ranked.map(({ score }) => score)).size).toBe(1)
})

test('vectors of an outside model are a reason of their own; who has none, or one of another length, is judged without', () => {
  const withVector = (party: typeof seeker, ...values: number[]) => ({
    ...party,
    profiles: party.profiles.map((profile) => ({ ...profile, outsideVector: Int8Array.from(values) })),
  })
  const parties = [
    withVector(seeker, 127, 0, 0),
    withVector(honest, 127, 0, 0),
    withVector({ ...honest, id: 'far' }, 0, 127, 0),
    withVector({ ...honest, id: 'other-model' }, 127, 0),
    { ...honest, id: 'without' },
  ]
  const index = buildIndex(parties, smallThesaurus, { stemmers, embedding })
  const ranked = rankPartners(index, 'seeker', 10)
  expect(ranked[0]?.b).toBe('honest')
  expect(ranked[0]?.reasons.map(({ code }) => code)).toContain('outside-model')
  expect(ranked).toEqual(ranked.map(({ b }) => explainPair(index, 'seeker', b)))
  const reasonsOf = (id: string) => ranked.find(({ b }) => b === id)?.reasons.map(({ code }) => code)
  expect([reasonsOf('other-model'), reasonsOf('without')].flat()).not.toContain('outside-model')
})
