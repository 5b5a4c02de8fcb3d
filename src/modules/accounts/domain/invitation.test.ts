import { expect, test } from 'vitest'
import { decideScope } from './invitation.ts'
import { ROLES } from './role.ts'

const scopeId = '00000000-0000-7000-8000-00000000000a'

test('representatives and interpreters stand for somebody, operators and officials for the programme', () => {
  const outcome = (scope: string | null) =>
    ROLES.map((role) => {
      const decided = decideScope(role, scope)
      return decided.ok ? 'ok' : decided.refusal.code
    })
  expect(outcome(scopeId)).toEqual(['accounts.scope-not-allowed', 'accounts.scope-not-allowed', 'ok', 'ok'])
  expect(outcome(null)).toEqual(['ok', 'ok', 'accounts.scope-missing', 'accounts.scope-missing'])
})
