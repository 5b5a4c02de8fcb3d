import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { readTextServices } from '../queries/list-translations.ts'
import { explainMatch } from '../queries/explain-match.ts'
import { type BuiltShores, buildShores, rankProgramme } from '../testing/build-shores.ts'

/** An embedding service of our own: texts with a word in common get the same vector. It keeps what it was asked. */
let server: Server
let works: boolean
let sent: { url: string | undefined; authorization: string | undefined; body: { model: string; input: string[] } }[]
let platform: TestPlatform

const vectorOf = (text: string): number[] =>
  ['laser', 'X-ray', 'heater', 'Speech', 'implant'].map((word) => (text.includes(word) ? 1 : 0.1))

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const asked = JSON.parse(body) as { model: string; input: string[] }
      sent.push({ url: request.url, authorization: request.headers.authorization, body: asked })
      const data = asked.input.map((text, index) => ({ index, embedding: vectorOf(text) }))
      response.end(JSON.stringify({ data: works ? data.toReversed() : data.slice(1) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  platform = await openTestPlatform({ config: { embedding: { url, model: 'our-model', key: 'our-key' } } })
})
afterAll(async () => {
  await platform.close()
  server.close()
})
beforeEach(() => {
  sent = []
  works = true
})

const entriesOf = async (programmeId: string) => {
  const { rows } = await platform.database.pool.query<{ action: string; after: { profiles?: number; host?: string } }>(
    `select action, "after" from journal_entry where programme_id = $1 and action like 'outside-model.%' order by seq`,
    [programmeId],
  )
  return rows.map(({ action, after: { profiles, host } }) => ({
    action,
    profiles,
    local: host?.startsWith('127.0.0.1:'),
  }))
}

const reasonsOf = async ({ programmeId, operator, here, there }: BuiltShores) => {
  const pair = { programmeId, companyId: here[0]!.companyId, partnerId: there[0]!.companyId }
  const explained = await explainMatch(platform, operator, pair)
  if (!explained.ok) throw new Error(explained.refusal.code)
  return explained.value
}

test('a ranking sends what the service has not seen yet, says so, and names its judgement as a reason', async () => {
  const shores = await buildShores(platform)
  const { programmeId, here } = shores
  await rankProgramme(platform, programmeId)
  expect(sent.map(({ url, authorization, body }) => [url, authorization, body.model, body.input.length])).toEqual([
    ['/v1/embeddings', 'Bearer our-key', 'our-model', 8],
  ])
  expect(await entriesOf(programmeId)).toEqual([{ action: 'outside-model.sent', profiles: 8, local: true }])
  const { score, reasons } = await reasonsOf(shores)
  expect(reasons.map(({ code }) => code)).toContain('outside-model')
  expect(Math.round(100 * reasons.reduce((sum, { points }) => sum + points, 0))).toBe(Math.round(100 * score))

  await rankProgramme(platform, programmeId)
  expect(sent).toHaveLength(1)
  await platform.database.pool.query('update profile set revision = revision + 1 where id = $1', [here[0]!.offerId])
  await rankProgramme(platform, programmeId)
  expect(sent[1]?.body.input).toEqual(['Fibre laser for cutting glass\nFibre laser for cutting glass.'])
})

test('when the service fails everybody is ranked without it, and the journal says so', async () => {
  const shores = await buildShores(platform)
  works = false
  await rankProgramme(platform, shores.programmeId)
  expect(await entriesOf(shores.programmeId)).toEqual([
    { action: 'outside-model.sent', profiles: 8, local: true },
    { action: 'outside-model.failed', profiles: 8, local: true },
  ])
  const { reasons } = await reasonsOf(shores)
  expect(reasons.length).toBeGreaterThan(0)
  expect(reasons.map(({ code }) => code)).not.toContain('outside-model')
})

test('the operator sees where texts go; nobody else is told', async () => {
  const { programmeId, operator, here } = await buildShores(platform)
  expect(readTextServices(platform, operator, { programmeId })).toMatchObject({
    ok: true,
    value: { translation: null, embedding: { model: 'our-model' } },
  })
  expect(readTextServices(platform, here[0]!.actor, { programmeId })).toMatchObject({ ok: false })
})

test('without a setting nothing leaves the server', async () => {
  const plain = await openTestPlatform()
  try {
    const { programmeId } = await buildShores(plain)
    await rankProgramme(plain, programmeId)
    expect(sent).toEqual([])
  } finally {
    await plain.close()
  }
})
