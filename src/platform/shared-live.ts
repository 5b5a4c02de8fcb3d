import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Live, createLive } from './live.ts'
import type { Notifications } from './notifications.ts'

const CHANNEL = 'naru_live'

const message = z.object({ from: z.string(), topic: z.string(), version: z.union([z.string(), z.number()]) })

/**
 * Topics for all processes on one PostgreSQL server (NOTIFY on one channel): what one publishes, every one hears, the
 * own process at once. A message lost while the session is broken does no harm, because screens ask again now and
 * then.
 */
export async function createSharedLive(notifications: Notifications): Promise<Live> {
  const local = createLive()
  const self = randomUUID()
  await notifications.listen(CHANNEL, {
    heard(payload) {
      const heard = message.safeParse(JSON.parse(payload))
      if (heard.success && heard.data.from !== self) local.publish(heard.data.topic, heard.data.version)
    },
  })
  return {
    publish(topic, version) {
      local.publish(topic, version)
      notifications.notify([[CHANNEL, JSON.stringify({ from: self, topic, version })]]).catch(() => {})
    },
    subscribe: local.subscribe,
  }
}
