import process from 'node:process'
import { expect, test } from 'vitest'
import { silentLog } from './log.ts'
import { openNotifications } from './notifications.ts'
import { createSharedLive } from './shared-live.ts'

const url = process.env.TEST_DATABASE_URL

test.runIf(url)('what one process publishes every other hears within a second, and itself once', async () => {
  const sessions = await Promise.all([0, 1].map(() => openNotifications(url!, silentLog())))
  const [one, other] = await Promise.all([createSharedLive(sessions[0]!), createSharedLive(sessions[1]!)])
  const topic = `board:${crypto.randomUUID()}`
  const heard: (readonly [string, number | string])[] = []
  const arrived = new Promise<void>((resolve) => {
    other.subscribe(topic, (version) => {
      heard.push(['other', version])
      resolve()
    })
  })
  one.subscribe(topic, (version) => heard.push(['one', version]))
  const begin = performance.now()
  one.publish(topic, 7)
  await arrived
  expect(performance.now() - begin).toBeLessThan(1000)
  expect(heard.toSorted()).toEqual([
    ['one', 7],
    ['other', 7],
  ])
  await Promise.all(sessions.map((session) => session.close()))
})
