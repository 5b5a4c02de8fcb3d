import { expect, test } from 'vitest'
import { effectOf, meetingAt, toldBy, undoOf, withMeeting } from './edits.ts'
import { buildBoard, meeting, released } from './testing.ts'

const board = buildBoard()
const was = meeting('glass-lasers', 's1')

test('undo brings back what was there before', () => {
  const edit = (before: typeof was | null, after: typeof was | null) =>
    undoOf({ requestId: 'glass-lasers', before, after })
  expect(edit(null, was)).toEqual({ kind: 'remove', requestId: 'glass-lasers' })
  expect(edit(was, null)).toEqual({ kind: 'place', meeting: was })
  expect(edit(was, { ...was, timeslotId: 's4' })).toEqual({ kind: 'place', meeting: was })
  expect(edit(was, { ...was, pinned: true })).toEqual({ kind: 'pin', requestId: 'glass-lasers', pinned: false })
})

test('the board shows an edit before the server has answered', () => {
  const { before, after } = meetingAt(board, 'glass-lasers', 's4')
  expect([before, after]).toEqual([was, { ...was, timeslotId: 's4' }])
  expect(withMeeting(board, 'glass-lasers', after).meetings).toEqual([board.meetings[1], after])
  expect(withMeeting(board, 'glass-lasers', null).meetings).toEqual([board.meetings[1]])
  expect(meetingAt(board, 'chips-seals', 's1')).toEqual({
    before: null,
    after: meeting('chips-seals', 's1', { placeId: null, interpreterId: null }),
  })
})

test('effects need a value before and after', () => {
  const value = { musts: 0, weight: 1, breaks: 3, idleSlots: 0, worstBreaks: 0, held: 2, requested: 3 }
  expect(effectOf(value, { ...value, held: 1, breaks: 5 })).toEqual({ held: -1, breaks: 2 })
  expect(effectOf(null, value)).toBeNull()
})

test('those are told who see another meeting than the released one', () => {
  const after = { ...was, timeslotId: 's4', interpreterId: 'lena' }
  const edit = { requestId: 'glass-lasers', before: was, after }
  const out = buildBoard({ released: released([was]) })
  expect(toldBy(board, edit)).toEqual({ participants: 0, interpreters: 0 })
  expect(toldBy(out, edit)).toEqual({ participants: 2, interpreters: 2 })
  expect(toldBy(out, { ...edit, after: null })).toEqual({ participants: 2, interpreters: 1 })
  expect(toldBy(out, { ...edit, after: { ...was, pinned: true } })).toEqual({ participants: 0, interpreters: 0 })
  expect(toldBy(out, { requestId: 'chips-seals', before: null, after: null })).toEqual({
    participants: 0,
    interpreters: 0,
  })
})
