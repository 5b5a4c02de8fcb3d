import type { Peer, Quality, ServerMessage, Signal } from '../../../../modules/rooms/contract.ts'
import { type Kind, type OwnTracks, PeerLink } from './peer-link.ts'
import { type Counters, countersOf, lossBetween, qualityOf } from './quality.ts'

export interface MeshEvents {
  readonly send: (to: string, signal: Signal) => void
  readonly onTrack: (peerId: string, track: MediaStreamTrack) => void
  readonly onState: (peerId: string, state: RTCPeerConnectionState) => void
}

interface Line {
  readonly link: PeerLink
  readonly tab: string
  counters: Counters | null
  /** Since when the server no longer names the other one; null: it does. */
  missingSinceMs: number | null
}

/** After a restart of the server the others come back one by one; until then their lines stay. */
const MISSING_MS = 30_000

/** A line to each of the others: picture and sound do not pass the server, so they go on without it. */
export class Mesh {
  readonly #lines = new Map<string, Line>()
  readonly #events: MeshEvents
  #configuration: RTCConfiguration = {}
  #tracks: OwnTracks
  #selfId = ''

  constructor(tracks: OwnTracks, events: MeshEvents) {
    this.#tracks = tracks
    this.#events = events
  }

  /** We came in, or came back: lines to tabs we know go on, with what is broken looked for anew. */
  welcome(selfId: string, peers: readonly Peer[], configuration: RTCConfiguration): void {
    this.#selfId = selfId
    this.#configuration = configuration
    for (const peer of peers) this.meet(peer)
    for (const [peerId, line] of this.#lines) {
      line.link.configure(configuration)
      const isThere = peers.some((peer) => peer.peerId === peerId)
      line.missingSinceMs = isThere ? null : (line.missingSinceMs ?? performance.now())
      if (isThere && line.link.state !== 'connected' && line.link.state !== 'new') line.link.restart()
    }
  }

  /** Somebody is there. A new tab of the same person is a new line. */
  meet({ peerId, tab }: Pick<Peer, 'peerId' | 'tab'>): void {
    const known = this.#lines.get(peerId)
    if (known?.tab === tab) {
      known.missingSinceMs = null
      return
    }
    this.part(peerId)
    const link = new PeerLink(this.#configuration, {
      initiator: this.#selfId < peerId,
      tracks: this.#tracks,
      events: {
        send: (signal) => this.#events.send(peerId, signal),
        onTrack: (track) => this.#events.onTrack(peerId, track),
        onState: (state) => this.#events.onState(peerId, state),
      },
    })
    this.#lines.set(peerId, { link, tab, counters: null, missingSinceMs: null })
  }

  part(peerId: string): void {
    this.#lines.get(peerId)?.link.close()
    this.#lines.delete(peerId)
  }

  /** Signals of a tab that is no longer there are dropped. */
  take({ from, tab, description, candidate }: Extract<ServerMessage, { type: 'signal' }>): void {
    const line = this.#lines.get(from)
    if (line?.tab === tab) line.link.take({ description, candidate })
  }

  setTrack(kind: Kind, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [kind]: track }
    for (const { link } of this.#lines.values()) link.setTrack(kind, track)
  }

  /** How each line is doing, since it was last asked. */
  async measure(): Promise<Map<string, Quality>> {
    const measured = new Map<string, Quality>()
    for (const [peerId, line] of this.#lines) {
      const counters = countersOf(await line.link.stats())
      const lossShare = line.counters ? lossBetween(line.counters, counters) : 0
      line.counters = counters
      const connected = line.link.state === 'connected'
      measured.set(peerId, qualityOf({ connected, roundTripMs: counters.roundTripMs, lossShare }))
    }
    return measured
  }

  /** Those whom the server has not named for long. */
  lost(): string[] {
    const since = performance.now() - MISSING_MS
    return [...this.#lines].flatMap(([peerId, { missingSinceMs }]) =>
      missingSinceMs !== null && missingSinceMs < since ? [peerId] : [],
    )
  }

  close(): void {
    for (const peerId of this.#lines.keys()) this.part(peerId)
  }
}
