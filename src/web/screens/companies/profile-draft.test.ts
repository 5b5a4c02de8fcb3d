import { expect, test } from 'vitest'
import { emptyProfileDraft, nextProfileCode, profileToSend } from './profile-draft.ts'

test('only partnership types that the type allows are sent', () => {
  const draft = {
    ...emptyProfileDraft('G-04-1'),
    type: 'research-search' as const,
    partnershipTypes: ['investment-agreement' as const, 'research-and-development-cooperation' as const],
  }
  expect(profileToSend(draft)).toEqual({ ...draft, partnershipTypes: ['research-and-development-cooperation'] })
})

test('the next profile gets the next free code', () => {
  expect(nextProfileCode('G-04', [])).toBe('G-04-1')
  expect(nextProfileCode('G-04', ['G-04-1', 'G-04-2'])).toBe('G-04-3')
  expect(nextProfileCode('G-04', ['G-04-2'])).toBe('G-04-3')
})
