import type {
  Ask,
  ClosedReason,
  Knock,
  Peer,
  Quality,
  RoomState,
  ServerMessage,
} from '../../../../modules/rooms/contract.ts'
import type { Listening } from './gains.ts'

type Welcome = Extract<ServerMessage, { type: 'welcome' }>

/** Somebody else in the room, with the picture. */
export interface Other extends Peer {
  /** Camera or screen; null until it arrives. */
  readonly stream: MediaStream | null
  readonly link: RTCPeerConnectionState
  /** Of the connection between the two. */
  readonly measured: Quality
}

export interface Signalled {
  readonly key: number
  readonly ask: Ask
  readonly name: string
}

/** Everything the screen shows of a call; replaced as a whole with every change. */
export interface CallView {
  readonly phase: 'connecting' | 'inside' | 'waiting' | 'reconnecting' | 'ended'
  /** Why it is over. */
  readonly ended: {
    readonly reason: ClosedReason | null
    readonly sentence: string | null
    readonly code: string | null
  } | null
  readonly self: Peer | null
  readonly others: readonly Other[]
  readonly room: RoomState | null
  readonly messages: Welcome['messages']
  readonly notes: Welcome['notes']
  /** Somebody else's change has replaced what one had written. */
  readonly notesReplaced: boolean
  readonly knocks: readonly Knock[]
  readonly signals: readonly Signalled[]
  readonly mic: boolean
  readonly camera: boolean
  readonly screen: boolean
  readonly audioOnly: boolean
  /** The picture was switched off because the line is weak. */
  readonly savedLine: boolean
  readonly hasMic: boolean
  readonly ownStream: MediaStream | null
  readonly quality: Quality
  readonly listening: Listening
  /** Server time minus ours, in milliseconds. */
  readonly clockOffsetMs: number
}

export const NO_CALL: CallView = {
  phase: 'connecting',
  ended: null,
  self: null,
  others: [],
  room: null,
  messages: [],
  notes: { text: '', revision: 0 },
  notesReplaced: false,
  knocks: [],
  signals: [],
  mic: false,
  camera: false,
  screen: false,
  audioOnly: false,
  savedLine: false,
  hasMic: false,
  ownStream: null,
  quality: 'good',
  listening: { language: '', balance: 1 },
  clockOffsetMs: 0,
}
