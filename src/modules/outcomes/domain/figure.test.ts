import { expect, test } from 'vitest'
import { type AnnouncedFigure, besideRecord, decideFigure } from './figure.ts'

const announced: AnnouncedFigure = {
  figure: 'participating-companies',
  name: { en: 'Companies that took part' },
  value: 44,
  unit: 'companies',
  asOf: '2020-10-26',
  source: 'press report',
}
const counts = {
  participatingCompanies: [
    { sideId: 'a', count: 22 },
    { sideId: 'b', count: 18 },
  ],
}
const { value: _, ...figure } = announced

test('44 announced stand beside 40 recorded, and neither changes the other', () => {
  expect(besideRecord(announced, counts)).toEqual({
    ...figure,
    announced: 44,
    recorded: 40,
    recordedBySide: counts.participatingCompanies,
  })
})

test('nothing recorded is zero, not counted is null', () => {
  expect(besideRecord(announced, { participatingCompanies: [] }).recorded).toBe(0)
  expect(besideRecord({ ...announced, figure: 'attendees' }, counts)).toEqual({
    ...figure,
    figure: 'attendees',
    announced: 44,
    recorded: null,
    recordedBySide: [],
  })
})

test.each<[string, Partial<AnnouncedFigure>]>([
  ['outcomes.figure-malformed', { figure: 'Companies' }],
  ['outcomes.name-missing', { name: {} }],
  ['outcomes.value-malformed', { value: Number.NaN }],
  ['outcomes.source-missing', { source: '' }],
])('%s', (code, change) => {
  expect(decideFigure({ ...announced, ...change })).toMatchObject({ ok: false, refusal: { code } })
})
