import { expect, test } from 'vitest'
import { LOCALES } from '../../../kernel/locale.ts'
import { issueSentence } from './issue-sentence.ts'

test('remarks of every stage are said in the reader’s language', () => {
  const twice = { code: 'code-twice', values: { value: 'G-04', firstRow: 3 } }
  expect(issueSentence(twice, 'en')).toBe('The code G-04 is already in row 3.')
  expect(issueSentence({ code: 'events.time-zone-unknown', values: { value: 'Mars' } }, 'en')).toBe(
    '“Mars” is not a time zone, such as Asia/Seoul.',
  )
  for (const locale of LOCALES) expect(issueSentence(twice, locale)).not.toMatch(/[{}]/)
})

test('an unknown code stays readable', () => {
  expect(issueSentence({ code: 'rooms.too-small', values: {} }, 'ko')).toBe('rooms.too-small')
})
