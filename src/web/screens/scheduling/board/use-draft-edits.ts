import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { type Outputs, api, query } from '../../../api.ts'
import { toProblem } from '../../../problem.ts'
import type { Board, BoardMeeting } from './board-facts.ts'
import { type Edit, type Undo, meetingAt, undoOf, withMeeting } from './edits.ts'

interface OfEvent {
  readonly programmeId: string
  readonly eventId: string
}

type Edited = Outputs['scheduling']['pinMeeting'] & { readonly meeting?: BoardMeeting }

/** An edit that went through, with the boards before and after it. */
export interface EditReport {
  readonly edit: Edit
  readonly before: Board
  readonly after: Board
}

export interface DraftEdits {
  readonly place: (requestId: string, timeslotId: string) => void
  readonly remove: (requestId: string) => void
  readonly pin: (requestId: string, pinned: boolean) => void
  /** False when there is nothing to take back. */
  readonly undo: () => boolean
  readonly canUndo: boolean
}

export const boardQuery = (input: OfEvent) => query.scheduling.readBoard.queryOptions({ input })

/**
 * Changes by hand. Each is shown at once, sent in order with the newest revision, and taken back when the server
 * refuses it; after a refusal the board is loaded anew, whoever changed it meanwhile. Only the own last changes can
 * be undone: once a run or another person has changed the draft (`shownRevision` is not ours), there is no way back.
 */
export function useDraftEdits(
  { programmeId, eventId }: OfEvent,
  shownRevision: number,
  hear: {
    readonly onEdited: (report: EditReport, undone: boolean) => void
    readonly onRefused: (problem: unknown) => void
  },
): DraftEdits {
  const client = useQueryClient()
  const queue = useRef<Promise<void>>(Promise.resolve())
  const history = useRef<Undo[]>([])
  const [own, setOwn] = useState({ depth: 0, revision: -1 })
  const listener = useRef(hear)
  listener.current = hear

  const run = useCallback(
    (edit: Edit, send: (revision: number) => Promise<Edited>, undone: boolean) => {
      const { queryKey } = boardQuery({ programmeId, eventId })
      const read = () => client.getQueryData<Board>(queryKey)
      const show = (change: (board: Board) => Board) =>
        client.setQueryData<Board>(queryKey, (board) => board && change(board))
      // An answer that is on its way would draw the board of a moment ago.
      void client.cancelQueries({ queryKey })
      show((board) => withMeeting(board, edit.requestId, edit.after))
      queue.current = queue.current.then(async () => {
        const before = read()
        if (!before) return
        try {
          const { revision, outcome, meeting } = await send(before.revision)
          const after = meeting ?? edit.after
          show((board) => ({ ...withMeeting(board, edit.requestId, after), revision, outcome }))
          if (!undone) history.current.push(undoOf({ ...edit, after }))
          setOwn({ depth: history.current.length, revision })
          const board = read()
          if (board) listener.current.onEdited({ edit: { ...edit, after }, before, after: board }, undone)
        } catch (error) {
          show((board) => withMeeting(board, edit.requestId, edit.before))
          await client.invalidateQueries({ queryKey })
          listener.current.onRefused(toProblem(error))
        }
      })
    },
    [client, programmeId, eventId],
  )

  const canUndo = own.depth > 0 && own.revision === shownRevision
  return useMemo(() => {
    const ofMeeting = (requestId: string) => ({ programmeId, eventId, requestId })
    const board = () => client.getQueryData<Board>(boardQuery({ programmeId, eventId }).queryKey)
    const meetingOf = (requestId: string) =>
      board()?.meetings.find((meeting) => meeting.requestId === requestId) ?? null

    const place = (requestId: string, timeslotId: string) => {
      const current = board()
      if (!current) return
      const edit = { requestId, ...meetingAt(current, requestId, timeslotId) }
      run(edit, (revision) => api.scheduling.placeMeeting({ ...ofMeeting(requestId), revision, timeslotId }), false)
    }
    const putBack = (meeting: BoardMeeting) => {
      const { requestId, timeslotId, placeId, interpreterId, pinned } = meeting
      const where = { timeslotId, interpreterId, pinned, ...(placeId === null ? {} : { placeId }) }
      const edit = { requestId, before: meetingOf(requestId), after: meeting }
      run(edit, (revision) => api.scheduling.placeMeeting({ ...ofMeeting(requestId), revision, ...where }), true)
    }
    const remove = (requestId: string, undone = false) => {
      const before = meetingOf(requestId)
      if (!before) return
      const edit = { requestId, before, after: null }
      run(edit, (revision) => api.scheduling.removeMeeting({ ...ofMeeting(requestId), revision }), undone)
    }
    const pin = (requestId: string, pinned: boolean, undone = false) => {
      const before = meetingOf(requestId)
      if (!before) return
      const edit = { requestId, before, after: { ...before, pinned } }
      run(edit, (revision) => api.scheduling.pinMeeting({ ...ofMeeting(requestId), revision, pinned }), undone)
    }
    const undo = (): boolean => {
      const last = canUndo ? history.current.pop() : undefined
      if (!last) {
        history.current = []
        return false
      }
      if (last.kind === 'remove') remove(last.requestId, true)
      else if (last.kind === 'pin') pin(last.requestId, last.pinned, true)
      else putBack(last.meeting)
      return true
    }
    return {
      place,
      remove: (requestId: string) => remove(requestId),
      pin: (requestId: string, pinned: boolean) => pin(requestId, pinned),
      undo,
      canUndo,
    }
  }, [client, programmeId, eventId, run, canUndo])
}
