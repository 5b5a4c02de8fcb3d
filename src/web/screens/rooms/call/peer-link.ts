import type { Signal } from '../../../../modules/rooms/contract.ts'

export interface LinkEvents {
  readonly send: (signal: Signal) => void
  readonly onTrack: (track: MediaStreamTrack) => void
  readonly onState: (state: RTCPeerConnectionState) => void
}

export type Kind = 'audio' | 'video'
export type OwnTracks = Readonly<Record<Kind, MediaStreamTrack | null>>

const RESTART_AFTER_MS = 2000
/** What a call of four may cost each line, in bits a second and per person. */
const MAX_VIDEO_BITRATE = 600_000

/**
 * The connection to one other browser, by the "perfect negotiation" of the WebRTC specification: both sides may offer
 * at any time; when offers cross, the polite one takes its own back. One side (`initiator`) makes the two channels,
 * for sound and picture; tracks are then exchanged without a new negotiation.
 */
export class PeerLink {
  readonly #connection: RTCPeerConnection
  readonly #polite: boolean
  readonly #events: LinkEvents
  #tracks: OwnTracks
  #makingOffer = false
  #ignoresOffer = false
  #settingAnswer = false
  #queue = Promise.resolve()
  #restart: number | null = null

  constructor(
    configuration: RTCConfiguration,
    { initiator, tracks, events }: { initiator: boolean; tracks: OwnTracks; events: LinkEvents },
  ) {
    this.#connection = new RTCPeerConnection(configuration)
    this.#polite = !initiator
    this.#events = events
    this.#tracks = tracks
    const connection = this.#connection
    connection.addEventListener('track', ({ track }) => events.onTrack(track))
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (!candidate) return
      const { candidate: text, sdpMid, sdpMLineIndex, usernameFragment } = candidate
      events.send({ candidate: { candidate: text, sdpMid, sdpMLineIndex, usernameFragment } })
    })
    connection.addEventListener('negotiationneeded', () => void this.#offer())
    connection.addEventListener('connectionstatechange', () => this.#heed())
    if (initiator) {
      for (const kind of ['audio', 'video'] as const) {
        connection.addTransceiver(tracks[kind] ?? kind, { direction: 'sendrecv' })
      }
      this.#limit()
    }
  }

  get state(): RTCPeerConnectionState {
    return this.#connection.connectionState
  }

  async #offer(): Promise<void> {
    try {
      this.#makingOffer = true
      await this.#connection.setLocalDescription()
      this.#sendDescription()
    } catch {
      // The connection was closed, or the other side's offer came first: then its answer does what ours would have.
    } finally {
      this.#makingOffer = false
    }
  }

  #sendDescription(): void {
    const description = this.#connection.localDescription
    if (description && description.type !== 'pranswer') {
      this.#events.send({ description: { type: description.type, sdp: description.sdp } })
    }
  }

  /** Signals are taken one after the other, as they were sent. */
  take(signal: Signal): void {
    // A signal that does not fit belongs to an older state of the connection; a restart brings the next one.
    this.#queue = this.#queue.then(() => this.#take(signal)).catch(() => {})
  }

  async #take({ description, candidate }: Signal): Promise<void> {
    const connection = this.#connection
    if (connection.signalingState === 'closed') return
    if (description) {
      const isReady = !this.#makingOffer && (connection.signalingState === 'stable' || this.#settingAnswer)
      const collides = description.type === 'offer' && !isReady
      this.#ignoresOffer = !this.#polite && collides
      if (this.#ignoresOffer) return
      this.#settingAnswer = description.type === 'answer'
      await connection.setRemoteDescription(description)
      this.#settingAnswer = false
      if (description.type === 'offer') {
        await this.#attach()
        await connection.setLocalDescription()
        this.#sendDescription()
      }
    } else if (candidate) {
      await connection.addIceCandidate(candidate as RTCIceCandidateInit).catch((error: unknown) => {
        if (!this.#ignoresOffer) throw error
      })
    }
  }

  /** The channels the other side has made carry our tracks too. */
  async #attach(): Promise<void> {
    for (const transceiver of this.#connection.getTransceivers()) {
      transceiver.direction = 'sendrecv'
      await transceiver.sender.replaceTrack(this.#tracks[transceiver.receiver.track.kind as Kind])
    }
    this.#limit()
  }

  #limit(): void {
    for (const { sender, receiver } of this.#connection.getTransceivers()) {
      if (receiver.track.kind !== 'video') continue
      const parameters = sender.getParameters()
      for (const encoding of parameters.encodings ?? []) encoding.maxBitrate = MAX_VIDEO_BITRATE
      void sender.setParameters(parameters).catch(() => {})
    }
  }

  setTrack(kind: Kind, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [kind]: track }
    for (const { sender, receiver } of this.#connection.getTransceivers()) {
      if (receiver.track.kind === kind) void sender.replaceTrack(track).catch(() => {})
    }
  }

  /** A broken path is looked for anew; a short hiccup is given time to heal. */
  #heed(): void {
    const { connectionState } = this.#connection
    this.#events.onState(connectionState)
    if (connectionState === 'failed') this.restart()
    if (connectionState === 'connected' && this.#restart !== null) {
      clearTimeout(this.#restart)
      this.#restart = null
    }
    if (connectionState === 'disconnected') this.#restart ??= window.setTimeout(() => this.restart(), RESTART_AFTER_MS)
  }

  restart(): void {
    if (this.#restart !== null) clearTimeout(this.#restart)
    this.#restart = null
    if (this.#connection.signalingState !== 'closed') this.#connection.restartIce()
  }

  /** Relay passwords that came with a new connection to the server. */
  configure(configuration: RTCConfiguration): void {
    this.#connection.setConfiguration(configuration)
  }

  stats = (): Promise<RTCStatsReport> => this.#connection.getStats()

  close(): void {
    if (this.#restart !== null) clearTimeout(this.#restart)
    this.#connection.close()
  }
}
