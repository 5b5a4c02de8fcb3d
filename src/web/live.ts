import { useEffect, useRef, useSyncExternalStore } from 'react'

/** What a message says: which version of the topic is out. */
type Listener = (version: string) => void

/** After a refusal or a server that went away; meanwhile screens ask by themselves. */
const RETRY_MS = 30_000
/** Topics come and go together when a page changes. */
const SETTLE_MS = 50

/** One stream for all topics of this page: a browser has few connections, and other windows need some. */
class LiveStream {
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly watchers = new Set<() => void>()
  private source: EventSource | null = null
  private openTopics = ''
  private isOn = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    // Nobody looks at a hidden window: its connection is left to others.
    document.addEventListener('visibilitychange', () => this.settle(SETTLE_MS))
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  readonly getIsOn = (): boolean => this.isOn

  listen(topic: string, listener: Listener): () => void {
    const own = this.listeners.get(topic) ?? new Set()
    this.listeners.set(topic, own.add(listener))
    this.settle(SETTLE_MS)
    return () => {
      own.delete(listener)
      if (own.size === 0 && this.listeners.get(topic) === own) this.listeners.delete(topic)
      this.settle(SETTLE_MS)
    }
  }

  private settle(waitMs: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.connect(), waitMs)
  }

  private connect(): void {
    const topics = document.hidden ? '' : [...this.listeners.keys()].toSorted().join(',')
    const isAlive = this.source !== null && this.source.readyState !== EventSource.CLOSED
    if (topics === this.openTopics && (isAlive || topics === '')) return
    this.source?.close()
    this.source = null
    this.openTopics = topics
    if (topics === '') return this.turn(false)
    const source = new EventSource(`/api/live?topics=${encodeURIComponent(topics)}`)
    this.source = source
    source.addEventListener('open', () => {
      if (this.source === source) this.turn(true)
    })
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const { topic, version } = JSON.parse(data) as { topic: string; version: string | number }
      for (const listener of this.listeners.get(topic) ?? []) listener(String(version))
    })
    source.addEventListener('error', () => {
      if (this.source !== source) return
      this.turn(false)
      // The browser tries again by itself unless it was told not to.
      if (source.readyState === EventSource.CLOSED) this.settle(RETRY_MS)
    })
  }

  private turn(isOn: boolean): void {
    if (this.isOn === isOn) return
    this.isOn = isOn
    for (const watcher of this.watchers) watcher()
    // What was said while nobody listened.
    if (isOn) for (const own of this.listeners.values()) for (const listener of own) listener('')
  }
}

let stream: LiveStream | undefined
const getStream = (): LiveStream => (stream ??= new LiveStream())
const watch = (watcher: () => void) => getStream().watch(watcher)
const getIsOn = () => getStream().getIsOn()

/**
 * Calls `onChange` when the server says that `topic` has changed, and once when the stream is (again) there, then
 * with an empty version. Null: nothing to hear. True while the stream is there; a screen asks by itself, as often as
 * it needs to, while it is not.
 */
export function useLive(topic: string | null, onChange: (version: string) => void): boolean {
  const current = useRef(onChange)
  current.current = onChange
  useEffect(
    () => (topic === null ? undefined : getStream().listen(topic, (version) => current.current(version))),
    [topic],
  )
  const isOn = useSyncExternalStore(watch, getIsOn)
  return topic !== null && isOn
}
