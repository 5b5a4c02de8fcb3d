import { stemmer as stemEn } from '@orama/stemmers/english'
import { stemmer as stemRu } from '@orama/stemmers/russian'
import { expect, test } from 'vitest'
import { lintThesaurus } from '../engine/thesaurus.ts'
import { readThesaurus } from './read-thesaurus.ts'

test('the thesaurus has no flaw', () => {
  expect(lintThesaurus(readThesaurus(), { ru: stemRu, en: stemEn })).toEqual([])
})
