import { expect, test } from 'vitest'
import { decideScope } from './invitation.ts'
import { ROLES } from './role.ts'

const scopeId = '00000000-0000-7000-8000-00000000000a'

test('representatives and interpreters stand for somebody, all others for the programme', () => {
  const outcome = (scope: string | null) =>
    ROLES.map((role) => {
      const decided = decideScope(role, scope)
      return decided.ok ? 'ok' : decided.refusal.code
    })
  const [no, missing] = ['accounts.scope-not-allowed', 'accounts.scope-missing']
  expect(outcome(scopeId)).toEqual([no, no, no, no, 'ok', 'ok'])
  expect(outcome(null)).toEqual(['ok', 'ok', 'ok', 'ok', missing, missing])
})
