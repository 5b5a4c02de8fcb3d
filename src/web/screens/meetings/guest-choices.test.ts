import { expect, test } from 'vitest'
import { guestChoices } from './guest-choices.ts'
import type { Match, Participant } from './shapes.ts'

const participant = (code: string, sideId: string, change: Partial<Participant> = {}) =>
  ({
    id: `p-${code}`,
    companyId: `c-${code}`,
    companyCode: code,
    sideId,
    status: 'registered',
    ...change,
  }) as Participant
const match = (a: string, b: string, score: number) =>
  ({ company: { id: `c-${a}` }, partner: { id: `c-${b}` }, score }) as Match

const host = participant('G-01', 'left')
const all = [
  host,
  participant('G-02', 'left'),
  participant('R-01', 'right'),
  participant('R-02', 'right'),
  participant('R-03', 'right'),
  participant('R-04', 'right', { status: 'withdrawn' }),
]
const facts = {
  acrossSidesOnly: true,
  matches: [match('G-01', 'R-01', 40), match('R-02', 'G-01', 80)],
  live: [['p-R-02', 'p-G-01']] as const,
  never: [['p-G-01', 'p-R-03']] as const,
}
const shown = (choices: ReturnType<typeof guestChoices>) =>
  choices.map(({ participant: { companyCode }, score, barred }) => [companyCode, score, barred])

test('best first, the barred with their reason, neither the own side nor who withdrew', () => {
  expect(shown(guestChoices(host, all, facts))).toEqual([
    ['R-01', 40, null],
    ['R-02', 80, 'live'],
    ['R-03', null, 'never'],
  ])
})

test('where anyone meets anyone the own side is there, but never oneself', () => {
  const choices = guestChoices(host, all, { ...facts, acrossSidesOnly: false })
  expect(shown(choices).map(([code]) => code)).toEqual(['R-01', 'G-02', 'R-02', 'R-03'])
})
