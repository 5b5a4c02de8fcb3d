import { expect, test } from 'vitest'
import { stemmers } from '../testing/build-match-party.ts'
import { stripKoreanEnding, tokenise } from './tokens.ts'

const forms = (text: string): string[] => tokenise(text, stemmers).tokens.map(({ form }) => form)

test('a change of script starts a new word, digits stay with Latin letters', () => {
  expect(forms('OLED용 3D프린팅, CO2-лазер 5축')).toEqual(['oled', '용', '3d', '프린팅', 'co2', 'лазер', '5', '축'])
})

test('stems are cut by the word’s own script', () => {
  expect(tokenise('измерения measuring 측정을', stemmers).tokens.map(({ stem }) => stem)).toEqual([
    'измерен',
    'measur',
    '측정',
  ])
})

test('a Korean particle or ending is cut while two syllables remain', () => {
  expect(['간섭계를', '장비에서는', '개발합니다', '회의', '물을'].map(stripKoreanEnding)).toEqual([
    '간섭계',
    '장비',
    '개발',
    '회의',
    '물을',
  ])
})
