import { expect, test } from 'vitest'
import { type NewProgramme, type NewSide, decideProgramme } from './programme.ts'

const gyeonggi: NewSide = {
  code: 'gyeonggi',
  name: { ko: '경기도' },
  country: 'KR',
  timeZone: 'Asia/Seoul',
  languages: ['ko'],
}
const russia: NewSide = {
  ...gyeonggi,
  code: 'russia',
  name: { ru: 'Россия' },
  country: 'RU',
  timeZone: 'Europe/Moscow',
}
const programme: NewProgramme = {
  slug: 'gyeonggi-russia',
  name: { en: 'Gyeonggi and Russia' },
  operatorName: { en: 'Operator' },
  sides: [gyeonggi, russia],
}

test('a programme of two sides stands', () => {
  expect(decideProgramme(programme)).toEqual({ ok: true, value: undefined })
})

test.each<[string, Partial<NewProgramme>]>([
  ['programmes.slug-malformed', { slug: 'Gyeonggi' }],
  ['programmes.name-missing', { name: {} }],
  ['programmes.name-missing', { sides: [gyeonggi, { ...russia, name: {} }] }],
  ['programmes.too-few-sides', { sides: [gyeonggi] }],
  ['programmes.side-twice', { sides: [gyeonggi, { ...russia, code: 'gyeonggi' }] }],
  ['programmes.side-code-malformed', { sides: [gyeonggi, { ...russia, code: '' }] }],
  ['programmes.country-unknown', { sides: [gyeonggi, { ...russia, country: 'Russia' }] }],
  ['programmes.time-zone-unknown', { sides: [gyeonggi, { ...russia, timeZone: 'Moscow' }] }],
  ['programmes.languages-missing', { sides: [gyeonggi, { ...russia, languages: [] }] }],
])('%s', (code, change) => {
  expect(decideProgramme({ ...programme, ...change })).toMatchObject({ ok: false, refusal: { kind: 'invalid', code } })
})
