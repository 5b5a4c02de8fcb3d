import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addMinutes } from '../../../../kernel/instant.ts'
import type { HttpEnv } from '../../../../platform/http/http-env.ts'
import { type Listening, listen } from '../../../../platform/http/listen.ts'
import { type TestPlatform, openTestPlatform } from '../../../../platform/testing.ts'
import { type Actor, resolveActor } from '../../../accounts/index.ts'
import { buildSession } from '../../../accounts/testing/build-person.ts'
import { issueJoinToken } from '../../operations/issue-join-token.ts'
import { readRoom } from '../../queries/read-room.ts'
import { type BuiltRoom, buildRoom } from '../../testing/build-room.ts'
import { RoomTab } from '../../testing/room-tab.ts'
import { hubOf } from './hub.ts'
import { mountSignalling } from './mount-signalling.ts'

type PersonActor = BuiltRoom['host']

let platform: TestPlatform
let room: BuiltRoom
let server: Listening
const open = new Set<RoomTab>()

beforeAll(async () => {
  platform = await openTestPlatform()
  room = await buildRoom(platform)
  platform.clock.set(room.startsAt)
  server = await serveRooms()
})
afterEach(async () => {
  // Everybody comes back for a moment to leave in form: the place of one who was cut off would be kept.
  for (const guest of open) guest.socket.terminate()
  open.clear()
  for (const actor of [room.host, room.guest, room.interpreter, room.operator, room.otherCompany]) {
    const guest = await connect(actor)
    guest.hello(await tokenOf(actor))
    guest.say({ type: 'leave' })
    await guest.isClosed()
  }
  open.clear()
})
afterAll(async () => {
  await server.close()
  await platform.close()
})

function serveRooms(): Promise<Listening> {
  const app = new Hono<HttpEnv<Actor>>()
  app.use(async (c, next) => {
    const actor = () => resolveActor(platform, c.req.raw.headers.get('cookie'))
    c.set('facts', { requestId: 'test', locale: 'en', clientAddress: '', actor })
    await next()
  })
  mountSignalling(app, platform)
  return listen(app, { host: '127.0.0.1', port: 0 })
}

const openTab = (cookie: string, origin: string | null): RoomTab => {
  const tab = new RoomTab(`http://127.0.0.1:${server.port}`, cookie, origin)
  open.add(tab)
  return tab
}

const OWN_ORIGIN = () => platform.config.baseUrl

const connect = async (actor: PersonActor): Promise<RoomTab> =>
  openTab(await buildSession(platform, actor.personId), OWN_ORIGIN()).isOpen()

const tokenOf = async (actor: PersonActor): Promise<string> => {
  const issued = await issueJoinToken(platform, actor, room)
  if (!issued.ok) throw new Error(issued.refusal.code)
  return issued.value.token
}

async function join(actor: PersonActor): Promise<RoomTab & { peerId: string }> {
  const guest = await connect(actor)
  guest.hello(await tokenOf(actor))
  const { self } = await guest.hears('welcome')
  return Object.assign(guest, { peerId: self.peerId })
}

const refusedStatus = (cookie: string, origin: string | null) =>
  new Promise<number>((resolve) => {
    const { socket } = openTab(cookie, origin)
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
    socket.on('open', () => resolve(101))
  })

test('only our own pages and signed-in people reach the socket', async () => {
  const cookie = await buildSession(platform, room.host.personId)
  expect(await refusedStatus(cookie, null)).toBe(403)
  expect(await refusedStatus(cookie, 'https://evil.example')).toBe(403)
  expect(await refusedStatus(cookie, 'null')).toBe(403)
  expect(await refusedStatus('', OWN_ORIGIN())).toBe(401)
  expect(await refusedStatus(cookie, OWN_ORIGIN())).toBe(101)
})

test('two meet: each hears of the other, signals go to the one they are for', async () => {
  const host = await join(room.host)
  const guest = await join(room.guest)
  expect((await host.hears('peer')).peer).toMatchObject({ peerId: guest.peerId, role: 'guest', language: 'ru' })
  expect((await guest.hears('welcome')).peers).toMatchObject([{ peerId: host.peerId, role: 'host', name: '0-0' }])
  const interpreter = await join(room.interpreter)
  guest.say({ type: 'signal', to: host.peerId, description: { type: 'offer', sdp: 'v=0' } })
  expect(await host.hears('signal')).toMatchObject({
    from: guest.peerId,
    tab: guest.tab,
    description: { type: 'offer' },
  })
  expect(interpreter.heard.some(({ type }) => type === 'signal')).toBe(false)
  expect((await interpreter.hears('welcome')).room.activeInterpreter).toBe(interpreter.peerId)
})

test('chat and notes reach everybody and stay with the meeting', async () => {
  const host = await join(room.host)
  const guest = await join(room.guest)
  host.say({ type: 'chat', text: '안녕하세요 <b>' })
  expect((await guest.hears('chat')).message).toMatchObject({ role: 'host', text: '안녕하세요 <b>' })
  guest.say({ type: 'notes', text: 'Образец в ноябре', revision: 0 })
  expect((await host.hears('notes')).notes).toEqual({ text: 'Образец в ноябре', revision: 1 })
  host.say({ type: 'notes', text: 'late', revision: 0 })
  expect((await host.hears('notes', 1)).notes).toEqual({ text: 'Образец в ноябре', revision: 1 })
  expect(await readRoom(platform, room.operator, room)).toMatchObject({
    value: { messages: [{ text: '안녕하세요 <b>' }], notes: { revision: 1 } },
  })
})

test('a second tab takes over and the first is told; a third does too', async () => {
  const first = await join(room.host)
  const second = await join(room.host)
  expect((await first.hears('closed')).reason).toBe('other-tab')
  expect(second.peerId).toBe(first.peerId)
  const third = await join(room.host)
  expect((await second.hears('closed')).reason).toBe('other-tab')
  expect(third.closed).toBeNull()
  expect((await third.hears('welcome')).peers).toEqual([])
})

test('a cut keeps the place, and who comes back finds it', async () => {
  const host = await join(room.host)
  const guest = await join(room.guest)
  guest.socket.terminate()
  expect((await host.hears('peer', 1)).peer).toMatchObject({ peerId: guest.peerId, away: true })
  const back = await connect(room.guest)
  back.hello(await tokenOf(room.guest), guest.tab)
  await back.hears('welcome')
  expect((await host.hears('peer', 2)).peer).toMatchObject({ away: false, tab: guest.tab })
  const record = await readRoom(platform, room.operator, room)
  const guests = record.ok ? record.value.presences.filter(({ role }) => role === 'guest') : []
  expect(guests.filter(({ inside }) => inside)).toHaveLength(1)
})

test('an outsider waits; the broker sees the name, lets in or sends away', async () => {
  const outsider = await connect(room.otherCompany)
  outsider.hello(await tokenOf(room.otherCompany))
  await outsider.hears('waiting')
  const broker = await join(room.operator)
  const [knock] = (await broker.hears('welcome')).knocks
  expect(knock?.name).toBe('0-1')
  const host = await join(room.host)
  expect((await host.hears('welcome')).knocks).toEqual([])
  host.say({ type: 'admit', knockId: knock?.knockId, role: 'observer' })
  outsider.say({ type: 'chat', text: 'let me in' })
  outsider.say({ type: 'signal', to: host.peerId, candidate: null })
  await new Promise((done) => setTimeout(done, 100))
  expect(outsider.heard.map(({ type }) => type)).toEqual(['waiting'])
  expect(host.heard.some(({ type }) => type === 'chat' || type === 'signal')).toBe(false)
  broker.say({ type: 'admit', knockId: knock?.knockId, role: 'observer' })
  await outsider.hears('admitted')
  const inside = await join(room.otherCompany)
  expect((await inside.hears('welcome')).self.role).toBe('observer')
})

test('the fifth finds the room full', async () => {
  for (const actor of [room.host, room.guest, room.interpreter, room.operator]) await join(actor)
  const fifth = await connect(room.otherCompany)
  fifth.hello(await tokenOf(room.otherCompany))
  expect(await fifth.hears('refused')).toMatchObject({ code: 'rooms.full', retry: true })
})

test('only who has the channel hands it on, and only to an interpreter', async () => {
  const interpreter = await join(room.interpreter)
  const host = await join(room.host)
  host.say({ type: 'hand-over', to: host.peerId })
  interpreter.say({ type: 'hand-over', to: host.peerId })
  host.say({ type: 'mode', interpretation: 'simultaneous' })
  interpreter.say({ type: 'mode', interpretation: 'simultaneous' })
  const { room: state } = await interpreter.hears('room', 1)
  expect(state).toMatchObject({ interpretation: 'simultaneous', activeInterpreter: interpreter.peerId })
})

test('a foreign and a replayed token open nothing', async () => {
  const stolen = await connect(room.guest)
  stolen.hello(await tokenOf(room.host))
  expect((await stolen.hears('refused')).code).toBe('rooms.token-foreign')
  const token = await tokenOf(room.host)
  const host = await connect(room.host)
  host.hello(token)
  await host.hears('welcome')
  const replay = await connect(room.host)
  replay.hello(token)
  expect((await replay.hears('refused')).code).toBe('rooms.token-used')
  expect(host.closed).toBeNull()
})

test.each<[string, (guest: RoomTab) => void, number]>([
  ['a megabyte', (guest) => guest.say('x'.repeat(1_000_000)), 1009],
  ['invalid UTF-8', (guest) => guest.socket.send(Buffer.from([0xc3, 0x28]), { binary: false }), 1007],
  ['binary', (guest) => guest.socket.send(Buffer.from('{}')), 1003],
  ['nonsense, again and again', (guest) => Array.from({ length: 5 }, () => guest.say('['.repeat(30_000))), 1008],
])('%s ends the connection and nobody else notices', async (_, attack, status) => {
  const host = await join(room.host)
  const guest = await join(room.guest)
  attack(guest)
  expect(await guest.isClosed()).toBe(status)
  host.say({ type: 'alive', quality: 'good' })
  await host.hears('alive')
})

test('ten thousand candidates are not handed on', async () => {
  const host = await join(room.host)
  const guest = await join(room.guest)
  const candidate = { candidate: 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host', sdpMid: '0' }
  for (let n = 0; n < 10_000; n++) guest.say({ type: 'signal', to: host.peerId, candidate })
  expect(await guest.isClosed()).toBe(1008)
  expect(host.heard.filter(({ type }) => type === 'signal').length).toBeLessThan(600)
})

test('when the time is over everybody is shown out', async () => {
  const host = await join(room.host)
  const guest = await join(room.guest)
  platform.clock.set(addMinutes(room.endsAt, 11))
  await hubOf(platform).recheckAll()
  expect([(await host.hears('closed')).reason, (await guest.hears('closed')).reason]).toEqual(['time', 'time'])
  platform.clock.set(room.startsAt)
})
