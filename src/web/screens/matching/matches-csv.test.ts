import { expect, test } from 'vitest'
import { csvText } from './matches-csv.ts'

test('quotes, line ends and formulas do no harm', () => {
  expect(
    csvText([
      ['이름', 'score'],
      ['A "B", C', 87.5],
      ['=HYPERLINK("x")', -1],
    ]),
  ).toBe('\uFEFF이름,score\r\n"A ""B"", C",87.5\r\n"\'=HYPERLINK(""x"")",-1\r\n')
})
