import { createHmac } from 'node:crypto'
import { TokenVerifier } from 'livekit-server-sdk'
import { expect, test } from 'vitest'
import { fixedClock } from '../../../platform/clock.ts'
import type { Platform } from '../../../platform/context.ts'
import { mediaFor } from './room-media.ts'

const REQUEST = '11111111-1111-4111-8111-111111111111'
const PERSON = { peerId: 'abcdefghijklmnop', name: '김나루', role: 'host' } as const
const nowMs = Math.floor(Date.now() / 1000) * 1000
const now = new Date(nowMs).toISOString()
const closesAt = new Date(nowMs + 30 * 60_000).toISOString()
const media = (rooms: object) => {
  const config = { rooms: { opensMinutes: 10, closesMinutes: 10, turn: null, livekit: null, ...rooms } }
  return mediaFor({ config, clock: fixedClock(now) } as unknown as Platform, REQUEST, PERSON, { closesAt })
}

test('without settings the browsers find each other alone', async () => {
  expect(await media({})).toEqual({ kind: 'mesh', iceServers: [] })
})

test('a relay password ends by itself and is what coturn computes', async () => {
  const turn = { urls: ['turn:relay.example:3478'], secret: 'a secret shared with coturn' }
  const username = `${nowMs / 1000 + 7200}:${PERSON.peerId}`
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64')
  expect(await media({ turn })).toEqual({ kind: 'mesh', iceServers: [{ urls: turn.urls, username, credential }] })
})

test('a LiveKit token opens one room for one person until it closes', async () => {
  const livekit = { url: 'wss://media.example', key: 'key', secret: 'a secret of at least 32 characters!' }
  const given = await media({ livekit })
  if (given.kind !== 'livekit') throw new Error('No token')
  const claims = await new TokenVerifier(livekit.key, livekit.secret).verify(given.token)
  expect(claims).toMatchObject({ sub: PERSON.peerId, name: PERSON.name, video: { room: REQUEST, roomJoin: true } })
  expect(claims.video?.roomAdmin).toBeUndefined()
  expect(Math.abs((claims.exp ?? 0) * 1000 - Date.parse(closesAt))).toBeLessThan(120_000)
})
