import { expect, test } from 'vitest'
import type { MeetingRequest } from '../shapes.ts'
import { partnerOf, sortRequests } from './sort-requests.ts'

const request = (id: string, host: string, guest: string, status: string, expiresAt = '2020-10-20T00:00:00.000Z') =>
  ({ id, host: { companyId: host }, guest: { companyId: guest }, status, expiresAt }) as MeetingRequest

test('by what there is to do, the most urgent answer first', () => {
  const sorted = sortRequests(
    [
      request('later', 'other', 'own', 'pending', '2020-10-22T00:00:00.000Z'),
      request('sooner', 'other', 'own', 'pending', '2020-10-21T00:00:00.000Z'),
      request('asked', 'own', 'other', 'pending'),
      request('agreed', 'other', 'own', 'accepted'),
      request('declined', 'other', 'own', 'declined'),
      request('expired', 'own', 'other', 'expired'),
    ],
    ['own'],
  )
  const ids = Object.fromEntries(
    Object.entries(sorted).map(([key, rows]) => [key, rows.map(({ id }: { id: string }) => id)]),
  )
  expect(ids).toEqual({
    incoming: ['sooner', 'later'],
    outgoing: ['asked'],
    agreed: ['agreed'],
    history: ['declined', 'expired'],
  })
})

test('the partner is the company that is not ours', () => {
  expect(partnerOf(request('1', 'own', 'other', 'pending'), ['own']).companyId).toBe('other')
  expect(partnerOf(request('2', 'other', 'own', 'pending'), ['own']).companyId).toBe('other')
})
