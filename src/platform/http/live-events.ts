import type { Live } from '../live.ts'

const HEARTBEAT_MS = 20_000

/** After this the browser connects anew, and who may hear is asked again. */
const MAX_AGE_MS = 10 * 60_000

/**
 * Server-sent events of the given topics: `event: changed`, `data: {"topic","version"}`. A comment now and
 * then keeps proxies from closing the connection and finds out that the other side has gone. Whoever calls
 * this has checked that the actor may know of the topics. `onEnd` is called once, whichever side ends it.
 */
export function liveEvents(live: Live, topics: readonly string[], onEnd: () => void = () => {}): Response {
  const encoder = new TextEncoder()
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      write('retry: 2000\n\n')
      const leave = topics.map((topic) =>
        live.subscribe(topic, (version) => write(`event: changed\ndata: ${JSON.stringify({ topic, version })}\n\n`)),
      )
      const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT_MS)
      heartbeat.unref()
      const tooOld = setTimeout(() => {
        end()
        controller.close()
      }, MAX_AGE_MS)
      tooOld.unref()
      end = () => {
        end = () => {}
        clearInterval(heartbeat)
        clearTimeout(tooOld)
        for (const unsubscribe of leave) unsubscribe()
        onEnd()
      }
    },
    cancel: () => end(),
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}
