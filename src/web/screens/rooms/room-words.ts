import type { Tone } from '../../ui/status-badge.tsx'
import type { RoomRow } from './shapes.ts'

export type StateKey = 'early' | 'open' | 'rehearsal' | 'over' | 'cancelled' | 'held' | 'no-show' | 'disputed' | 'link'

/** The one word for a room: what became of the meeting, else whether one may come in. */
export function stateOf(room: Pick<RoomRow, 'state' | 'rehearsal' | 'result' | 'attendance' | 'link'>): StateKey {
  if (room.state === 'cancelled') return 'cancelled'
  if (room.attendance.some(({ basis }) => basis === 'disputed')) return 'disputed'
  if (room.result !== null) return room.result
  if (room.link !== null && room.state !== 'over') return 'link'
  return room.state === 'open' && room.rehearsal ? 'rehearsal' : room.state
}

export const TONES: Readonly<Record<StateKey, Tone>> = {
  early: 'neutral',
  open: 'accent',
  rehearsal: 'accent',
  over: 'off',
  cancelled: 'off',
  held: 'done',
  'no-show': 'off',
  disputed: 'hand',
  link: 'neutral',
}
