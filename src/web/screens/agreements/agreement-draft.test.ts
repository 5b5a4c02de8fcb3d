import { expect, test } from 'vitest'
import { type AgreementDraft, contentOf, emptyDraft, freeKey, missingFields, wrongNumbers } from './agreement-draft.ts'

const draft = (change: Partial<AgreementDraft> = {}): AgreementDraft => ({ ...emptyDraft(), ...change })

test('an amount that cannot be kept to the last digit is wrong where it stands', () => {
  const { terms } = emptyDraft()
  const typed = { ...terms, amount: { text: '9007199254740993', currency: 'KRW' as const }, termMonths: 'two' }
  expect(wrongNumbers(draft({ terms: typed }))).toEqual(['terms.amount', 'terms.termMonths'])
  expect(wrongNumbers(draft())).toEqual([])
})

test('an empty form lacks what a text needs', () => {
  expect(missingFields(draft())).toEqual(['number', 'title', 'prevailing', 'parties.0', 'parties.1'])
})

test('of a single version nothing prevails, and texts of languages taken out are not saved', () => {
  const clauses = { one: { heading: { ko: '제목', en: 'Heading' }, body: { ko: '본문', en: 'Text' } } }
  const content = contentOf(draft({ languages: ['ko'], prevailing: 'en', clauses, clauseOrder: ['one'] }))
  expect([content.prevailing, content.clauses]).toEqual([
    null,
    [{ key: 'one', heading: { ko: '제목' }, body: { ko: '본문' } }],
  ])
})

test('clauses keep their order, and a clause taken out stays out', () => {
  const text = { heading: { en: 'H' }, body: { en: 'B' } }
  const content = contentOf(
    draft({ languages: ['en'], clauses: { b: text, a: text, gone: text }, clauseOrder: ['b', 'a'] }),
  )
  expect(content.clauses?.map(({ key }) => key)).toEqual(['b', 'a'])
})

test('a key for a new row is one that no row has', () => {
  expect([freeKey('m', []), freeKey('m', ['m1', 'm3']), freeKey('m', ['m2'])]).toEqual(['m1', 'm4', 'm3'])
})
