import { expect, test } from 'vitest'
import type { Outcome } from '../shapes.ts'
import { crossingsOf } from './crossings.ts'

const party = (sideId: string | null, name: string) => ({ companyId: null, sideId, name: { en: name } })
const outcome = (id: string, parties: Outcome['parties'], facts: Partial<Outcome> = {}) =>
  ({ id, parties, status: 'recorded', basis: 'signed', ...facts }) as Outcome

test('one line for each pair across, each organisation once', () => {
  const rows = [
    outcome('1', [party('k', 'A'), party('r', 'X')]),
    outcome('2', [party('k', 'A'), party('r', 'Y')]),
    outcome('3', [party(null, 'Province'), party('k', 'A')]),
    outcome('4', [party('k', 'B'), party('r', 'X')], { status: 'withdrawn' }),
    outcome('5', [party('k', 'B'), party('r', 'X')], { basis: 'talked' }),
  ]
  const { left, right, lines, apart, more } = crossingsOf(rows, ['k', 'r'], 1)
  expect([left.map(({ key }) => key), right.map(({ key }) => key), lines.length, more]).toEqual([['A'], ['X'], 1, 1])
  expect(apart.map(({ id }) => id)).toEqual(['3'])
})
