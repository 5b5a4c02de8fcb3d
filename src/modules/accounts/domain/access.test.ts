import { expect, test } from 'vitest'
import { type Access, decideAccess } from './access.ts'
import { type Actor, systemActor } from './actor.ts'
import type { Role } from './role.ts'

const programmeId = '00000000-0000-7000-8000-000000000001'
const other = '00000000-0000-7000-8000-000000000002'

const person = (role?: Role): Actor => ({
  kind: 'person',
  personId: '00000000-0000-7000-8000-00000000000a',
  grants: role ? [{ programmeId, role, scopeId: null }] : [],
})
const anonymous: Actor = { kind: 'anonymous' }
const operators: Access = ['operator']

test.each<[string, Access, Actor, string | null, string]>([
  ['anyone reads what is public', 'public', anonymous, null, 'granted'],
  ['a session is needed', 'signed-in', anonymous, null, 'sign-in-needed'],
  ['a session suffices', 'signed-in', person(), null, 'granted'],
  ['nobody learns of a programme without a session', operators, anonymous, programmeId, 'sign-in-needed'],
  ['without a role it does not exist', operators, person(), programmeId, 'absent'],
  ['a role elsewhere does not help', operators, person('operator'), other, 'absent'],
  ['a role route without a programme is nowhere', operators, person('operator'), null, 'absent'],
  ['another role is told so', operators, person('interpreter'), programmeId, 'forbidden'],
  ['the role opens', operators, person('operator'), programmeId, 'granted'],
  ['the system is trusted', operators, systemActor('demo'), programmeId, 'granted'],
  ['a list of nobody opens for nobody', [], person('operator'), programmeId, 'forbidden'],
])('%s', (_, access, actor, programme, decision) => {
  expect(decideAccess(access, actor, programme)).toBe(decision)
})
