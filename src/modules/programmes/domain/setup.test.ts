import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MIN_CONTRAST, GROUNDS, accentContrast, accentOnDark, contrast, inkOn } from './colour.ts'
import { countPlan } from './event-plan.ts'
import { FEATURES, closedStages, decideRoute, switchedOff } from './feature.ts'
import { type MailWording, OUR_WORDING, decideWording, wordMail } from './mail-wording.ts'
import { namedCounts, onRecord } from './removal.ts'
import { TEMPLATE_CODES, templateOf } from './template.ts'

describe('parts of a programme', () => {
  test('a part takes along what makes no sense without it, however it was named', () => {
    expect(switchedOff(['consultation'])).toEqual(['consultation', 'rooms'])
    expect(closedStages(['agreements'])).toEqual(['agreements', 'commitments'])
    expect(closedStages(['catalogue', 'unknown'])).toEqual([])
  })

  const facts = { archivedAt: null, featuresOff: ['rooms'] }
  const code = (name: string, method: string, given: Parameters<typeof decideRoute>[0] = facts) => {
    const decided = decideRoute(given, { name: name.split('.'), method })
    return decided.ok ? 'ok' : decided.refusal.code
  }

  test('routes of a part that is switched off are refused, reads too; all others are not', () => {
    expect(code('rooms.listRooms', 'GET')).toBe('programmes.feature-off')
    expect(code('meetings.listRequests', 'GET')).toBe('ok')
    expect(code('programmes.setFeatures', 'PUT', { ...facts, featuresOff: FEATURES })).toBe('ok')
  })

  test('an archived programme is read, left and restored, and not written', () => {
    const over = { archivedAt: '2026-01-01T00:00:00.000Z', featuresOff: [] }
    expect(code('companies.listCompanies', 'GET', over)).toBe('ok')
    expect(code('companies.createCompany', 'POST', over)).toBe('programmes.archived')
    expect(code('programmes.restoreProgramme', 'DELETE', over)).toBe('ok')
    expect(code('accounts.leaveProgramme', 'POST', over)).toBe('ok')
  })
})

describe('accent colours', () => {
  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(accentContrast('#0b5f5c')).toBeGreaterThan(MIN_CONTRAST)
    expect(accentContrast('#ffcc00')).toBeLessThan(MIN_CONTRAST)
  })

  test('what stands on dark pages can be read there, whatever was chosen', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(colour, (accent) => {
        expect(contrast(accentOnDark(accent), GROUNDS.dark)).toBeGreaterThanOrEqual(MIN_CONTRAST)
        expect(contrast(inkOn(accent), accent)).toBeGreaterThanOrEqual(MIN_CONTRAST)
      }),
    )
  })
})

describe('words of mails', () => {
  const mail = { subject: 'A meeting is asked for', text: 'Dear Kim,\n\nplease answer.\n\nhttps://x.example\n' }
  const values = { programme: 'P', operator: 'O', name: 'Kim' }
  const wording = (part: Partial<MailWording>): MailWording => ({ ...OUR_WORDING, ...part })
  const code = (part: Partial<MailWording>) => {
    const decided = decideWording(wording(part))
    return decided.ok ? 'ok' : decided.refusal.code
  }

  test('without words of an operator a mail is ours to the letter', () => {
    expect(wordMail(mail, OUR_WORDING, values)).toEqual(mail)
  })

  test('subject in place of ours, intro after the greeting, footer at the end', () => {
    const own = wording({ subject: '[{operator}] {subject}', intro: 'Of {programme}:', footer: 'Ask us, {name}.' })
    expect(wordMail(mail, own, values)).toEqual({
      subject: '[O] A meeting is asked for',
      text: 'Dear Kim,\n\nOf P:\n\nplease answer.\n\nhttps://x.example\n\nAsk us, Kim.\n',
    })
  })

  test('a value that looks like a placeholder stays as it is', () => {
    const own = wording({ footer: '{programme}' })
    expect(wordMail(mail, own, { ...values, programme: '{operator}' }).text).toMatch(/\n\{operator\}\n$/)
  })

  test.each([
    [{ intro: '{password}' }, 'programmes.placeholder-unknown'],
    [{ footer: 'Hello {name' }, 'programmes.brace-open'],
    [{ subject: 'Hello\r\nBcc: all@example.org' }, 'programmes.subject-lines'],
    [{ subject: 'Hello\u2028Bcc: all@example.org' }, 'programmes.subject-lines'],
    [{ subject: '{subject}', intro: 'Two\nlines' }, 'ok'],
  ])('%j: %s', (part, expected) => {
    expect(code(part)).toBe(expected)
  })
})

describe('what is removed', () => {
  test('tables nobody has thought of are on record', () => {
    expect(onRecord({ company: 1, contact: 2, agreement_party: 1, some_later_table: 3 })).toEqual({
      agreement_party: 1,
      some_later_table: 3,
    })
  })

  test('people read names they know, in a steady order, and the rest together', () => {
    expect(namedCounts({ match_fact: 4, profile: 2, company: 1, match: 1 })).toEqual([
      { what: 'company', count: 1 },
      { what: 'profile', count: 2 },
      { what: 'other', count: 5 },
    ])
  })
})

test('every template has two sides or more and an event that can be cut into timeslots', () => {
  for (const code of TEMPLATE_CODES) {
    const { sides, event, featuresOff } = templateOf(code)
    expect(sides.length).toBeGreaterThan(1)
    expect(switchedOff(featuresOff)).toEqual(featuresOff)
    if (event) expect(countPlan(event).timeslots).toBeGreaterThan(3)
  }
  expect(countPlan(templateOf('online-day').event!)).toEqual({ days: 1, timeslots: 8 })
})
