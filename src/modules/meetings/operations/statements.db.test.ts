import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { walkMeetingRequest } from '../testing/walk-meeting-request.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

test('asking takes two statements, accepting one, journal entries included', async () => {
  const { steps, requestId } = await walkMeetingRequest(platform)
  expect(steps.map(({ step, statements }) => [step, statements.length])).toEqual([
    ['ask', 2],
    ['accept', 1],
  ])
  const { rows } = await platform.database.pool.query<{ action: string }>(
    'select action from journal_entry where subject_id = $1 order by seq',
    [requestId],
  )
  expect(rows.map(({ action }) => action)).toEqual(['meeting-request.created', 'meeting-request.accepted'])
})
