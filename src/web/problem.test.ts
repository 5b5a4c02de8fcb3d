import { expect, test } from 'vitest'
import { Problem, isPassing, problemFromBody, toProblem } from './problem.ts'

test('a problem body keeps code, values, fields and request id', () => {
  const problem = problemFromBody(
    {
      type: 'urn:naru:problem:meetings.pair-already-live',
      title: 'Conflict',
      detail: 'R-12 already has a request.',
      status: 409,
      code: 'meetings.pair-already-live',
      values: { guest: 'R-12' },
      requestId: 'req-1',
      fields: [{ path: 'guestId', code: 'taken', message: 'Already asked.' }, { code: 'no path' }],
    },
    409,
  )
  expect({ ...problem }).toEqual({
    name: 'Problem',
    code: 'meetings.pair-already-live',
    status: 409,
    detail: 'R-12 already has a request.',
    values: { guest: 'R-12' },
    requestId: 'req-1',
    fields: { guestId: 'Already asked.' },
  })
})

test('what is not a problem body is unexpected, with its status', () => {
  for (const body of [null, 'Bad gateway', {}, { code: 7 }]) {
    const problem = problemFromBody(body, 502)
    expect([problem.code, problem.status, isPassing(problem)]).toEqual(['web.unexpected', 502, true])
  }
})

test('a rejected fetch is unreachable, a bug is not', () => {
  expect(toProblem(new TypeError('Failed to fetch')).code).toBe('web.unreachable')
  expect(toProblem(new RangeError('x')).code).toBe('web.unexpected')
  const problem = new Problem({ code: 'a.b', status: 404 })
  expect(toProblem(problem)).toBe(problem)
})
