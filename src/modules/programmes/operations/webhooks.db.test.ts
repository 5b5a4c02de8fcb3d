import { type IncomingHttpHeaders, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { toInstant } from '../../../kernel/instant.ts'
import type { Refusal, Result } from '../../../kernel/result.ts'
import { appendJournal } from '../../../platform/journal.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../../../platform/testing.ts'
import { type Actor, systemActor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { within } from '../../../platform/context.ts'
import { attemptDelivery, tellWebhooks } from '../jobs/deliver-webhook.ts'
import { listWebhooks } from '../queries/list-webhooks.ts'
import { buildProgramme } from '../testing/build-programme.ts'
import {
  createWebhook,
  removeWebhook,
  replayDelivery,
  rotateWebhookSecret,
  setWebhookPaused,
} from './manage-webhooks.ts'

/** Another system: remembers what it was sent and answers as the test wants. */
let receiver: Server
let received: { headers: IncomingHttpHeaders; body: string }[] = []
let answer = 200
let platform: TestPlatform
let programmeId: string
let operator: Actor & { kind: 'person' }

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(answer).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  // The library that checks signatures reads the machine's own clock.
  platform = await openTestPlatform({ now: toInstant(Date.now()) })
})
afterAll(async () => {
  await platform.close()
  receiver.close()
})
beforeEach(async () => {
  received = []
  answer = 200
  ;({ programmeId } = await buildProgramme(platform))
  operator = await buildActor(platform, 'operator', { programmeId })
})

const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const code = (result: Result<unknown, Refusal>): string => (result.ok ? 'ok' : result.refusal.code)

/** A webhook that leads to the receiver, which no operator could enter: it is not a public address. */
async function hook(stages: readonly 'meetings'[] = []) {
  const { id, secret } = value(
    await createWebhook(platform, operator, { programmeId, url: 'https://example.org/x', stages }),
  )
  const { port } = receiver.address() as AddressInfo
  await platform.database.pool.query('update webhook set url = $1 where id = $2', [`http://127.0.0.1:${port}/x`, id])
  return { webhookId: id, secret, key: { programmeId, webhookId: id } }
}

async function happen(action: string, programme = programmeId): Promise<void> {
  const [subjectKind] = action.split('.')
  const subjectId = platform.newId()
  const who = { actorKind: 'person', actorId: operator.personId, after: { name: 'Kim' } } as const
  await appendJournal(platform.db, { ...who, programmeId: programme, action, subjectKind: subjectKind!, subjectId })
}

async function tell() {
  await drainJournal(platform, {
    reader: tellWebhooks.reader,
    handle: (entries, trx) => tellWebhooks.handle(within(platform, trx), entries),
  })
  return value(await listWebhooks(platform, operator, { programmeId })).deliveries
}
const attempt = (id: string, isLast = false) => attemptDelivery(platform, id, { trustedHosts: ['127.0.0.1'], isLast })

test('what happened is told once, signed, without a word about people', async () => {
  const { secret } = await hook(['meetings'])
  await happen('meeting-request.accepted')
  await happen('agreement.signed')
  await happen('person.invited')
  await happen('meeting-request.accepted', (await buildProgramme(platform)).programmeId)
  const deliveries = await tell()
  expect(deliveries.map(({ action }) => action)).toEqual(['meeting-request.accepted'])
  await attempt(deliveries[0]!.id)
  await attempt(deliveries[0]!.id)
  expect(received).toHaveLength(1)
  const [{ headers, body }] = received as [(typeof received)[number]]
  expect(headers['webhook-id']).toBe(deliveries[0]!.id)
  const message = new Webhook(secret).verify(body, headers as Record<string, string>)
  const data = { programmeId, subjectKind: 'meeting-request', subjectId: expect.any(String) }
  expect(message).toEqual({ type: 'meeting-request.accepted', timestamp: expect.any(String), data })
  expect(body).not.toMatch(new RegExp(`Kim|${operator.personId}`))
  expect(await tell()).toMatchObject([{ status: 'delivered', attempts: 1, outcome: '200' }])
})

test('a failure is tried again, then given up, and sent again under the same id when asked', async () => {
  await hook()
  await happen('agreement.signed')
  const [delivery] = await tell()
  const { id } = delivery!
  answer = 500
  await expect(attempt(id)).rejects.toThrow('500')
  expect(await tell()).toMatchObject([{ status: 'waiting', attempts: 1, outcome: '500' }])
  expect(code(await replayDelivery(platform, operator, { programmeId, deliveryId: id }))).toBe('programmes.absent')
  await attempt(id, true)
  expect(await tell()).toMatchObject([{ status: 'failed', attempts: 2 }])
  answer = 200
  const stranger = await buildProgramme(platform)
  const other = await buildActor(platform, 'operator', { programmeId: stranger.programmeId })
  const elsewhere = { programmeId: stranger.programmeId, deliveryId: id }
  expect(code(await replayDelivery(platform, other, elsewhere))).toBe('programmes.absent')
  expect(code(await replayDelivery(platform, operator, { programmeId, deliveryId: id }))).toBe('ok')
  await attempt(id)
  expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]))
  expect(await tell()).toMatchObject([{ status: 'delivered', attempts: 3 }])
})

test('for a day after a change both secrets sign, then only the new one', async () => {
  const { secret: old, key } = await hook()
  const { secret } = value(await rotateWebhookSecret(platform, operator, key))
  await happen('agreement.signed')
  const [delivery] = await tell()
  await attempt(delivery!.id)
  const [{ headers, body }] = received as [(typeof received)[number]]
  for (const one of [old, secret]) new Webhook(one).verify(body, headers as Record<string, string>)
  await platform.database.pool.query('update webhook set previous_until = $1 where id = $2', [
    platform.clock.now(),
    key.webhookId,
  ])
  expect(code(await replayDelivery(platform, operator, { programmeId, deliveryId: delivery!.id }))).toBe('ok')
  await attempt(delivery!.id)
  const later = received[1]!
  new Webhook(secret).verify(later.body, later.headers as Record<string, string>)
  expect(() => new Webhook(old).verify(later.body, later.headers as Record<string, string>)).toThrow()
})

test('no secret lies readable in the database; with another secret of the installation nothing is signed', async () => {
  const { secret: old, key } = await hook()
  const { secret } = value(await rotateWebhookSecret(platform, operator, key))
  const { rows } = await platform.database.pool.query<{ line: string }>(
    'select row_to_json(webhook)::text as line from webhook where id = $1',
    [key.webhookId],
  )
  for (const one of [old, secret]) expect(rows[0]?.line).not.toContain(one.slice('whsec_'.length))
  await happen('agreement.signed')
  const [delivery] = await tell()
  const other = { ...platform, config: { ...platform.config, secret: 'x'.repeat(48) } }
  await attemptDelivery(other, delivery!.id, { trustedHosts: ['127.0.0.1'] })
  expect([received, (await tell())[0]?.outcome]).toEqual([[], 'secret-unreadable'])
})

test('an address inside is never opened; one that is gone is paused, and what waits there can be sent later', async () => {
  const { key } = await hook()
  await happen('agreement.signed')
  await happen('agreement.drafted')
  const [second, first] = await tell()
  await attemptDelivery(platform, first!.id)
  expect(received).toEqual([])
  answer = 410
  await attempt(second!.id)
  await happen('agreement.signed')
  expect((await tell()).map(({ status, outcome }) => [status, outcome])).toEqual([
    ['failed', '410'],
    ['failed', 'refused'],
  ])
  expect(value(await listWebhooks(platform, operator, { programmeId })).webhooks[0]?.pausedAt).not.toBeNull()
  expect(code(await setWebhookPaused(platform, operator, { ...key, paused: false }))).toBe('ok')
  await happen('agreement.signed')
  await tell()
  expect(code(await setWebhookPaused(platform, operator, { ...key, paused: true }))).toBe('ok')
  expect((await tell())[0]).toMatchObject({ status: 'failed', outcome: 'paused' })
  expect(code(await removeWebhook(platform, operator, key))).toBe('ok')
  expect(await tell()).toEqual([])
})

test('only who administers the programme sets webhooks up, with an address that can be told to everybody', async () => {
  const { key } = await hook()
  const facts = { programmeId, url: 'https://example.org', stages: [] }
  const other = await buildActor(platform, 'operator', { programmeId: (await buildProgramme(platform)).programmeId })
  for (const actor of [await buildActor(platform, 'broker', { programmeId }), other]) {
    const answers = [
      await createWebhook(platform, actor, facts),
      await rotateWebhookSecret(platform, actor, key),
      await removeWebhook(platform, actor, key),
      await listWebhooks(platform, actor, { programmeId }),
    ]
    expect(answers.map(code)).toEqual(Array(4).fill('programmes.forbidden'))
  }
  for (const url of ['http://example.org', 'https://user:word@example.org', 'nothing']) {
    expect(code(await createWebhook(platform, operator, { ...facts, url }))).toBe('programmes.webhook-address')
  }
  const elsewhere = { programmeId: (await buildProgramme(platform)).programmeId, webhookId: key.webhookId }
  expect(code(await removeWebhook(platform, systemActor('test'), elsewhere))).toBe('programmes.absent')
})
