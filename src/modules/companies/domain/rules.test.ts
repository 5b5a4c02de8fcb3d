import { describe, expect, it } from 'vitest'
import { changedFacts } from './company.ts'
import { createCompanyLookup } from './match-company.ts'
import { isOfProgramme, mayEditCompany, mayEditProfile, maySeeCompany, maySeeInside, type Standing } from './policy.ts'
import { PARTNERSHIP_TYPES, PARTNERSHIP_TYPES_OF, PROFILE_TYPES } from './profile.ts'
import { profileProblems, publicationProblems } from './profile-rules.ts'

const nobody: Standing = { operator: false, official: false, companies: [], interpreter: false }
const who = {
  operator: { ...nobody, operator: true },
  official: { ...nobody, official: true },
  own: { ...nobody, companies: ['c'] },
  other: { ...nobody, companies: ['d'] },
  interpreter: { ...nobody, interpreter: true },
  nobody,
}

describe('who may', () => {
  it.each([
    ['operator', [true, true, true, true, true, true]],
    ['official', [true, true, true, false, false, false]],
    ['own', [true, true, true, true, true, false]],
    ['other', [true, true, false, false, false, false]],
    ['interpreter', [true, false, false, false, false, false]],
    ['nobody', [false, false, false, false, false, false]],
  ] as const)('%s', (name, expected) => {
    const standing = who[name]
    expect([
      isOfProgramme(standing),
      maySeeCompany(standing, 'c'),
      maySeeInside(standing, 'c'),
      mayEditCompany(standing, 'c'),
      mayEditProfile(standing, 'c', 'draft'),
      mayEditProfile(standing, 'c', 'published'),
    ]).toEqual(expected)
  })
})

describe('a profile', () => {
  const known = { technology: new Set(['T']), market: new Set(['M']) }
  const facts = {
    type: 'technology-offer',
    title: { ko: '제목' },
    summary: { ko: '요약' },
    technologyKeywords: ['T'],
    marketKeywords: ['M'],
    partnershipTypes: [],
  } as const
  const codes = (changes: object) => profileProblems({ ...facts, ...changes }, known).map(({ code }) => code)

  it('may ask for the partnerships of its type and no others', () => {
    for (const type of PROFILE_TYPES) {
      for (const value of PARTNERSHIP_TYPES) {
        const allowed = PARTNERSHIP_TYPES_OF[type].includes(value)
        expect(codes({ type, partnershipTypes: [value] })).toEqual(allowed ? [] : ['partnership-type-not-allowed'])
      }
    }
  })

  it('has a title, known keywords of the right list and at most five', () => {
    expect(codes({})).toEqual([])
    expect(codes({ title: {} })).toEqual(['title-missing'])
    expect(codes({ technologyKeywords: ['M'], marketKeywords: ['T'] })).toEqual(['keyword-unknown', 'keyword-unknown'])
    expect(codes({ technologyKeywords: ['T', 'T', 'T', 'T', 'T', 'T'] })).toEqual(['too-many-keywords'])
  })

  it('to be published has title and summary in one language, and a technology', () => {
    const missing = (changes: object) => publicationProblems({ ...facts, ...changes }).map(({ code }) => code)
    expect(missing({})).toEqual([])
    expect(missing({ summary: { en: 'S' } })).toEqual(['summary-missing'])
    expect(missing({ technologyKeywords: [] })).toEqual(['technology-keyword-missing'])
  })
})

describe('a company is recognised', () => {
  const company = (id: string, facts: object = {}) => ({
    id,
    code: id,
    identifiers: [],
    domain: null,
    nameKeys: [],
    ...facts,
  })
  const stored = [
    company('A', { identifiers: [{ scheme: 'ru-inn', value: '1' }], domain: 'a.example', nameKeys: ['alpha'] }),
    company('B', { domain: 'a.example', nameKeys: ['beta', 'alpha'] }),
  ]
  const { match, bearerOf } = createCompanyLookup(stored)
  const trace = (facts: object) => ({ code: null, identifiers: [], domain: null, nameKeys: [], ...facts })

  it.each([
    [{ code: 'B', identifiers: [{ scheme: 'ru-inn', value: '1' }] }, { kind: 'known', by: 'code' }, 'B'],
    [{ code: 'Z', identifiers: [{ scheme: 'ru-inn', value: '1' }] }, { kind: 'known', by: 'identifier' }, 'A'],
    [{ domain: 'a.example', nameKeys: ['beta'] }, { kind: 'similar', by: 'domain' }, 'A'],
    [{ nameKeys: ['gamma', 'beta'] }, { kind: 'similar', by: 'name' }, 'B'],
    [{ identifiers: [{ scheme: 'ru-ogrn', value: '1' }], nameKeys: ['gamma'] }, { kind: 'new' }, null],
    [{}, { kind: 'new' }, null],
  ])('%j as %j', (facts, expected, id) => {
    const found = match(trace(facts))
    expect(found).toEqual(id === null ? expected : { ...expected, company: stored.find((each) => each.id === id) })
  })

  it('and its numbers have one bearer', () => {
    expect(bearerOf({ scheme: 'ru-inn', value: '1' })?.id).toBe('A')
    expect(bearerOf({ scheme: 'ru-inn', value: '2' })).toBeNull()
  })
})

it('facts differ by content, not by the order of keys', () => {
  const before = { name: { ko: 'a', en: 'b' }, list: ['x', 'y'], size: null }
  expect(changedFacts(before, { name: { en: 'b', ko: 'a' }, list: ['x', 'y'], size: null })).toEqual([])
  expect(changedFacts<object>(before, { name: { ko: 'a' }, list: ['y', 'x'], size: 0 })).toEqual([
    'name',
    'list',
    'size',
  ])
})
