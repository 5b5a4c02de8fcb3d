import type { Peer } from '../../../../modules/rooms/contract.ts'

/** What one listener has chosen. */
export interface Listening {
  /** The language one wants to hear. */
  readonly language: string
  /** 0: the original alone, 1: the interpretation alone. */
  readonly balance: number
}

export interface Heard {
  /** 0 to 1. */
  readonly gain: number
  readonly bus: 'original' | 'interpretation'
}

type Voice = Pick<Peer, 'peerId' | 'role' | 'channel'>

const FULL: Heard = { gain: 1, bus: 'original' }
const SILENT: Heard = { gain: 0, bus: 'original' }

/**
 * How loud each of the others is for one listener. Consecutive: everybody in full. Simultaneous: the interpreter who
 * has the channel is heard by those who listen to its language, against the original by the slider, with equal power
 * in the middle; while nobody interprets into that language the original stays in full.
 */
export function heardBy(
  self: Pick<Peer, 'role'>,
  voices: readonly Voice[],
  room: { readonly interpretation: 'consecutive' | 'simultaneous'; readonly activeInterpreter: string | null },
  { language, balance }: Listening,
): Map<string, Heard> {
  const active = voices.find(({ peerId }) => peerId === room.activeInterpreter)
  const forMe = self.role !== 'interpreter' && active?.channel === language
  const heard = ({ peerId, role, channel }: Voice): Heard => {
    if (room.interpretation === 'consecutive')
      return { gain: 1, bus: role === 'interpreter' ? 'interpretation' : 'original' }
    if (role !== 'interpreter') return forMe ? { gain: Math.cos((balance * Math.PI) / 2), bus: 'original' } : FULL
    if (peerId !== active?.peerId) return SILENT
    if (forMe) return { gain: Math.sin((balance * Math.PI) / 2), bus: 'interpretation' }
    return channel === 'floor' ? FULL : SILENT
  }
  return new Map(voices.map((voice) => [voice.peerId, heard(voice)]))
}
