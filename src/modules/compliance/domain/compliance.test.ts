import { expect, test } from 'vitest'
import type { Result } from '../../../kernel/result.ts'
import { CONTROL_ENTRIES, TECHNOLOGIES } from './control-entries.ts'
import { type Owner, checkOwners, listedOwnership } from './ownership.ts'
import type { FoundHit } from './party.ts'
import { type Dimension, parseQuantity } from './quantity.ts'
import { stateAfterCheck, staleReasons } from './state.ts'
import { entriesToCheck, technologyOf, technologyPasses } from './technology.ts'

const value = (text: string, dimension: Dimension = 'length') => {
  const read = parseQuantity(text, dimension)
  return read.ok ? read.value.value : read.refusal.code
}
const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)

test('one length however it is written', () => {
  for (const text of ['100 nm', '0.1 µm', '0.1 μm', '0,1 мкм', '100нм', '0,1㎛', '1e-4 mm']) {
    expect(value(text)).toBeCloseTo(1e-7, 20)
  }
  expect(value('850 °C', 'temperature')).toBeCloseTo(1123.15, 6)
  expect(value('1 123 К', 'temperature')).toBe(1123)
  expect(value('5 кВт', 'power')).toBe(5000)
  expect(value('5', 'count')).toBe(5)
})

test('a number without a unit, with another one, or that two countries read differently is refused', () => {
  expect(value('100')).toBe('compliance.unit-missing')
  expect(value('100 furlong')).toBe('compliance.unit-unknown')
  expect(value('100 constructor')).toBe('compliance.unit-unknown')
  expect(value('100 K')).toBe('compliance.unit-of-other-kind')
  expect(value('1,000 nm')).toBe('compliance.ambiguous-number')
  expect(value('about 100 nm')).toBe('compliance.not-a-quantity')
  expect(value('')).toBe('compliance.not-a-quantity')
})

test('answers put entries in front and never take one away', () => {
  const stage = technologyOf('displacement-stage')!
  const codes = (result: ReturnType<typeof entriesToCheck>) => (result.ok ? result.value.entries : [])
  const all = codes(entriesToCheck(stage, []))
  expect(all.some(({ first }) => first)).toBe(false)
  const near = codes(entriesToCheck(stage, [{ key: 'resolution', text: '0,1 мкм' }]))
  expect(near[0]).toEqual({ code: '2B006', first: true })
  expect(near.map(({ code }) => code).toSorted()).toEqual(all.map(({ code }) => code).toSorted())
  expect(codeOf(entriesToCheck(stage, [{ key: 'mass', text: '1 kg' }]))).toBe('compliance.parameter-unknown')
})

test('every entry of a technology is in the table, and every technology has one', () => {
  const known = new Set(CONTROL_ENTRIES.map(({ code }) => code))
  for (const { entries, parameters } of TECHNOLOGIES) {
    expect(entries.length).toBeGreaterThan(0)
    for (const { code, first } of entries) {
      expect(known).toContain(code)
      if (first) expect(parameters.map((one) => one.key)).toContain(first.parameter)
    }
    for (const { dimension, example } of parameters) expect(parseQuantity(example, dimension).ok).toBe(true)
  }
})

test('a determination and a licence end with their day', () => {
  const licences = [{ validFrom: '2020-01-01', expiresOn: '2020-12-31' }]
  const on = (day: string, state: 'no-licence-needed' | 'licence-on-file' | 'to-check', expiresOn: string | null) =>
    technologyPasses({ state, expiresOn, licences }, day)
  expect([on('2020-12-31', 'licence-on-file', null), on('2021-01-01', 'licence-on-file', null)]).toEqual([true, false])
  expect([
    on('2020-06-01', 'no-licence-needed', '2020-06-01'),
    on('2020-06-02', 'no-licence-needed', '2020-06-01'),
  ]).toEqual([true, false])
  expect(on('2020-06-01', 'to-check', null)).toBe(false)
})

const owner = (key: string, share: number, of: string | null = null): Owner => ({
  key,
  share,
  of,
  party: { kind: 'organisation', names: [key], identifiers: [], countries: [] },
})

test('shares of listed owners are summed; a company they hold half of counts whole', () => {
  const share = (owners: Owner[], ...listed: string[]) => listedOwnership(owners, new Set(listed))
  expect(share([owner('a', 25), owner('b', 25)], 'a', 'b')).toEqual({ share: 50, multiplied: 50, reachesLimit: true })
  expect(share([owner('a', 49.99)], 'a').reachesLimit).toBe(false)
  // Through a holding of which a listed owner has half: the holding's whole share counts, though half of 50 is 25.
  expect(share([owner('h', 50), owner('a', 50, 'h')], 'a')).toEqual({ share: 50, multiplied: 25, reachesLimit: true })
  expect(share([owner('h', 100), owner('a', 49, 'h')], 'a')).toEqual({ share: 0, multiplied: 49, reachesLimit: false })
})

test('owners in a circle, of nobody, and above a hundred per cent are refused', () => {
  expect(codeOf(checkOwners([owner('a', 33.3), owner('b', 33.3), owner('c', 33.4)]))).toBeNull()
  expect(codeOf(checkOwners([owner('a', 50.1), owner('b', 50)]))).toBe('compliance.owner-over-100')
  expect(codeOf(checkOwners([owner('a', 50, 'b'), owner('b', 50, 'a')]))).toBe('compliance.owner-cycle')
  expect(codeOf(checkOwners([owner('a', 50, 'a')]))).toBe('compliance.owner-cycle')
  expect(codeOf(checkOwners([owner('a', 50, 'x')]))).toBe('compliance.owner-unknown')
})

const found = (id: string): FoundHit => ({
  key: id,
  listName: 'L',
  fictional: true,
  ownerKey: null,
  hit: { entryId: id, score: 1, tier: 'strong', partyName: 'x', listName: 'x', explanation: [], weakAlias: false },
  entry: {
    id,
    kind: 'organisation',
    names: [],
    identifiers: [],
    countries: [],
    birthDates: [],
    programmes: [],
    effect: 'block',
    listedOn: null,
    delistedOn: null,
  },
})

test('a decision stands when the same is found of the same party, and only then', () => {
  const before = { hits: [found('1'), found('2')], samePartyAsThen: true }
  expect(stateAfterCheck('false-positive', [found('1')], before)).toBe('false-positive')
  expect(stateAfterCheck('blocked', [found('1'), found('3')], before)).toBe('hit')
  expect(stateAfterCheck('cleared-with-conditions', [found('1')], { ...before, samePartyAsThen: false })).toBe('hit')
  expect(stateAfterCheck('escalated', [], before)).toBe('clear')
  expect(stateAfterCheck('suspended-by-law', [], before)).toBe('suspended-by-law')
  expect(stateAfterCheck('clear', [found('1')], { hits: [], samePartyAsThen: true })).toBe('hit')
})

test('a check says why it does not count any more', () => {
  const made = {
    partyHash: 'a',
    matcherVersion: '1',
    threshold: 0.7,
    listVersionIds: ['1', '2'],
    checkedAt: '2020-10-26T00:00:00.000Z',
  }
  const now = { ...made, listVersionIds: ['2', '1'], maxAgeDays: 10, now: '2020-11-05T00:00:00.000Z' }
  expect(staleReasons(made, now)).toEqual([])
  expect(
    staleReasons(made, {
      partyHash: 'b',
      matcherVersion: '2',
      threshold: 0.8,
      listVersionIds: ['1'],
      maxAgeDays: 10,
      now: '2020-11-05T00:00:00.001Z',
    }),
  ).toEqual(['list-changed', 'party-changed', 'matcher-changed', 'threshold-changed', 'too-old'])
})
