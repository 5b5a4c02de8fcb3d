import { expect, test } from 'vitest'
import type { Locale } from '../../../kernel/locale.ts'
import { smallThesaurus, stemmers } from '../testing/build-match-party.ts'
import { buildTagger, tagText } from './tagger.ts'

const tagger = buildTagger(smallThesaurus, stemmers)
const tags = (text: string, locale: Locale): string[] =>
  tagText(tagger, text, locale).tags.map(
    ({ concept, start, end }) => `${smallThesaurus.concepts[concept]?.id}: ${text.slice(start, end)}`,
  )

test('inflected Russian and English words are found by stem', () => {
  expect(tags('Лазерные интерферометры для перемещений', 'ru')).toEqual([
    'interferometer: интерферометры',
    'displacement: перемещений',
  ])
  expect(tags('Interferometers, measurements', 'en')).toEqual([
    'interferometer: Interferometers',
    'measurement: measurements',
  ])
})

test('Korean terms are found with particles, inside compounds and written with or without blanks', () => {
  expect(tags('간섭계를 이용한 변위측정', 'ko')).toEqual([
    'interferometer: 간섭계',
    'displacement: 변위',
    'measurement: 측정',
  ])
  expect(tags('리튬 이온 전지의', 'ko')).toEqual(['lithium-ion: 리튬 이온 전지'])
  expect(tags('리튬이온전지', 'ko')).toEqual(['lithium-ion: 리튬이온전지'])
})

test('the longest term wins', () => {
  expect(tags('lithium-ion battery', 'en')).toEqual(['lithium-ion: lithium-ion battery'])
  expect(tags('литий-ионные аккумуляторы', 'ru')).toEqual(['lithium-ion: литий-ионные аккумуляторы'])
})

test('a two-syllable term inside another Korean word is chance', () => {
  expect(tags('대기실', 'ko')).toEqual([])
  expect(tags('대기 중', 'ko')).toEqual(['air: 대기'])
})

test('words of equal stem are told apart by their spelling', () => {
  expect(tags('магния, магнитов, магнитами', 'ru')).toEqual([
    'magnesium: магния',
    'magnet: магнитов',
    'magnet: магнитами',
  ])
})

test('an acronym is not the lower-case English word', () => {
  expect(tags('Led by a team, led by LED makers', 'en')).toEqual(['led: LED'])
  expect(tags('светодиоды led', 'ru')).toEqual(['led: светодиоды', 'led: led'])
})

test('a term does not reach over a full stop', () => {
  expect(tags('Плёнка и пластина. Кремния нет', 'ru')).toEqual([])
})

test('decomposed Hangul, zero-width characters and capitals hide nothing', () => {
  expect(tags('간섭계'.normalize('NFD'), 'ko')).toHaveLength(1)
  expect(tags('ИНТЕР\u200BФЕРОМЕТР', 'ru')).toEqual(['interferometer: ИНТЕР\u200BФЕРОМЕТР'])
})
