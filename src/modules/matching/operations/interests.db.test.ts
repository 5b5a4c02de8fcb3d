import { afterAll, beforeAll, expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../../../platform/testing.ts'
import { keepFactsOfInterests } from '../jobs/keep-facts-of-interests.ts'
import { notifyOfInterests } from '../jobs/notify-of-interests.ts'
import { listInterests } from '../queries/list-interests.ts'
import { type BuiltShores, buildShores } from '../testing/build-shores.ts'
import { type CloseInterest, closeExpressionOfInterest } from './close-interest.ts'
import { expressInterest } from './express-interest.ts'

let platform: TestPlatform
let shores: BuiltShores
let elsewhere: BuiltShores
beforeAll(async () => {
  platform = await openTestPlatform()
  shores = await buildShores(platform, 2)
  elsewhere = await buildShores(platform, 1)
})
afterAll(() => platform.close())

/** `here[at]` is interested in the offer of `there[at]`. */
async function express(at: number): Promise<string> {
  const { programmeId, here, there } = shores
  const { companyId, actor } = here[at]!
  const command = { programmeId, companyId, profileId: there[at]!.offerId, message: 'Please call <us>.' }
  const expressed = await expressInterest(platform, actor, command)
  if (!expressed.ok) throw new Error(expressed.refusal.code)
  return expressed.value.id
}

const close = (actor: Parameters<typeof closeExpressionOfInterest>[1], interestId: string, to: CloseInterest['to']) =>
  closeExpressionOfInterest(platform, actor, { programmeId: shores.programmeId, interestId, to })

const codeOf = async (result: ReturnType<typeof close>) => {
  const settled = await result
  return settled.ok ? 'ok' : settled.refusal.code
}

const read = ({ reader, handle }: typeof notifyOfInterests, again = '') =>
  drainJournal(platform, {
    reader: `${reader}${again}`,
    handle: (entries, trx) => handle(within(platform, trx), entries),
  })

const mailsTo = async ({ actor }: BuiltShores['here'][number]) => {
  const { rows } = await platform.database.pool.query<{ subject: string; body_text: string }>(
    `select subject, body_text from mail join person on person.email = mail.to_address where person.id = $1 order by mail.created_at, mail.id`,
    [actor.personId],
  )
  return rows
}

test('the company that is asked answers once, both are told, and the answer is a fact of the pair', async () => {
  const [sender, asked, stranger] = [shores.here[0]!, shores.there[0]!, shores.there[1]!]
  const id = await express(0)
  expect(await codeOf(close(sender.actor, id, 'welcomed'))).toBe('matching.not-yours-to-answer')
  for (const actor of [stranger.actor, shores.official, elsewhere.operator, elsewhere.here[0]!.actor]) {
    expect(await codeOf(close(actor, id, 'welcomed'))).toBe('matching.absent')
  }
  await read(notifyOfInterests)
  expect(await mailsTo(asked)).toMatchObject([{ body_text: expect.stringContaining('Please call <us>.') }])
  const both = await Promise.all([close(asked.actor, id, 'welcomed'), close(shores.operator, id, 'declined')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await codeOf(close(asked.actor, id, 'declined'))).toBe('matching.interest-closed')
  expect(await codeOf(close(sender.actor, id, 'withdrawn'))).toBe('matching.interest-closed')
  await read(notifyOfInterests)
  await read(notifyOfInterests, '-again')
  await read(keepFactsOfInterests)
  await read(keepFactsOfInterests, '-again')
  expect([(await mailsTo(sender)).length, (await mailsTo(asked)).length, (await mailsTo(stranger)).length]).toEqual([
    1, 1, 0,
  ])
  const { rows } = await platform.database.pool.query('select company_id, partner_id, kind from match_fact')
  expect(rows).toEqual([
    { company_id: sender.companyId, partner_id: asked.companyId, kind: both[0]!.ok ? 'accepted' : 'declined' },
  ])
})

test('whoever is interested takes it back and may say it again; of what is withdrawn nobody is told late', async () => {
  const [sender, asked] = [shores.here[1]!, shores.there[1]!]
  const id = await express(1)
  expect(await codeOf(close(asked.actor, id, 'withdrawn'))).toBe('matching.not-yours-to-answer')
  expect(await codeOf(close(sender.actor, id, 'withdrawn'))).toBe('ok')
  await read(notifyOfInterests)
  expect(await mailsTo(asked)).toEqual([])
  await express(1)
})

test('everybody reads what concerns them, in one statement', async () => {
  const { programmeId, here, there, official, operator } = shores
  const list = async (actor: Parameters<typeof listInterests>[1]) => {
    const result = await listInterests(platform, actor, { programmeId })
    return result.ok
      ? result.value.rows.map(({ company, partner, status, may }) => [company.code, partner.code, status, may])
      : result.refusal.code
  }
  const open = [here[1]!.code, there[1]!.code, 'open']
  const withdrawn = [here[1]!.code, there[1]!.code, 'withdrawn', { answer: false, withdraw: false }]
  expect(await list(there[1]!.actor)).toEqual([[...open, { answer: true, withdraw: false }], withdrawn])
  expect(await list(here[1]!.actor)).toEqual([[...open, { answer: false, withdraw: true }], withdrawn])
  expect((await list(official))[0]).toEqual([...open, { answer: false, withdraw: false }])
  expect((await list(operator))[0]).toEqual([...open, { answer: true, withdraw: true }])
  expect((await list(operator)).length).toBe(3)
  expect(await list(elsewhere.operator)).toBe('matching.absent')
  const counted = await countStatements(() => list(operator))
  expect(counted.statements).toHaveLength(1)
})
