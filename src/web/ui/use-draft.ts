import { useState } from 'react'
import { type Conflict, mergeDrafts, withValueAt } from './merge-drafts.ts'

export interface Draft<T extends object> {
  readonly value: T
  readonly revision: number
  readonly isChanged: boolean
  readonly change: (change: Partial<T>) => void
  /** Places that somebody else changed as well, while this form was open. */
  readonly conflicts: readonly Conflict[]
  /** Goes on from what somebody else saved, with my changes on top; returns whether anything is left to decide. */
  readonly rebase: (theirs: T, revision: number) => boolean
  /** Settles one conflict. */
  readonly decide: (path: string, whose: 'mine' | 'theirs') => void
}

interface State<T> {
  readonly base: T
  readonly value: T
  readonly revision: number
  readonly conflicts: readonly Conflict[]
}

/** What is being written in a form, held apart from what is stored: reloading the stored never takes text away. */
export function useDraft<T extends object>(stored: T, revision: number): Draft<T> {
  const [state, setState] = useState<State<T>>({ base: stored, value: stored, revision, conflicts: [] })
  return {
    value: state.value,
    revision: state.revision,
    isChanged: JSON.stringify(state.value) !== JSON.stringify(state.base),
    conflicts: state.conflicts,
    change: (change) => setState((now) => ({ ...now, value: { ...now.value, ...change } })),
    rebase: (theirs, theirRevision) => {
      const { merged, conflicts } = mergeDrafts(state.base, state.value, theirs)
      setState({ base: theirs, value: merged, revision: theirRevision, conflicts })
      return conflicts.length > 0
    },
    decide: (path, whose) =>
      setState((now) => {
        const conflict = now.conflicts.find((one) => one.path === path)
        return {
          ...now,
          value: conflict && whose === 'theirs' ? withValueAt(now.value, path, conflict.theirs) : now.value,
          conflicts: now.conflicts.filter((one) => one !== conflict),
        }
      }),
  }
}
