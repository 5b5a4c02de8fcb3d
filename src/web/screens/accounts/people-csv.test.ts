import { expect, test } from 'vitest'
import { toCsv } from './people-csv.ts'

test('quotes what needs it and lets no cell become a formula', () => {
  expect(
    toCsv([
      ['Name', 'Note'],
      ['=HYPERLINK("x")', 'a, "b"'],
      ['김지원', '-1'],
    ]),
  ).toBe('\u{FEFF}Name,Note\r\n"\'=HYPERLINK(""x"")","a, ""b"""\r\n김지원,\'-1\r\n')
})
