import { expect, test } from 'vitest'
import { stateOf } from './room-words.ts'

const room = { state: 'over', rehearsal: false, result: null, attendance: [], link: null } as const
const disputed = [
  { party: 'host', attended: true, basis: 'disputed', wasDisputed: true, presentSeconds: 0, lateMinutes: null },
] as const

test.each([
  [{ state: 'early' }, 'early'],
  [{ state: 'open' }, 'open'],
  [{ state: 'open', rehearsal: true }, 'rehearsal'],
  [{}, 'over'],
  [{ result: 'held' }, 'held'],
  [{ result: 'held', attendance: [...disputed] }, 'disputed'],
  [{ state: 'cancelled', result: 'held' }, 'cancelled'],
  [{ state: 'open', link: 'https://zoom.us/j/1' }, 'link'],
  [{ link: 'https://zoom.us/j/1' }, 'over'],
] as const)('%j is %s', (facts, state) => {
  expect(stateOf({ ...room, ...facts, attendance: 'attendance' in facts ? [...facts.attendance] : [] })).toBe(state)
})
