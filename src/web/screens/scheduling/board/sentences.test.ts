import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../../../../kernel/locale.ts'
import { type Board, type Change, type Landing, type UnmetRequest, boardFacts } from './board-facts.ts'
import { boundSentence, changeSentence, editSentence, landingSentence, unmetSentence } from './sentences.ts'
import { createSpeaker } from './speaker.ts'
import { buildBoard, meeting, released } from './testing.ts'

const ZONES = ['Asia/Seoul', 'Europe/Moscow']
const facts = boardFacts(buildBoard())
const speakerIn = (locale: Locale) => createSpeaker(facts, locale, ZONES)

const reasons: Readonly<Record<string, UnmetRequest['values']>> = {
  'not-a-pair': {},
  'pin-forbidden': { slot: 's1' },
  'pin-conflict': { slot: 's1', requests: ['glass-lasers'] },
  'no-common-time': {},
  'no-place': { place: 'table', slots: ['s1'] },
  'no-interpreter': { languagePair: 'ko-ru', slots: ['s2', 's1'], everBusy: true },
  'participant-full': { participant: 'g10', meetings: ['chips-lasers'] },
  'no-common-free-time': { slots: ['s1'], meetings: ['glass-lasers', 'chips-lasers'] },
  'places-full': { place: 'online', slots: ['s1'] },
  'lost-to': { requests: ['glass-lasers'] },
  'stopped-early': { slots: ['s1', 's2', 's3', 's4', 't1'] },
}
const unmet = (code: string, values: UnmetRequest['values'] = {}): UnmetRequest => ({
  requestId: 'chips-seals',
  code,
  values,
  change: null,
})

describe('why a request has no meeting', () => {
  test.each(LOCALES)('every reason is a whole sentence in %s', (locale) => {
    const sentences = Object.entries(reasons).map(([code, values]) =>
      unmetSentence(speakerIn(locale), facts, unmet(code, values)),
    )
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) {
      // A value that is missing shows as its key, an id that was not resolved as itself.
      expect(sentence).toMatch(/^[^{}]{10,}[.]$/u)
      expect(sentence).not.toMatch(/unmet|\bs[1-4]\b|\bt[12]\b|\bg10\b|glass-lasers|undefined|NaN/u)
    }
  })

  test('names and both clocks stand in for ids', () => {
    const say = (code: string) => unmetSentence(speakerIn('en'), facts, unmet(code, reasons[code]))
    expect(say('no-common-time')).toBe(
      'The two are never there at the same time. Chips: Mon 26 Oct 15:00–15:45 KST (09:00–09:45 MSK). Seals: Wed 28 Oct 15:00–15:45 KST (09:00–09:45 MSK).',
    )
    expect(say('no-interpreter')).toBe(
      'All Korean–Russian interpreters are taken when both are free: Mon 26 Oct 15:00 KST (09:00 MSK) and Mon 26 Oct 15:25 KST (09:25 MSK).',
    )
    expect(say('stopped-early')).toMatch(/and 2 more times\.$/u)
  })

  test('never busy is another reason than always busy, and an unknown code is no riddle', () => {
    const never = unmet('no-interpreter', { languagePair: 'ko-ru', slots: ['s1'], everBusy: false })
    expect(unmetSentence(speakerIn('ko'), facts, never)).toBe(
      '두 기업이 함께 참석하는 10월 26일 (월) 오후 3:00 KST (오전 9:00 MSK)에 근무하는 한국어·러시아어 통역사가 없습니다.',
    )
    expect(unmetSentence(speakerIn('ru'), facts, unmet('brand-new'))).toBe(
      'Причина пока неизвестна. Её покажет расчёт.',
    )
  })
})

describe('the cheapest change', () => {
  const change = (code: string, values: Change['values']): Change => ({ code, values, held: 3, moved: 0 })
  const changes = [
    change('open-slot', { participant: 'g10', slot: 't1' }),
    change('add-interpreter', { languagePair: 'ko-ru', slot: 's1' }),
    change('add-place', { place: 'table', slot: 's1' }),
    change('raise-limit', { participant: 'g10', maxMeetings: 3 }),
    change('add-delegate', { participant: 'g10', slot: 's1' }),
    change('unpin', { request: 'chips-lasers', slot: 's2' }),
  ]

  test.each(LOCALES)('is a whole sentence in %s', (locale) => {
    for (const one of changes) expect(changeSentence(speakerIn(locale), one).sentence).toMatch(/^[^{}]{10,}[.]$/u)
  })

  test('says whose consent it needs', () => {
    expect(changes.map((one) => changeSentence(speakerIn('en'), one).consentOf)).toEqual([
      'Chips',
      null,
      null,
      'Chips',
      'Chips',
      null,
    ])
  })
})

test('the bound in words', () => {
  const percent = (share: number, digits: number) => `${(share * 100).toFixed(digits)} %`
  const say = (proof: Parameters<typeof boundSentence>[1]['proof']) =>
    boundSentence(speakerIn('en'), { held: 83, requested: 85, proof }, percent)
  expect(say({ kind: 'best' })).toEqual({ held: '83 of 85 meetings', proof: 'proven best' })
  expect(say({ kind: 'gap', gap: 0.0001 }).proof).toBe('at most 0.01 % below the best possible')
  expect(say({ kind: 'unknown' }).proof).toBe('how close to the best is unknown')
})

test('a landing says who or what is in the way', () => {
  const say = (requestId: string, slotId: string, landing?: Partial<Landing>) =>
    landingSentence(
      speakerIn('en'),
      facts,
      requestId,
      slotId,
      landing && { timeslotId: slotId, state: 'taken', code: null, swapWith: [], ...landing },
    )
  expect(say('glass-lasers', 's1')).toBe('where it is now')
  expect(say('glass-lasers', 's3')).toBe('asking…')
  expect(say('glass-lasers', 's3', { state: 'free' })).toBe('free')
  expect(say('chips-seals', 's3', { code: 'participant-away', state: 'forbidden' })).toBe('Chips is away')
  expect(say('chips-seals', 's1', { code: 'participant-busy', swapWith: ['chips-lasers'] })).toBe(
    'taken: Chips – Lasers',
  )
  expect(say('chips-seals', 's1', { code: 'interpreters-busy' })).toBe(
    'all Korean–Russian interpreters are in other meetings',
  )
  expect(say('chips-seals', 's1', { code: 'brand-new' })).toBe('a rule forbids it')
})

test('an edit says what it changed and who will hear of it', () => {
  const value = { musts: 1, weight: 1, breaks: 3, idleSlots: 0, worstBreaks: 0, held: 2, requested: 3 }
  const was = meeting('glass-lasers', 's1')
  const withValue = (change: Partial<typeof value>): Board =>
    buildBoard({
      released: released([was]),
      outcome: { ...facts.board.outcome, value: { ...value, ...change } },
    })
  const say = (after: typeof was | null, change: Partial<typeof value>, locale: Locale = 'en') =>
    editSentence(speakerIn(locale), withValue({}), withValue(change), { requestId: 'glass-lasers', before: was, after })
  expect(say({ ...was, timeslotId: 's3' }, { breaks: 2 })).toBe(
    'Glass – Lasers: moved to Mon 26 Oct 16:00 KST (10:00 MSK). 1 gap fewer. At the next release 2 companies and 1 interpreter will be told.',
  )
  expect(say(null, { held: 1 })).toBe(
    'Glass – Lasers: taken out. Nothing else changes. At the next release 2 companies and 1 interpreter will be told.',
  )
  expect(say({ ...was, pinned: true }, {})).toBe('Glass – Lasers: pinned.')
  expect(say({ ...was, timeslotId: 's3' }, { breaks: 5 }, 'ru')).toBe(
    'Стекло – Lasers: перенесено на пн, 26 окт. 16:00 KST (10:00 MSK). Окон больше на 2. При публикации будут уведомлены: 2 компании, 1 переводчик.',
  )
})

test('initials are short, and two people never share them', () => {
  const named = (names: readonly string[]) => [
    ...boardFacts(
      buildBoard({
        interpreters: names.map((name, index) => ({
          id: String(index),
          name,
          languagePairs: ['ko-ru'],
          timeslots: [],
          synthetic: true,
        })),
      }),
    ).initialsOf.values(),
  ]
  expect(named(['Kim Jisu', '김지수', 'Анна Котова', 'Kang Jiho', 'Olga'])).toEqual(['KJ', '지수', 'АК', 'KJ2', 'OL'])
})
