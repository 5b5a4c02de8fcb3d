import { expect, test } from 'vitest'
import { readBuiltInEmbedding } from '../thesaurus/read-embedding.ts'
import { buildMatchParty, buildMatchProfile, smallThesaurus, stemmers } from '../testing/build-match-party.ts'
import { tellingWeight } from './embed-text.ts'
import { readEmbedding, subwordRows, writeEmbedding } from './embedding.ts'
import { explainPair } from './explain.ts'
import { buildIndex } from './match-index.ts'

const small = {
  dimensions: 4,
  rows: 2,
  vectors: Int8Array.from([1, -2, 3, -4, 127, 0, 0, -128]),
  scales: Float32Array.from([0.5, 0.25]),
  means: {
    ko: Float32Array.from([1, 0, 0, 0]),
    ru: Float32Array.from([0, 1, 0, 0]),
    en: Float32Array.from([0, 0, 1, 0]),
  },
}

test('a written embedding is read back as it was, at any offset of its buffer', () => {
  const bytes = writeEmbedding(small)
  const shifted = new Uint8Array(bytes.length + 3)
  shifted.set(bytes, 3)
  expect(readEmbedding(bytes)).toEqual(small)
  expect(readEmbedding(shifted.subarray(3))).toEqual(small)
})

test('another file is refused', () => {
  expect(() => readEmbedding(new Uint8Array(40))).toThrow('Not an embedding file')
  expect(() => readEmbedding(writeEmbedding(small).subarray(0, 60))).toThrow('cut short')
})

test('rows of a word are stable', () => {
  const rows = subwordRows({ form: 'лазера', stem: 'лазер', script: 'cyrillic' }, 1000)
  expect(rows).toEqual(subwordRows({ form: 'лазера', stem: 'лазер', script: 'cyrillic' }, 1000))
  expect(rows.every((row) => row >= 0 && row < 1000)).toBe(true)
})

test('what everybody says weighs little', () => {
  expect(tellingWeight(0, 1000)).toBe(1)
  expect(tellingWeight(20, 1000)).toBe(0.5)
  expect(tellingWeight(1000, 1000)).toBeLessThan(0.03)
})

test('similar wording without a shared concept says that it is only statistical', () => {
  const embedding = readBuiltInEmbedding()
  if (!embedding) throw new Error('embedding.bin is part of the product')
  const index = buildIndex(
    [
      buildMatchParty('a', 'gyeonggi', [buildMatchProfile('request', 'ko', '자전거 수리')]),
      buildMatchParty('b', 'russia', [buildMatchProfile('offer', 'ru', 'Ремонт велосипедов')]),
      buildMatchParty('c', 'russia', [buildMatchProfile('offer', 'ru', 'Производство сыра')]),
    ],
    smallThesaurus,
    { stemmers, embedding },
  )
  const near = explainPair(index, 'a', 'b')
  expect(near.forward.evidence).toBe('statistical')
  expect(near.reasons[0]).toMatchObject({ code: 'similar-wording', statisticalOnly: true, noSharedConcept: true })
  expect(near.reasons.reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(Math.round(near.score * 100))
  expect(near.score).toBeGreaterThan(explainPair(index, 'a', 'c').score)
})
