import { expect, test } from 'vitest'
import { findResidentNumber, holdsResidentNumber } from './resident-number.ts'

const NOW = '2020-10-26T06:00:00.000Z'
const holds = (text: string) => holdsResidentNumber(text, NOW)

test.each([
  '900101-1234567',
  '9001011234567',
  '900101 - 2234567',
  '900101 1234567',
  '９００１０１－１２３４５６７',
  '900101–1234567',
  '주민등록번호: 900101-1234567입니다',
  '홍길동900101-5234567',
  '200229-3234567',
  'Passport no, but 000229-4123456.',
])('%s is refused', (text) => {
  expect(holds(text)).toBe(true)
})

test.each([
  ['no day', '901301-1234567'],
  ['no day in that year', '190229-3234567'],
  ['not born yet', '201027-3234567'],
  ['nobody is that old', '050101-1234567'],
  ['no such kind', '900101-9234567'],
  ['part of a longer number', '19001011234567'],
  ['a code', 'A9001011234567'],
  ['an id', '01756364-9001-7012-8345-670000000000'],
  ['a corporation of Korea', '130111-0006246'],
  ['a corporation of Korea with a late number', '110111-3015024'],
  ['a corporation of Russia', '1027700132195'],
  ['a business number', '124-81-00998'],
  ['a telephone', '+82 31-259-6114'],
  ['an amount', '12,345,678,901,234'],
])('%s is none: %s', (_, text) => {
  expect(holds(text)).toBe(false)
})

test('the path to it, however deep', () => {
  expect(findResidentNumber({ name: { ko: 'a' }, rows: ['b', { note: '900101-1234567' }] }, NOW)).toEqual([
    'rows',
    1,
    'note',
  ])
  expect(findResidentNumber({ name: 'a', file: new Blob(['900101-1234567']), n: 9_001_011_234_567 }, NOW)).toBeNull()
  let deep: unknown = '900101-1234567'
  for (let level = 0; level < 10_000; level++) deep = [deep]
  expect(findResidentNumber(deep, NOW)).toHaveLength(10_000)
})
