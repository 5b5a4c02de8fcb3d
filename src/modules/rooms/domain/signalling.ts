import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Interpretation, RoomRole } from './room.ts'

/** What a browser says of its own picture and sound. */
export interface PeerState {
  readonly mic: boolean
  readonly camera: boolean
  readonly screen: boolean
  /** Into which language an interpreter speaks at the moment; `floor`: to everybody. */
  readonly channel: string
  readonly quality: Quality
}

export const QUALITIES = ['good', 'fair', 'poor', 'lost'] as const
export type Quality = (typeof QUALITIES)[number]

export const ASKS = ['interpreter-needed', 'speak-slower', 'take-turn'] as const
export type Ask = (typeof ASKS)[number]

/** Somebody in the room, as the others see them. */
export interface Peer extends PeerState {
  readonly peerId: string
  /** Of the browser tab: another one means a new connection between the two. */
  readonly tab: string
  readonly name: string
  readonly role: RoomRole
  /** First language of the side; null for the broker and whoever was let in. */
  readonly language: string | null
  /** The connection is cut and the place is kept. */
  readonly away: boolean
}

/** What everybody in the room knows of it. */
export interface RoomState {
  readonly requestId: Id
  readonly startsAt: Instant
  readonly softEndAt: Instant
  readonly closesAt: Instant
  readonly rehearsal: boolean
  readonly host: { readonly code: string; readonly name: LocalizedText; readonly language: string | null }
  readonly guest: { readonly code: string; readonly name: LocalizedText; readonly language: string | null }
  readonly interpretation: Interpretation
  /** Whose voice is in the language channel. */
  readonly activeInterpreter: string | null
}

export interface Knock {
  readonly knockId: string
  readonly name: string
}

/** Why the server ends a connection for good. */
export type ClosedReason = 'time' | 'cancelled' | 'moved' | 'not-allowed' | 'other-tab' | 'ended' | 'left' | 'declined'

interface Written {
  readonly id: Id
  readonly role: RoomRole
  readonly name: string
  readonly text: string
  readonly sentAt: Instant
}

interface SharedNotes {
  readonly text: string
  readonly revision: number
}

type Media =
  | {
      readonly kind: 'mesh'
      readonly iceServers: readonly {
        readonly urls: readonly string[]
        readonly username: string
        readonly credential: string
      }[]
    }
  | { readonly kind: 'livekit'; readonly url: string; readonly token: string }

/** A description or a candidate, as browsers make them; the server hands it on unread. */
export interface Signal {
  readonly description?: { readonly type: 'offer' | 'answer' | 'rollback'; readonly sdp: string } | undefined
  readonly candidate?: IceCandidate | null | undefined
}

export interface IceCandidate {
  readonly candidate: string
  readonly sdpMid?: string | null | undefined
  readonly sdpMLineIndex?: number | null | undefined
  readonly usernameFragment?: string | null | undefined
}

/** What the server tells a browser in a room. */
export type ServerMessage =
  | {
      readonly type: 'welcome'
      readonly now: Instant
      readonly self: Peer
      readonly peers: readonly Peer[]
      readonly room: RoomState
      readonly media: Media
      readonly messages: readonly Written[]
      readonly notes: SharedNotes
      readonly knocks: readonly Knock[]
    }
  | { readonly type: 'waiting' }
  | { readonly type: 'admitted' }
  | { readonly type: 'peer'; readonly peer: Peer }
  | { readonly type: 'peer-left'; readonly peerId: string }
  | ({ readonly type: 'signal'; readonly from: string; readonly tab: string } & Signal)
  | { readonly type: 'room'; readonly room: RoomState }
  | { readonly type: 'chat'; readonly message: Written }
  | { readonly type: 'notes'; readonly notes: SharedNotes; readonly by: string }
  | { readonly type: 'asked'; readonly ask: Ask; readonly from: string }
  | { readonly type: 'knocks'; readonly knocks: readonly Knock[] }
  | { readonly type: 'alive'; readonly now: Instant }
  | { readonly type: 'refused'; readonly code: string; readonly retry: boolean }
  | { readonly type: 'closed'; readonly reason: ClosedReason }
