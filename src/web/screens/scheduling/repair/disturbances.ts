import type { Inputs } from '../../../api.ts'
import type { Board } from '../board/board-facts.ts'

export type Disturbance = Inputs['scheduling']['proposeRepair']['disturbance']
export type DisturbanceCode = Disturbance['code']

export const CODES = [
  'cancelled',
  'no-show',
  'late-arrival',
  'new-request',
  'interpreter-lost',
  'place-lost',
  'longer-meeting',
] as const satisfies readonly DisturbanceCode[]

export const isCode = (text: string | undefined): text is DisturbanceCode => CODES.some((code) => code === text)

/** What is chosen in the form; times are timeslot ids, empty for none. */
export interface Choice {
  readonly code: DisturbanceCode
  /** Of the meeting, participant, interpreter or place. */
  readonly id: string
  readonly fromSlot: string
  readonly untilSlot: string
  readonly timeslots: number
}

/** What a disturbance is about: which list the id is chosen from. */
export const subjectOf = (code: DisturbanceCode): 'meeting' | 'unmet' | 'participant' | 'interpreter' | 'place' => {
  switch (code) {
    case 'cancelled':
    case 'longer-meeting':
      return 'meeting'
    case 'new-request':
      return 'unmet'
    case 'no-show':
    case 'late-arrival':
      return 'participant'
    case 'interpreter-lost':
      return 'interpreter'
    case 'place-lost':
      return 'place'
  }
}

/** The choice as the server takes it; null while something is missing. */
export function disturbanceOf(board: Board, choice: Choice): Disturbance | null {
  const { code, id, fromSlot, untilSlot, timeslots } = choice
  if (id === '') return null
  const starts = (slotId: string) => board.timeslots.find((slot) => slot.id === slotId)?.startsAt ?? null
  const [from, until] = [starts(fromSlot), starts(untilSlot)]
  switch (code) {
    case 'cancelled':
    case 'new-request':
      return { code, requestId: id }
    case 'longer-meeting':
      return { code, requestId: id, timeslots }
    case 'no-show':
      return { code, participantId: id, from }
    case 'late-arrival':
      return until === null ? null : { code, participantId: id, until }
    case 'interpreter-lost':
      return { code, interpreterId: id, from, until }
    case 'place-lost':
      return { code, placeId: id, from, until }
  }
}
