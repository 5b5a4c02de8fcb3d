import type { Context } from 'hono'
import type { Platform } from '../context.ts'
import type { HttpApp, HttpEnv } from './http-env.ts'
import { liveEvents } from './live-events.ts'

/** Who may hear of what; filled by the modules, which know what their topics stand for. */
export interface LivePort<Actor> {
  /** Whose connections are counted together; null: nobody is signed in. */
  readonly listenerOf: (actor: Actor) => string | null
  /** False also for topics that do not exist. */
  readonly mayHear: (topic: string, actor: Actor) => Promise<boolean>
}

/** A browser opens six connections to one server: some have to be left for its questions. */
const MOST_CONNECTIONS = 3
const MOST_TOPICS = 10
const TOPIC = /^[a-z-]{1,40}:[\w-]{1,64}$/

/**
 * `GET /api/live?topics=a:1,b:2`: server-sent events that say which topics have changed. A topic that one may not
 * hear of is answered like one that does not exist. Beyond the number of connections a person may have, 204 tells
 * the browser not to try again: the screen goes on asking by itself.
 */
export function addLiveRoute<Actor>(
  app: HttpApp<Actor>,
  { live }: Pick<Platform, 'live'>,
  { listenerOf, mayHear }: LivePort<Actor>,
  absent: (c: Context<HttpEnv<Actor>>) => Response | Promise<Response>,
): void {
  const connections = new Map<string, number>()
  const count = (listener: string, change: 1 | -1) => {
    const next = (connections.get(listener) ?? 0) + change
    if (next > 0) connections.set(listener, next)
    else connections.delete(listener)
  }
  app.get('/api/live', async (c) => {
    const topics = [...new Set((c.req.query('topics') ?? '').split(','))]
    if (topics.length > MOST_TOPICS || !topics.every((topic) => TOPIC.test(topic))) return absent(c)
    const actor = await c.var.facts.actor()
    const listener = listenerOf(actor)
    if (listener === null) return absent(c)
    for (const topic of topics) if (!(await mayHear(topic, actor))) return absent(c)
    if ((connections.get(listener) ?? 0) >= MOST_CONNECTIONS) return c.body(null, 204)
    count(listener, 1)
    return liveEvents(live, topics, () => count(listener, -1))
  })
}
