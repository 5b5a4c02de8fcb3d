/**
 * In-process topics behind server-sent events. A message says only which version of a topic is out
 * ("schedule/42 is at 3"); the screen then asks again, so a lost or doubled message does no harm.
 */
export interface Live {
  publish(topic: string, version: number | string): void
  /** Returns the function that ends the subscription. */
  subscribe(topic: string, listener: (version: number | string) => void): () => void
}

export function createLive(): Live {
  const listeners = new Map<string, Set<(version: number | string) => void>>()
  return {
    publish(topic, version) {
      for (const listener of listeners.get(topic) ?? []) listener(version)
    },
    subscribe(topic, listener) {
      const own = listeners.get(topic) ?? new Set()
      listeners.set(topic, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(topic) === own) listeners.delete(topic)
      }
    },
  }
}
