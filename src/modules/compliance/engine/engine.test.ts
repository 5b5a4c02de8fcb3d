import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildListIndex, DEFAULT_THRESHOLD, screenParty } from './index.ts'
import type { Hit, ListEntry, PartyKind, ScreenOptions } from './index.ts'

const entryOf = (kind: PartyKind, names: readonly string[], more: Partial<ListEntry> = {}): ListEntry => ({
  id: 'entry',
  kind,
  names: names.map((text) => ({ text, weak: false })),
  identifiers: [],
  countries: [],
  birthDates: [],
  programmes: [],
  effect: 'block',
  listedOn: null,
  delistedOn: null,
  ...more,
})

const screen = (entry: ListEntry, name: string, options: ScreenOptions = {}): Hit | undefined =>
  screenParty(buildListIndex([entry]), { kind: entry.kind, names: [name], identifiers: [], countries: [] }, options)[0]

const scoreOf = (kind: PartyKind, a: string, b: string): number =>
  screen(entryOf(kind, [b]), a, { threshold: 0 })?.score ?? 0

describe('what the eye cannot tell apart', () => {
  it.each([
    ['RОSTEС', 'ROSTEC'],
    ['ＲＯＳＴＥＣ', 'Rostec'],
    ['Ros\u200Btec', 'Rostec'],
    ['Ros\u00ADtec', 'Rostec'],
    ['\uFEFFRostec\u200F', 'Rostec'],
    ['Ростех', 'Rostekh'],
  ])('%s is %s', (own, listed) => {
    expect(screen(entryOf('organisation', [listed]), own)?.tier).toBe('strong')
  })
  it('no invisible character, no composition and no case changes a score', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 24 }), (name) => {
        const seen = scoreOf('person', name, 'Élodie Müller')
        expect(scoreOf('person', [...name].join('\u2060'), 'Élodie Müller')).toBe(seen)
        expect(scoreOf('person', name.normalize('NFD'), 'Élodie Müller')).toBe(
          scoreOf('person', name.normalize('NFC'), 'Élodie Müller'),
        )
      }),
      { numRuns: 100 },
    )
  })
})

describe('Korean names', () => {
  it.each(['Yi Chae-myŏng', 'LEE, Jae Myung', 'Jaemyung Lee', 'RI JAE MYONG', 'I Jae-myeong', 'Ли Чэ Мён'])(
    '%s is 이재명',
    (spelling) => {
      expect(screen(entryOf('person', [spelling]), '이재명')).toBeDefined()
    },
  )
  it.each(['Lee Jae Hyung', 'Kim Jae-myung', 'Lee Seung-min'])('%s is not 이재명', (other) => {
    expect(screen(entryOf('person', [other]), '이재명')).toBeUndefined()
  })
  it('takes two Latin spellings of one name for one, and another syllable for another name', () => {
    expect(scoreOf('person', 'RI, Jong Chol', 'Lee Jeong-cheol')).toBeGreaterThanOrEqual(DEFAULT_THRESHOLD)
    expect(scoreOf('person', 'Park Joon-hee', 'Park Chung-hee')).toBeLessThan(DEFAULT_THRESHOLD)
  })
})

describe('Cyrillic names', () => {
  it.each(['Khrushchev', 'Chruschtschow', 'Khrouchtchev', 'Hruščev', 'Xruščev', 'Khrushchyov'])(
    'Хрущёв is %s',
    (spelling) => {
      expect(screen(entryOf('person', [`Nikita ${spelling}`]), 'Хрущёв Никита Сергеевич')).toBeDefined()
    },
  )
})

describe('organisations', () => {
  it('compares without legal forms, in three languages', () => {
    expect(scoreOf('organisation', '주식회사 엑소아틀레트', 'ExoAtlet Co., Ltd.')).toBeGreaterThanOrEqual(
      DEFAULT_THRESHOLD,
    )
    expect(
      scoreOf('organisation', 'АО «Муромский приборостроительный завод»', 'JSC Murom Instrument-Making Plant'),
    ).toBeGreaterThanOrEqual(DEFAULT_THRESHOLD)
    expect(scoreOf('organisation', '삼성전자(주)', 'Samsung Electronics')).toBeGreaterThanOrEqual(DEFAULT_THRESHOLD)
  })
  it.each(['LLC', 'Joint Stock Company', '주식회사', '(주)', 'ООО', '', ' \u200B '])(
    'finds nothing for %j alone',
    (form) => {
      expect(
        screen(entryOf('organisation', ['LLC Vega', 'Joint Stock Company Orion', '주식회사']), form, { threshold: 0 }),
      ).toBeUndefined()
    },
  )
  it('names a clash of legal forms, so that a person looks', () => {
    const hit = screen(entryOf('organisation', ['Orion Optics GmbH']), 'Orion Optics AG')
    expect(hit?.tier).toBe('review')
    expect(hit?.explanation.map(({ kind }) => kind)).toContain('legal-form')
  })
  it('takes another branch in parentheses for another body', () => {
    expect(
      scoreOf('organisation', 'Bravolin Solutions (Spain), S.L.', 'Bravolin Solutions (Netherlands), B.V.'),
    ).toBeLessThan(DEFAULT_THRESHOLD)
  })
})

describe('scores', () => {
  const names = string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })
  it.each(['person', 'organisation'] as const)('of a %s lie between 0 and 1 and are those of their steps', (kind) => {
    assert(
      property(names, names, (a, b) => {
        const hit = screen(entryOf(kind, [b]), a, { threshold: 0.01 })
        if (!hit) return
        expect(hit.score).toBeGreaterThanOrEqual(0)
        expect(hit.score).toBeLessThanOrEqual(1)
        expect(hit.explanation.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(hit.score, 2)
      }),
      { numRuns: 200 },
    )
  })
  it.each([
    ['Sergei Lavrov', 'Serei Lavrov Viktorovich'],
    ['김정은', 'Kim Jong Un'],
    ['Лавров Сергей', 'Sergejs Lavrovs'],
    ['Abdul Aziz Nuristani', 'NOORISTANI, Abdulaziz'],
  ])('do not ask who is whom: %s, %s', (a, b) => {
    expect(scoreOf('person', a, b)).toBeCloseTo(scoreOf('person', b, a), 4)
  })
  it('hold in any order of the names, with a step that says so', () => {
    expect(screen(entryOf('person', ['Putin, Vladimir']), 'Vladimir Putin')?.score).toBe(1)
    const hit = screen(entryOf('person', ['Hans Friedrich']), 'Friedrich Hans')
    expect(hit).toMatchObject({ tier: 'review' })
    expect(hit?.explanation.at(-1)?.kind).toBe('order')
  })
  it('are weaker for an alias the list calls weak, and never strong', () => {
    const entry = entryOf('organisation', [], { names: [{ text: 'Orion Optics', weak: true }] })
    expect(screen(entry, 'Orion Optics')).toMatchObject({ weakAlias: true, tier: 'review' })
  })
})

describe('identifiers and days', () => {
  const ship = entryOf('vessel', ['Morning Pearl'], {
    identifiers: [{ kind: 'IMO', value: '9187629' }],
    listedOn: '2022-03-01',
    delistedOn: '2024-05-01',
  })
  it('finds a renamed ship by its number', () => {
    const party = {
      kind: 'vessel' as const,
      names: ['Evening Star'],
      identifiers: [{ kind: 'imo', value: 'IMO 9187629'.slice(4) }],
      countries: [],
    }
    expect(screenParty(buildListIndex([ship]), party, { asOf: '2023-01-01' })[0]).toMatchObject({
      tier: 'strong',
      score: 1,
    })
  })
  it('counts an entry from the day it was listed to the day before it was taken off', () => {
    expect(screen(ship, 'Morning Pearl', { asOf: '2022-02-28' })).toBeUndefined()
    expect(screen(ship, 'Morning Pearl', { asOf: '2022-03-01' })).toBeDefined()
    expect(screen(ship, 'Morning Pearl', { asOf: '2024-04-30' })).toBeDefined()
    expect(screen(ship, 'Morning Pearl', { asOf: '2024-05-01' })).toBeUndefined()
    expect(screen(ship, 'Morning Pearl')).toBeUndefined()
  })
})
