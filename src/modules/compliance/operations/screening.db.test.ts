import { createServer } from 'node:http'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import type { Result } from '../../../kernel/result.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Gate } from '../domain/gate.ts'
import type { GateParty, PartyFacts } from '../domain/party.ts'
import type { Actor } from '../domain/policy.ts'
import type { Deed } from '../domain/state.ts'
import { rescreenParties } from '../jobs/rescreen-parties.ts'
import { readBadges } from '../queries/list-screenings.ts'
import { readScreeningDesk } from '../queries/read-screening-desk.ts'
import { previewAsOf, readScreening } from '../queries/read-screening.ts'
import { buildActor, buildProgramme } from '../testing/build-people.ts'
import { buildEntry, buildScreening, buildWatchList } from '../testing/build-watch-list.ts'
import { checkGate } from './check-gate.ts'
import { addLicence, decideScreening } from './decide-screening.ts'
import { importList } from './import-list.ts'
import { checkAgain, screenProspect, setOwners } from './screen-party.ts'
import { decideProposal, proposeWeakening, setPolicy } from './set-policy.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.detail)}`)
  return result.value
}

const facts = (name: string, more: Partial<PartyFacts> = {}): PartyFacts => ({
  kind: 'organisation',
  names: [name],
  identifiers: [],
  countries: ['RU'],
  ...more,
})
const company = (subjectId: Id, name: string, more?: Partial<PartyFacts>): GateParty => ({
  subjectKind: 'company',
  subjectId,
  party: facts(name, more),
})

async function buildDesk(entries = [buildEntry({ id: '1', name: 'Zarnitsa Vymysel' })]) {
  const { programmeId } = await buildProgramme(platform)
  const built = await buildScreening(platform, { programmeId, entries })
  const [operator, official] = [
    await buildActor(platform, 'operator', { programmeId, name: '박운영' }),
    await buildActor(platform, 'official', { programmeId, name: '이공무' }),
  ]
  const ask = (parties: readonly GateParty[], gate: Gate = 'agreement-send', actor: Actor = operator) =>
    checkGate(platform, { programmeId, gate, parties, actor })
  const read = async (screeningId: Id) => granted(await readScreening(platform, operator, { programmeId, screeningId }))
  const idOf = async (subjectId: Id): Promise<Id> => {
    const badges = granted(
      await readBadges(platform, operator, { programmeId, subjectKind: 'company', subjectIds: [subjectId] }),
    )
    return badges.rows[0]!.screeningId
  }
  const decide = async (actor: Actor, screeningId: Id, deed: Deed, revision?: number) =>
    decideScreening(platform, actor, {
      programmeId,
      screeningId,
      deed,
      revision: revision ?? (await read(screeningId)).revision,
      reason: 'Looked at it.',
      attribute: deed === 'set-aside' ? 'address' : null,
      conditions: deed === 'clear-with-conditions' ? 'Consumer goods only' : null,
    })
  return { programmeId, operator, official, ask, read, idOf, decide, ...built }
}

test('where screening is not in force the gate says so, checks nobody and clears nobody', async () => {
  const { programmeId } = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  const outcome = await checkGate(platform, {
    programmeId,
    gate: 'agreement-send',
    parties: () => Promise.reject(new Error('not asked')),
    actor: operator,
  })
  expect(outcome).toEqual({ ok: true, value: { verdict: 'not-in-force', conditions: [], warnings: [] } })
  const { policy } = granted(await readScreeningDesk(platform, operator, { programmeId }))
  expect(await setPolicy(platform, operator, { programmeId, ...policy, inForce: true })).toMatchObject({
    refusal: { code: 'compliance.no-list' },
  })
})

test('nobody listed: clear, checked once; a possible match warns at a soft gate and closes a hard one', async () => {
  const { programmeId, ask, idOf, read } = await buildDesk()
  const [clear, hit] = [platform.newId(), platform.newId()]
  expect(await ask([company(clear, 'Another one')])).toMatchObject({ value: { verdict: 'open' } })
  expect(await ask([company(hit, 'Zarnitsa Vymysel')], 'match')).toMatchObject({
    value: { verdict: 'warning', warnings: ['party'] },
  })
  expect(await ask([company(clear, 'Another one'), company(hit, 'Zarnitsa Vymysel')])).toMatchObject({
    refusal: { code: 'compliance.gate-closed-by', detail: { party: 'Zarnitsa Vymysel', state: 'hit' } },
  })
  const representative = await buildActor(platform, 'company-representative', { programmeId, scopeId: clear })
  const told = await ask([company(hit, 'Zarnitsa Vymysel')], 'meeting-confirmation', representative)
  expect(told).toEqual({
    ok: false,
    refusal: { kind: 'conflict', code: 'compliance.gate-closed', detail: { gate: 'meeting-confirmation' } },
  })
  const view = await read(await idOf(hit))
  expect(view.check?.hits.map(({ key, hit: { tier } }) => [key, tier])).toEqual([['test/1', 'strong']])
  expect((await read(await idOf(clear))).revision).toBe(1)
})

test('a hit is set aside with a reason and by what differs, and then the gate opens', async () => {
  const { ask, idOf, decide, operator, read } = await buildDesk()
  const id = platform.newId()
  await ask([company(id, 'Zarnitsa Vymysel')])
  const screeningId = await idOf(id)
  expect(granted(await decide(operator, screeningId, 'set-aside'))).toEqual({ state: 'false-positive' })
  expect(await ask([company(id, 'Zarnitsa Vymysel')])).toMatchObject({ value: { verdict: 'open' } })
  expect((await read(screeningId)).decisions).toMatchObject([
    { fromState: 'hit', toState: 'false-positive', attribute: 'address', decidedByName: '박운영' },
  ])
})

test('the same identifier is nothing one person may set aside', async () => {
  const entries = [
    buildEntry({ id: '1', name: 'Zarnitsa Vymysel', identifiers: [{ kind: 'ru-inn', value: '7707083893' }] }),
  ]
  const { ask, idOf, decide, operator } = await buildDesk(entries)
  const id = platform.newId()
  await ask([company(id, 'Zarnitsa Vymysel', { identifiers: [{ kind: 'ru-inn', value: '7707083893' }] })])
  expect(await decide(operator, await idOf(id), 'set-aside')).toMatchObject({
    refusal: { code: 'compliance.same-identifier' },
  })
})

test('what was escalated is decided by another person, and of two at once one decides', async () => {
  const { programmeId, ask, idOf, decide, operator, official, read } = await buildDesk()
  const id = platform.newId()
  await ask([company(id, 'Zarnitsa Vymysel')])
  const screeningId = await idOf(id)
  expect(await decide(official, screeningId, 'escalate')).toMatchObject({ refusal: { kind: 'forbidden' } })
  granted(await decide(operator, screeningId, 'escalate'))
  expect(await decide(operator, screeningId, 'clear-with-conditions')).toMatchObject({
    refusal: { code: 'compliance.second-person-needed' },
  })
  const auditor = await buildActor(platform, 'auditor', { programmeId })
  expect(await decide(auditor, screeningId, 'block')).toMatchObject({ refusal: { kind: 'forbidden' } })
  const second = await buildActor(platform, 'operator', { programmeId })
  const { revision } = await read(screeningId)
  const both = await Promise.all([
    decide(official, screeningId, 'clear-with-conditions', revision),
    decide(second, screeningId, 'block', revision),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'compliance.changed-meanwhile' } })
})

test('a licence opens the gate until its last day', async () => {
  const { programmeId, ask, idOf, decide, operator, official, read } = await buildDesk()
  const id = platform.newId()
  const party = [company(id, 'Zarnitsa Vymysel')]
  await ask(party)
  const screeningId = await idOf(id)
  granted(await decide(operator, screeningId, 'escalate'))
  granted(await decide(official, screeningId, 'require-licence'))
  expect(await ask(party)).toMatchObject({ refusal: { detail: { state: 'licence-required' } } })
  const licence = { number: 'L-1', authority: 'Ministry', scope: 'Talks', validFrom: '2020-10-01' }
  const add = async (expiresOn: string) =>
    addLicence(platform, operator, {
      programmeId,
      screeningId,
      ...licence,
      expiresOn,
      revision: (await read(screeningId)).revision,
    })
  expect(await add('2020-09-30')).toMatchObject({ refusal: { code: 'compliance.licence-dates' } })
  granted(await add('2020-10-25'))
  expect(await ask(party)).toMatchObject({ refusal: { detail: { state: 'licence-on-file' } } })
  granted(await add('2020-10-26'))
  expect(await ask(party)).toMatchObject({ value: { verdict: 'open' } })
})

test('a decision goes stale with the party, the list, the threshold and age, and stands when nothing new is found', async () => {
  const entries = [buildEntry({ id: '1', name: 'Zarnitsa Vymysel' })]
  const { programmeId, ask, idOf, decide, operator, read } = await buildDesk(entries)
  const id = platform.newId()
  await ask([company(id, 'Zarnitsa Vymysel')])
  const screeningId = await idOf(id)
  granted(await decide(operator, screeningId, 'set-aside'))
  const other = buildEntry({ id: '2', name: 'Quite Different' })
  await buildWatchList(platform, { programmeId, entries: [...entries, other] })
  expect((await read(screeningId)).stale).toEqual(['list-changed'])
  expect(await rescreenParties(platform, programmeId)).toBe(1)
  expect(await read(screeningId)).toMatchObject({ state: 'false-positive', stale: [] })
  const policy = granted(await readScreeningDesk(platform, operator, { programmeId })).policy
  granted(await setPolicy(platform, operator, { programmeId, ...policy, threshold: 0.95 }))
  expect((await read(screeningId)).stale).toEqual(['threshold-changed'])
  expect(await ask([company(id, 'Zarnitsa Vymysel')])).toMatchObject({ value: { verdict: 'open' } })
  // Another name: what was decided for the party as it was does not hold for it.
  expect(await ask([company(id, 'Zarnitsa Vymysel', { countries: ['KZ'] })])).toMatchObject({
    refusal: { detail: { state: 'hit' } },
  })
  granted(await decide(operator, screeningId, 'set-aside'))
  // The entry itself has changed: it is another finding.
  const changed = buildEntry({ id: '1', name: 'Zarnitsa Vymysel', countries: ['KZ'] })
  await buildWatchList(platform, { programmeId, entries: [changed, other] })
  expect(await ask([company(id, 'Zarnitsa Vymysel', { countries: ['KZ'] })])).toMatchObject({
    refusal: { detail: { state: 'hit' } },
  })
  expect((await read(screeningId)).decisions).toHaveLength(2)
})

test('an old list closes hard gates for everybody until it is read again', async () => {
  const later = { ...platform, clock: { now: () => addMinutes(platform.clock.now(), 31 * 24 * 60) } }
  const { programmeId, ask, operator } = await buildDesk()
  const parties = [company(platform.newId(), 'Another one')]
  expect(await ask(parties)).toMatchObject({ ok: true })
  const askLater = (gate: Gate) => checkGate(later, { programmeId, gate, parties, actor: operator })
  expect(await askLater('room-token')).toMatchObject({ refusal: { code: 'compliance.gate-list-old' } })
  expect(await askLater('match')).toMatchObject({ value: { verdict: 'warning', warnings: ['list-old'] } })
})

test('what the law suspends stays suspended whatever a check finds, until a second person lifts it', async () => {
  const { programmeId, ask, idOf, decide, operator, official } = await buildDesk()
  const party = [company(platform.newId(), 'Another one')]
  await ask(party)
  const screeningId = await idOf(party[0]!.subjectId)
  granted(await decide(operator, screeningId, 'suspend'))
  granted(await checkAgain(platform, operator, { programmeId, screeningId }))
  expect(await ask(party)).toMatchObject({ refusal: { detail: { state: 'suspended-by-law' } } })
  expect(await decide(operator, screeningId, 'resume')).toMatchObject({ refusal: { kind: 'forbidden' } })
  granted(await decide(official, screeningId, 'resume'))
  expect(await ask(party)).toMatchObject({ value: { verdict: 'open' } })
})

test('listed owners are found, their shares summed, and owners that make no sense are refused', async () => {
  const { programmeId, operator, read } = await buildDesk()
  const { screeningId } = granted(await screenProspect(platform, operator, { programmeId, party: facts('Plain one') }))
  const owner = (key: string, share: number, of: string | null, name = key) => ({ key, share, of, party: facts(name) })
  const set = async (...owners: ReturnType<typeof owner>[]) =>
    setOwners(platform, operator, { programmeId, screeningId, owners, revision: (await read(screeningId)).revision })
  expect(await set(owner('a', 60, null), owner('b', 41, null))).toMatchObject({
    refusal: { code: 'compliance.owner-over-100' },
  })
  expect(await set(owner('a', 60, 'b'), owner('b', 41, 'a'))).toMatchObject({
    refusal: { code: 'compliance.owner-cycle' },
  })
  const held = granted(
    await set(owner('a', 60, null, 'Holding'), owner('b', 51, 'a', 'Zarnitsa Vymysel'), owner('c', 10, null, 'C')),
  )
  expect(held.state).toBe('hit')
  const view = await read(screeningId)
  expect(view.ownership).toMatchObject({ share: 60, reachesLimit: true })
  expect(view.check?.hits.map(({ ownerKey }) => ownerKey)).toEqual(['b'])
})

test('screening goes out of force, and a list away, only by two people', async () => {
  const { programmeId, operator, official, listId, ask } = await buildDesk()
  const policy = granted(await readScreeningDesk(platform, operator, { programmeId })).policy
  expect(await setPolicy(platform, operator, { programmeId, ...policy, inForce: false })).toMatchObject({
    refusal: { code: 'compliance.second-person-needed' },
  })
  const propose = (kind: 'switch-off' | 'retire-list') =>
    proposeWeakening(platform, operator, { programmeId, kind, listId, reason: 'A trial.' })
  const { id: proposalId } = granted(await propose('switch-off'))
  expect(await propose('switch-off')).toMatchObject({ refusal: { code: 'compliance.proposal-open' } })
  const confirm = (actor: Actor) => decideProposal(platform, actor, { programmeId, proposalId, outcome: 'confirmed' })
  expect(await confirm(operator)).toMatchObject({ refusal: { code: 'compliance.second-person-needed' } })
  granted(await confirm(official))
  expect(await ask([company(platform.newId(), 'Zarnitsa Vymysel')])).toMatchObject({
    value: { verdict: 'not-in-force' },
  })
  const { rows } = await platform.database.pool.query<{ action: string; after: { reason: string } }>(
    `select action, after from journal_entry where programme_id = $1 and action like 'screening-switch-off%' order by seq`,
    [programmeId],
  )
  expect(rows.map(({ action, after }) => [action, after.reason])).toEqual([
    ['screening-switch-off.proposed', 'A trial.'],
    ['screening-switch-off.confirmed', 'A trial.'],
  ])
})

test('the source case: to be read in 2020, blocked in 2025, and the old decision stays explained', async () => {
  // Names and days are made up like those of the public lists; the effect is what matters here.
  const sectoral = buildEntry({
    id: 'ssi',
    name: 'Gazprom',
    effect: 'sectoral',
    listedOn: '2014-09-12',
    programmes: ['SSI'],
  })
  const { programmeId, operator, official, ask, idOf, decide, read } = await buildDesk([sectoral])
  const party = [company(platform.newId(), 'Gazprom', { names: ['가스프롬', 'Gazprom'] })]
  expect(await ask(party)).toMatchObject({ refusal: { detail: { state: 'hit' } } })
  const screeningId = await idOf(party[0]!.subjectId)
  expect((await read(screeningId)).check?.hits[0]?.entry.effect).toBe('sectoral')
  granted(await decide(operator, screeningId, 'escalate'))
  granted(await decide(official, screeningId, 'clear-with-conditions'))
  expect(await ask(party)).toMatchObject({ value: { verdict: 'open', conditions: ['Consumer goods only'] } })

  const blocking = buildEntry({ id: 'sdn', name: 'Gazprom', listedOn: '2025-01-10' })
  await buildWatchList(platform, { programmeId, entries: [sectoral, blocking] })
  expect(await ask(party)).toMatchObject({ refusal: { detail: { state: 'hit' } } })
  granted(await decide(operator, screeningId, 'escalate'))
  granted(await decide(official, screeningId, 'block'))
  expect(await ask(party)).toMatchObject({ refusal: { detail: { state: 'blocked' } } })
  const { decisions } = await read(screeningId)
  const cleared = decisions.find(({ toState }) => toState === 'cleared-with-conditions')
  expect(cleared).toMatchObject({ decidedByName: '이공무', conditions: 'Consumer goods only' })
  expect(cleared?.hits.map(({ entry }) => [entry.id, entry.effect])).toEqual([['ssi', 'sectoral']])

  const asOf = async (day: string) =>
    granted(await previewAsOf(platform, operator, { programmeId, screeningId, asOf: day }))
      .map(({ entry }) => entry.effect)
      .toSorted()
  expect([await asOf('2013-01-01'), await asOf('2020-10-26'), await asOf('2025-06-01')]).toEqual([
    [],
    ['sectoral'],
    ['block', 'sectoral'],
  ])
})

test('a service that is set up is asked, and no answer is no clearance', async () => {
  let status = 200
  const server = createServer((_, response) => {
    const results = [
      {
        id: 'Q1',
        caption: 'Vymysel Holding',
        score: 0.93,
        match: true,
        datasets: ['x'],
        properties: { country: ['ru'] },
      },
    ]
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ responses: { party: { status: 200, results } } }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const asking = {
    ...platform,
    config: { ...platform.config, screening: { url: `http://127.0.0.1:${port}`, key: null } },
  }
  const { programmeId, operator } = await buildDesk()
  const ask = () =>
    checkGate(asking, {
      programmeId,
      gate: 'agreement-send',
      parties: [company(platform.newId(), 'Another one')],
      actor: operator,
    })
  expect(await ask()).toMatchObject({ refusal: { code: 'compliance.gate-closed-by', detail: { state: 'hit' } } })
  status = 503
  expect(await ask()).toMatchObject({ refusal: { code: 'compliance.not-checked' } })
  server.close()
})

test('a list is read in whole, the same file again confirms it, and what is broken leaves it in force', async () => {
  const { programmeId } = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  const read = (text: string) =>
    importList(platform, operator, {
      programmeId,
      code: 'simple',
      name: 'Simple',
      format: 'opensanctions-simple-csv',
      fileName: 'simple.csv',
      contents: new TextEncoder().encode(text),
      source: null,
      fictional: false,
      publishedOn: '2020-10-26',
    })
  const head = 'id,schema,name,aliases,birth_date,countries,identifiers,first_seen\n'
  const rows = ['F-1,Company,Vymysel,Вымысел,,ru,,2020-01-15\n', 'F-2,Person,Ivan Primerov,,1960,,,2020-01-15\n']
  expect(granted(await read(head + rows.join('')))).toMatchObject({ version: 1, entries: 2, unchanged: false })
  expect(granted(await read(head + rows.join('')))).toMatchObject({ version: 1, unchanged: true })
  expect(await read(`${head}${rows[0]}F-2,Person,"Ivan\n`)).toMatchObject({ refusal: { detail: { line: 3 } } })
  expect(await read(head)).toMatchObject({ ok: false })
  const desk = granted(await readScreeningDesk(platform, operator, { programmeId }))
  expect(desk.lists).toMatchObject([
    { code: 'simple', ageDays: 0, isOld: false, versions: [{ number: 1, entryCount: 2 }] },
  ])
  const screened = await screenProspect(platform, operator, { programmeId, party: facts('Вымысел ООО') })
  expect(granted(screened).state).toBe('hit')
  const auditor = await buildActor(platform, 'auditor', { programmeId })
  const official = await buildActor(platform, 'official', { programmeId })
  const again = { programmeId, code: 'x', name: 'X', format: 'ftm-json' as const, fileName: 'x', source: null }
  const more = { ...again, contents: new Uint8Array(), fictional: false, publishedOn: null }
  expect(await importList(platform, official, more)).toMatchObject({ refusal: { kind: 'forbidden' } })
  expect(await importList(platform, auditor, more)).toMatchObject({ refusal: { kind: 'invalid' } })
})

test('a list that cannot be read whole changes nothing', async () => {
  const { programmeId, operator } = await buildDesk()
  const web = new TextEncoder().encode('<!doctype html><title>Error</title>')
  const list = {
    programmeId,
    code: 'other',
    name: 'O',
    format: 'ofac-sdn-csv' as const,
    fileName: 'o.csv',
    contents: web,
  }
  expect(
    await importList(platform, operator, { ...list, source: null, fictional: false, publishedOn: null }),
  ).toMatchObject({ ok: false, refusal: { kind: 'invalid' } })
  const desk = granted(await readScreeningDesk(platform, operator, { programmeId }))
  expect(desk.lists.map(({ code, versions }) => [code, versions.length])).toEqual([['test', 1]])
})

test('for another programme there is no such party, and no company sees any', async () => {
  const { programmeId, operator, ask, idOf } = await buildDesk()
  const subjectId = platform.newId()
  await ask([company(subjectId, 'Zarnitsa Vymysel')])
  const screeningId = await idOf(subjectId)
  const elsewhere = await buildDesk()
  const mixed = { programmeId: elsewhere.programmeId, screeningId }
  const absent = { refusal: { kind: 'absent', code: 'compliance.absent' } }
  const representative = await buildActor(platform, 'company-representative', { programmeId, scopeId: subjectId })
  expect(await readScreening(platform, elsewhere.operator, mixed)).toMatchObject(absent)
  expect(await checkAgain(platform, elsewhere.operator, mixed)).toMatchObject(absent)
  expect(await setOwners(platform, elsewhere.operator, { ...mixed, revision: 1, owners: [] })).toMatchObject(absent)
  for (const actor of [representative, elsewhere.operator]) {
    const key = { programmeId, screeningId }
    expect(await readScreening(platform, actor, key)).toMatchObject(absent)
    expect(await previewAsOf(platform, actor, { ...key, asOf: '2020-01-01' })).toMatchObject(absent)
    expect(await checkAgain(platform, actor, key)).toMatchObject(absent)
    expect(
      await readBadges(platform, actor, { programmeId, subjectKind: 'company', subjectIds: [subjectId] }),
    ).toMatchObject(absent)
  }
  expect(await readScreening(platform, operator, { programmeId, screeningId })).toMatchObject({ ok: true })
})
