import { expect, test } from 'vitest'
import { bearerToken, rateLimitHeaders } from './api-token.ts'

test.each([
  ['Bearer naru_short', null],
  ['Basic abc', null],
  [null, null],
  ['Bearer other_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', null],
])('%s carries no token', (header, expected) => {
  expect(bearerToken(header)).toBe(expected)
})

test('a token is found in its header, in whatever case the scheme is written', () => {
  const token = `naru_${'a'.repeat(43)}`
  expect([bearerToken(`Bearer ${token}`), bearerToken(`bearer  ${token} `)]).toEqual([token, token])
})

test('a clock that goes back never promises a negative wait or more than there is', () => {
  const use = { scope: 'read', uses: 700, windowBeganAt: '2020-10-26T06:00:00.000Z' } as const
  expect(rateLimitHeaders(use, '2020-10-26T06:02:00.000Z')).toEqual({
    'ratelimit-policy': '"token";q=600;w=60',
    ratelimit: '"token";r=0;t=1',
    'retry-after': '1',
  })
})
