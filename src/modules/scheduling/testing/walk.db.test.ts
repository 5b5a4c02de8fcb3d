import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { walkToAgenda } from './walk-to-agenda.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

/** The promise of docs/walk.md, which is generated from the same walk. */
test('one meeting request costs thirteen statements from asking to agenda', async () => {
  const steps = await walkToAgenda(platform)
  expect(steps.map(({ step, statements }) => [step, statements.length])).toEqual([
    ['ask', 2],
    ['accept', 1],
    ['start', 2],
    ['run', 4],
    ['release', 3],
    ['agenda', 1],
  ])
})
