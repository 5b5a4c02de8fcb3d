import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../platform/testing.ts'
import { loadDemo } from './load-demo.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ now: '2026-11-24T06:00:00.000Z' })
})
afterAll(() => platform.close())

test('load', async () => {
  const t = performance.now()
  const loaded = await loadDemo(platform)
  console.log(performance.now() - t, loaded)
})
