import type { Ask, Peer, PeerState, Quality, ServerMessage } from '../../../../modules/rooms/contract.ts'
import type { Devices } from '../door/devices.ts'
import { openCamera } from '../door/devices.ts'
import { type CallView, NO_CALL, type Other } from './call-view.ts'
import { type Heard, type Listening, heardBy } from './gains.ts'
import { Mesh } from './mesh.ts'
import type { MediaServer } from './media-server.ts'
import { Mixer } from './mixer.ts'
import { worstOf } from './quality.ts'
import { RoomSocket } from './room-socket.ts'

export interface CallChoice {
  /** Of which meeting. */
  readonly room: string
  readonly askToken: () => Promise<string>
  readonly devices: Devices
  readonly mic: boolean
  readonly camera: boolean
  /** Through the relay only, so that nobody learns one's network address. */
  readonly relayOnly: boolean
}

const MEASURE_MS = 2000
/** So many weak measurements in a row switch the picture off. */
const WEAK_LIMIT = 5
const SIGNAL_SHOWN_MS = 8000
const MAX_MESSAGES = 500

/** One visit to a room: the conversation with the server, the lines to the others, and what one hears. */
export class Call {
  /** Names this tab: coming back with it keeps all lines. */
  readonly #tab = crypto.randomUUID()
  readonly #choice: CallChoice
  readonly #listeners = new Set<() => void>()
  readonly #mixer = new Mixer()
  readonly #mesh: Mesh
  readonly #socket: RoomSocket
  readonly #timer: number
  #audio: MediaStreamTrack | null
  #video: MediaStreamTrack | null
  #screen: MediaStreamTrack | null = null
  #channel = 'floor'
  #weak = 0
  /** In place of the lines between the browsers, where the instance has one. */
  #server: MediaServer | 'joining' | null = null
  #view: CallView

  constructor(choice: CallChoice) {
    this.#choice = choice
    const { audio, video } = choice.devices
    this.#audio = audio
    this.#video = choice.camera ? video : null
    if (audio) audio.enabled = choice.mic
    this.#view = {
      ...NO_CALL,
      mic: choice.mic && audio !== null,
      camera: this.#video !== null,
      hasMic: audio !== null,
      ownStream: this.#video ? new MediaStream([this.#video]) : null,
    }
    this.#mesh = new Mesh(
      { audio, video: this.#video },
      {
        send: (to, signal) => this.#socket.send({ type: 'signal', to, ...signal }),
        onTrack: (peerId, track) => this.#addTrack(peerId, track),
        onState: (peerId, link) => this.#patch(peerId, { link }),
      },
    )
    this.#socket = new RoomSocket({
      room: choice.room,
      askToken: choice.askToken,
      hello: () => ({ tab: this.#tab, ...this.#state() }),
      onMessage: (message) => this.#hear(message),
      onCut: () => this.#set({ phase: this.#view.phase === 'inside' ? 'reconnecting' : this.#view.phase }),
      onRefused: ({ code, detail }) => this.#finish({ reason: null, code, sentence: detail ?? null }),
    })
    this.#timer = window.setInterval(() => void this.#measure(), MEASURE_MS)
    void this.#mixer.start()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  view = (): CallView => this.#view

  busLevel = (bus: Heard['bus']): number => this.#mixer.busLevel(bus)
  voiceLevel = (peerId: string): number => this.#mixer.voiceLevel(peerId)

  #set(change: Partial<CallView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }

  #hear(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        return this.#welcome(message)
      case 'waiting':
        return this.#set({ phase: 'waiting' })
      case 'admitted':
        return this.#socket.again()
      case 'peer':
        if (this.#server === null) this.#mesh.meet(message.peer)
        return this.#meet(message.peer)
      case 'peer-left':
        return this.#part(message.peerId)
      case 'signal':
        return this.#mesh.take(message)
      case 'room':
        this.#set({ room: message.room })
        return this.#mix()
      case 'chat':
        return this.#set({ messages: [...this.#view.messages, message.message].slice(-MAX_MESSAGES) })
      case 'notes':
        return this.#set({ notes: message.notes, notesReplaced: message.by === '' })
      case 'asked':
        return this.#signal(message.ask, this.#view.others.find(({ peerId }) => peerId === message.from)?.name ?? '')
      case 'knocks':
        return this.#set({ knocks: message.knocks })
      case 'closed':
        return this.#finish({ reason: message.reason, code: null, sentence: null })
      default:
        return undefined
    }
  }

  #welcome(welcome: Extract<ServerMessage, { type: 'welcome' }>): void {
    const { self, peers, room, messages, notes, knocks, media, now } = welcome
    const isFirst = this.#view.self === null
    const configuration: RTCConfiguration = {
      iceServers:
        media.kind === 'mesh' ? media.iceServers.map(({ urls, ...rest }) => ({ urls: [...urls], ...rest })) : [],
      iceTransportPolicy: this.#choice.relayOnly ? 'relay' : 'all',
    }
    const language = self.language ?? (self.role === 'interpreter' ? '' : (room.guest.language ?? ''))
    this.#set({
      phase: 'inside',
      self,
      room,
      messages,
      notes: this.#view.notes.revision > notes.revision ? this.#view.notes : notes,
      knocks,
      clockOffsetMs: Date.parse(now) - Date.now(),
      ...(isFirst ? { listening: { language, balance: 1 } } : {}),
    })
    if (media.kind === 'livekit') void this.#joinServer(media)
    else this.#mesh.welcome(self.peerId, peers, configuration)
    for (const peer of peers) this.#meet(peer)
    this.#mix()
  }

  async #joinServer(media: { readonly url: string; readonly token: string }): Promise<void> {
    if (this.#server !== null) return
    this.#server = 'joining'
    const { joinMediaServer } = await import('./media-server.ts')
    const tracks = { audio: this.#audio, video: this.#video }
    const joined = await joinMediaServer(media, tracks, (peerId, track) => {
      this.#patch(peerId, { link: 'connected' })
      this.#addTrack(peerId, track)
    }).catch(() => null)
    this.#server = joined
    if (this.#view.phase === 'ended') joined?.close()
  }

  #sendVideo(track: MediaStreamTrack | null): void {
    this.#mesh.setTrack('video', track)
    if (this.#server && this.#server !== 'joining') void this.#server.setTrack('video', track)
  }

  #meet(peer: Peer): void {
    const { others } = this.#view
    const known = others.find(({ peerId }) => peerId === peer.peerId)
    const fresh: Other = { ...peer, stream: null, link: 'new', measured: 'good' }
    const next: Other = known?.tab === peer.tab ? { ...known, ...peer } : fresh
    this.#set({ others: known ? others.map((other) => (other === known ? next : other)) : [...others, next] })
    this.#mix()
  }

  #part(peerId: string): void {
    this.#mesh.part(peerId)
    this.#mixer.setVoice(peerId, null)
    this.#set({ others: this.#view.others.filter((other) => other.peerId !== peerId) })
    this.#mix()
  }

  #patch(peerId: string, change: Partial<Other>): void {
    this.#set({
      others: this.#view.others.map((other) => (other.peerId === peerId ? { ...other, ...change } : other)),
    })
  }

  #addTrack(peerId: string, track: MediaStreamTrack): void {
    const other = this.#view.others.find((each) => each.peerId === peerId)
    const kept = (other?.stream?.getTracks() ?? []).filter(({ kind }) => kind !== track.kind)
    this.#patch(peerId, { stream: new MediaStream([...kept, track]) })
    if (track.kind === 'audio') this.#mixer.setVoice(peerId, track)
    this.#mix()
  }

  #mix(): void {
    const { self, room, others, listening } = this.#view
    if (self && room) this.#mixer.mix(heardBy(self, others, room, listening))
  }

  #nextKey = 1
  #signal(ask: Ask, name: string): void {
    const key = this.#nextKey++
    this.#set({ signals: [...this.#view.signals.slice(-2), { key, ask, name }] })
    setTimeout(() => this.#set({ signals: this.#view.signals.filter((each) => each.key !== key) }), SIGNAL_SHOWN_MS)
  }

  async #measure(): Promise<void> {
    if (this.#view.phase === 'ended') return
    for (const peerId of this.#mesh.lost()) this.#part(peerId)
    const measured = await this.#mesh.measure()
    const there = this.#view.others.filter(({ away }) => !away)
    const quality = this.#socket.isOpen
      ? worstOf(there.map(({ peerId, link }) => (link === 'new' ? 'good' : (measured.get(peerId) ?? 'good'))))
      : 'lost'
    const others = this.#view.others.map((other) => ({ ...other, measured: measured.get(other.peerId) ?? 'good' }))
    this.#socket.quality = quality
    this.#set({ others, quality })
    this.#spareLine(quality)
  }

  /** A weak line carries speech if nothing else: one's own picture goes first. */
  #spareLine(quality: Quality): void {
    this.#weak = quality === 'poor' ? this.#weak + 1 : 0
    if (this.#weak < WEAK_LIMIT || !this.#view.camera || this.#view.screen) return
    this.#weak = 0
    void this.setCamera(false)
    this.#set({ savedLine: true })
  }

  #state(): Pick<PeerState, 'mic' | 'camera' | 'screen' | 'channel'> {
    const { mic, camera, screen } = this.#view
    return { mic, camera, screen, channel: this.#channel }
  }

  #tellState(change: Partial<CallView>): void {
    this.#set(change)
    const { self } = this.#view
    if (self) this.#set({ self: { ...self, ...this.#state() } })
    this.#socket.send({ type: 'state', ...this.#state() })
  }

  setMic(mic: boolean): void {
    if (this.#audio) this.#audio.enabled = mic
    this.#tellState({ mic: mic && this.#audio !== null })
  }

  /** Off means that the lamp of the camera goes out. */
  async setCamera(camera: boolean): Promise<void> {
    this.#video?.stop()
    this.#video = camera ? await openCamera() : null
    if (!this.#view.screen) this.#sendVideo(this.#video)
    const ownStream = this.#video ? new MediaStream([this.#video]) : null
    this.#tellState({
      camera: this.#video !== null,
      ownStream,
      ...(camera ? { savedLine: false, audioOnly: false } : {}),
    })
  }

  /** The screen goes in place of the camera. */
  async setScreen(screen: boolean): Promise<void> {
    this.#screen?.stop()
    this.#screen = null
    if (screen) {
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 10 } }).catch(() => null)
      this.#screen = stream?.getVideoTracks()[0] ?? null
      this.#screen?.addEventListener('ended', () => void this.setScreen(false))
    }
    this.#sendVideo(this.#screen ?? this.#video)
    this.#tellState({ screen: this.#screen !== null })
  }

  /** No pictures, neither way. */
  async setAudioOnly(audioOnly: boolean): Promise<void> {
    this.#set({ audioOnly })
    if (audioOnly && this.#view.screen) await this.setScreen(false)
    if (audioOnly && this.#view.camera) await this.setCamera(false)
  }

  setChannel(channel: string): void {
    this.#channel = channel
    this.#tellState({})
  }

  setListening(listening: Listening): void {
    this.#set({ listening })
    this.#mix()
  }

  ask(ask: Ask): void {
    this.#socket.send({ type: 'ask', ask })
    this.#signal(ask, '')
  }

  handOver = (to: string): void => this.#socket.send({ type: 'hand-over', to })
  setMode = (interpretation: 'consecutive' | 'simultaneous'): void =>
    this.#socket.send({ type: 'mode', interpretation })
  chat = (text: string): void => this.#socket.send({ type: 'chat', text })
  writeNotes = (text: string): void => this.#socket.send({ type: 'notes', text, revision: this.#view.notes.revision })
  admit = (knockId: string, role: 'interpreter' | 'observer'): void =>
    this.#socket.send({ type: 'admit', knockId, role })
  decline = (knockId: string): void => this.#socket.send({ type: 'decline', knockId })
  extend = (minutes: 5 | 10): void => this.#socket.send({ type: 'extend', minutes })
  end = (): void => this.#socket.send({ type: 'end' })

  leave(): void {
    if (this.#view.phase === 'ended') return
    this.#socket.send({ type: 'leave' })
    this.#finish({ reason: 'left', code: null, sentence: null })
  }

  /** Once, by whoever ends it first: says why and lets go of everything, camera and microphone too. */
  #finish(ended: CallView['ended']): void {
    if (this.#view.phase === 'ended') return
    this.#set({ phase: 'ended', ended })
    clearInterval(this.#timer)
    this.#socket.close()
    this.#mesh.close()
    if (this.#server && this.#server !== 'joining') this.#server.close()
    this.#mixer.close()
    for (const track of [this.#audio, this.#video, this.#screen, this.#choice.devices.video]) track?.stop()
    this.#set({ others: [], ownStream: null })
  }
}
