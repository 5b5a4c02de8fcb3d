import { expect, test } from 'vitest'
import type { Actor } from '../../accounts/index.ts'
import { mayEditSchedule, mayReadAgenda, mayReadBoard } from './policy.ts'

const person = (
  role: 'operator' | 'official' | 'company-representative' | 'interpreter',
  scopeId: string | null = null,
): Actor => ({
  kind: 'person',
  personId: 'someone',
  grants: [{ programmeId: 'ours', role, scopeId }],
})

test('the operator edits, operator and official read, in their own programme only', () => {
  const all = [
    person('operator'),
    person('official'),
    person('company-representative', 'acme'),
    person('interpreter', 'kim'),
    { kind: 'anonymous' } as const,
  ]
  expect(all.map((actor) => mayEditSchedule(actor, 'ours'))).toEqual([true, false, false, false, false])
  expect(all.map((actor) => mayReadBoard(actor, 'ours'))).toEqual([true, true, false, false, false])
  expect(all.map((actor) => mayReadBoard(actor, 'theirs'))).toEqual([false, false, false, false, false])
})

test('a day is read by those it belongs to: another company and another interpreter see nothing', () => {
  const acme = person('company-representative', 'acme')
  expect(mayReadAgenda(acme, 'ours', { companyId: 'acme' })).toBe(true)
  expect(mayReadAgenda(acme, 'ours', { companyId: 'other' })).toBe(false)
  expect(mayReadAgenda(acme, 'theirs', { companyId: 'acme' })).toBe(false)
  expect(mayReadAgenda(acme, 'ours', { interpreterId: 'acme' })).toBe(false)
  expect(mayReadAgenda(person('interpreter', 'kim'), 'ours', { interpreterId: 'kim' })).toBe(true)
  expect(mayReadAgenda(person('interpreter', 'kim'), 'ours', { interpreterId: 'lee' })).toBe(false)
})
