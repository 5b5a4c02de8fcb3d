import { expect, test } from 'vitest'
import { clockSpan } from './clock-span.ts'

test('a half of the day is said once', () => {
  expect(clockSpan('오후 3:00', '오후 3:20')).toBe('오후 3:00–3:20')
  expect(clockSpan('오전 11:50', '오후 12:10')).toBe('오전 11:50–오후 12:10')
  expect(clockSpan('15:00', '15:20')).toBe('15:00–15:20')
})
