import { expect, test } from 'vitest'
import { cutAtMarks, findingsOfCell, findingsOfWhole } from './findings.ts'
import type { Finding } from './shapes.ts'

const finding = (facts: Partial<Finding>): Finding => ({
  code: 'amount-differs',
  severity: 'blocks',
  clause: 'amount',
  languages: [],
  places: [],
  values: {},
  ...facts,
})

test('a difference stands in the column that lacks it and marks the columns that have it', () => {
  const place = { clause: 'amount', language: 'ko', start: 4, end: 10 } as const
  const findings = [finding({ languages: ['ru'], places: [place] })]
  expect([findingsOfCell(findings, 'amount', 'ru'), findingsOfCell(findings, 'amount', 'ko')]).toEqual(
    [
      { lacks: findings, marks: [] },
      { lacks: [], marks: [{ ...place }].map(({ start, end }) => ({ start, end })) },
    ].map((cell) => ({ ...cell, marks: cell.marks.map((mark) => expect.objectContaining(mark)) })),
  )
  expect(findingsOfCell(findings, 'law', 'ru')).toEqual({ lacks: [], marks: [] })
})

test('what belongs to no clause stands apart', () => {
  const whole = finding({ code: 'prevailing-clause-missing', clause: null })
  expect(findingsOfWhole([whole, finding({})], ['amount'])).toEqual([whole])
})

test('a text is cut at its marks and nothing of it is lost', () => {
  const text = 'pays USD 5 by 2021'
  const pieces = cutAtMarks(text, [
    { start: 5, end: 10 },
    { start: 14, end: 18 },
  ])
  expect(pieces.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(['USD 5', '2021'])
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(cutAtMarks('short', [{ start: 3, end: 99 }])).toEqual([{ text: 'short', marked: false }])
})
