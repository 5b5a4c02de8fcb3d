import { levelOf } from '../door/use-microphone-level.ts'
import type { Heard } from './gains.ts'

interface Channel {
  readonly source: MediaStreamAudioSourceNode
  readonly gain: GainNode
  readonly voice: AnalyserNode
  readonly track: MediaStreamTrack
  bus: Heard['bus']
}

/** Longer than a click, shorter than a syllable. */
const FADE_SECONDS = 0.05

/**
 * Everything one hears: each voice through its own gain onto the bus of the original or of the interpretation. The
 * pictures play silently; sound comes from here alone.
 */
export class Mixer {
  readonly #context = new AudioContext()
  readonly #buses: Record<Heard['bus'], AnalyserNode>
  readonly #channels = new Map<string, Channel>()

  constructor() {
    const bus = () => {
      const analyser = this.#analyser()
      analyser.connect(this.#context.destination)
      return analyser
    }
    this.#buses = { original: bus(), interpretation: bus() }
  }

  #analyser(): AnalyserNode {
    const analyser = this.#context.createAnalyser()
    analyser.fftSize = 1024
    return analyser
  }

  /** After a press of a button: browsers give no sound before one. */
  async start(): Promise<void> {
    if (this.#context.state === 'suspended') await this.#context.resume()
  }

  /** The voice of somebody; null takes it out. */
  setVoice(peerId: string, track: MediaStreamTrack | null): void {
    const known = this.#channels.get(peerId)
    if (known?.track === track) return
    known?.source.disconnect()
    known?.gain.disconnect()
    this.#channels.delete(peerId)
    if (!track) return
    const source = this.#context.createMediaStreamSource(new MediaStream([track]))
    const gain = this.#context.createGain()
    const voice = this.#analyser()
    gain.gain.value = 0
    source.connect(voice)
    source.connect(gain)
    gain.connect(this.#buses.original)
    this.#channels.set(peerId, { source, gain, voice, track, bus: 'original' })
  }

  mix(heard: ReadonlyMap<string, Heard>): void {
    for (const [peerId, channel] of this.#channels) {
      const { gain = 0, bus = 'original' } = heard.get(peerId) ?? {}
      channel.gain.gain.setTargetAtTime(gain, this.#context.currentTime, FADE_SECONDS)
      if (bus === channel.bus) continue
      channel.gain.disconnect()
      channel.gain.connect(this.#buses[bus])
      channel.bus = bus
    }
  }

  /** What comes out of a bus at this moment: 0 silence, 1 full. */
  busLevel = (bus: Heard['bus']): number => levelOf(this.#buses[bus])

  /** How loud somebody speaks, whatever one hears of it. */
  voiceLevel(peerId: string): number {
    const channel = this.#channels.get(peerId)
    return channel ? levelOf(channel.voice) : 0
  }

  close(): void {
    for (const peerId of this.#channels.keys()) this.setVoice(peerId, null)
    void this.#context.close()
  }
}
