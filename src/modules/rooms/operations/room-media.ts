import { createHmac } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import { epochMs } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Opening } from '../domain/opening.ts'
import type { RoomRole } from '../domain/room.ts'

/** How picture and sound travel: from browser to browser, or through a media server. */
export type RoomMedia =
  | { readonly kind: 'mesh'; readonly iceServers: readonly IceServer[] }
  | { readonly kind: 'livekit'; readonly url: string; readonly token: string }

export interface IceServer {
  readonly urls: readonly string[]
  readonly username: string
  readonly credential: string
}

/** A password of a relay is good for a long meeting with its reconnects; a new one comes with every connection. */
const RELAY_SECONDS = 2 * 60 * 60

/** What the browser of somebody in the room needs to send and get picture and sound. */
export async function mediaFor(
  platform: Platform,
  requestId: Id,
  person: { readonly peerId: string; readonly name: string; readonly role: RoomRole },
  { closesAt }: Pick<Opening, 'closesAt'>,
): Promise<RoomMedia> {
  const { livekit } = platform.config.rooms
  if (livekit === null) return { kind: 'mesh', iceServers: relaysFor(platform, person.peerId) }
  const seconds = Math.max(60, Math.ceil((epochMs(closesAt) - epochMs(platform.clock.now())) / 1000))
  // Loaded where a media server is set up: few have one, and it takes as much memory as the rest of the rooms.
  const { AccessToken } = await import('livekit-server-sdk')
  const token = new AccessToken(livekit.key, livekit.secret, {
    identity: person.peerId,
    name: person.name,
    ttl: seconds,
    metadata: JSON.stringify({ role: person.role }),
  })
  token.addGrant({ room: requestId, roomJoin: true, canPublish: true, canSubscribe: true, canPublishData: false })
  return { kind: 'livekit', url: livekit.url, token: await token.toJwt() }
}

/**
 * Time-limited relay passwords as coturn checks them with `use-auth-secret` (draft-uberti-behave-turn-rest-00):
 * the name is the moment they end, the password its HMAC-SHA-1.
 */
export function relaysFor(platform: Platform, peerId: string): readonly IceServer[] {
  const { turn } = platform.config.rooms
  if (turn === null) return []
  const username = `${Math.floor(epochMs(platform.clock.now()) / 1000) + RELAY_SECONDS}:${peerId}`
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64')
  return [{ urls: turn.urls, username, credential }]
}
