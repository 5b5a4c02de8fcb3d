import { expect, test } from 'vitest'
import { markText, quoteAround } from './marked-text.ts'

test('a text is cut at the edges of its marks, overlapping ones too', () => {
  const marks = [
    { start: 2, end: 8, reason: 0 },
    { start: 5, end: 8, reason: 1 },
  ]
  expect(markText('a thin film b', marks)).toEqual([
    { text: 'a ', reasons: [] },
    { text: 'thi', reasons: [0] },
    { text: 'n f', reasons: [0, 1] },
    { text: 'ilm b', reasons: [] },
  ])
})

test('marks that lie outside mark nothing', () => {
  const marks = [
    { start: 9, end: 12, reason: 0 },
    { start: 2, end: 99, reason: 1 },
    { start: 1, end: 1, reason: 2 },
  ]
  expect(markText('간섭계', marks)).toEqual([
    { text: '간섭', reasons: [] },
    { text: '계', reasons: [1] },
  ])
  expect(markText('', marks)).toEqual([])
})

test('a quotation begins and ends between words', () => {
  const text = 'Мы выпускаем лазерные интерферометры для точных станков и приборов.'
  const start = text.indexOf('интерферометры')
  expect(quoteAround(text, { start, end: start + 14 }, 14)).toEqual({
    before: '…лазерные ',
    marked: 'интерферометры',
    after: ' для точных …',
  })
  expect(quoteAround('박막 증착', { start: 0, end: 2 }, 20)).toEqual({ before: '', marked: '박막', after: ' 증착' })
})
