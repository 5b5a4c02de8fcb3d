import { expect, test } from 'vitest'
import { fromLines, toLines } from './owner-lines.ts'

test('owners go to lines and back, with decimal commas and per cent signs', () => {
  const read = fromLines('A; Alpha Holding / Альфа; 60;\n\nB; Beta; 33,5 %; A')
  expect(read).toMatchObject({
    owners: [
      { key: 'A', party: { names: ['Alpha Holding', 'Альфа'] }, share: 60, of: null },
      { key: 'B', share: 33.5, of: 'A' },
    ],
  })
  if ('owners' in read) expect(fromLines(toLines(read.owners))).toEqual(read)
})

test('a line without a name or with a share that is none is named', () => {
  expect(fromLines('A; Alpha; 60\nB; ; 20')).toEqual({ line: 2 })
  expect(fromLines('A; Alpha; 120')).toEqual({ line: 1 })
})
