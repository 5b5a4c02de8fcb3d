import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { ScheduleProblem, ScheduleValue, WhatIfQuestion } from '../engine/index.ts'
import type { ScheduleFacts } from './facts.ts'
import { problemOfEvent } from './problem-of-event.ts'

/** What is varied, by up to `most` more and as many less. */
export type StudyQuestion =
  /** Places of a kind. */
  | { readonly code: 'places'; readonly kind: 'table' | 'online'; readonly most: number }
  /** Timeslots at the end of a day (`2020-10-26`). */
  | { readonly code: 'timeslots'; readonly day: string; readonly most: number }
  /** Interpreters of a language pair; those with the fewest meetings leave first. */
  | { readonly code: 'interpreters'; readonly languagePair: string; readonly most: number }

/** The plan at one step; 0 is how things are. */
export interface StudyPoint {
  readonly step: number
  readonly held: number
  readonly requested: number
  readonly weight: number
  readonly boundWeight: number
  readonly breaks: number
  readonly idleSlots: number
}

/** One problem to solve; the question asks a single step of it. */
export interface StudyVariant {
  readonly step: number
  readonly problem: ScheduleProblem
  readonly question: WhatIfQuestion
}

/** The problems behind the question, from the fewest to the most; the present state is always among them. */
export function variantsOf(facts: ScheduleFacts, question: StudyQuestion): Result<StudyVariant[]> {
  const problem = problemOfEvent(facts)
  switch (question.code) {
    case 'places': {
      const there = facts.places.filter(({ kind }) => kind === question.kind).length
      return ok(
        steps(Math.min(there, question.most), question.most).map((step) => ({
          step,
          problem: question.kind === 'table' ? withoutPinnedPlaces(problem) : swapKinds(withoutPinnedPlaces(problem)),
          question: { code: 'tables', steps: [step] },
        })),
      )
    }
    case 'timeslots': {
      const ofDay = problem.slots.filter(({ day }) => day === question.day).length
      if (ofDay === 0) return refuse('absent', 'scheduling.absent')
      return ok(
        steps(Math.min(ofDay, question.most), question.most).map((step) => ({
          step,
          problem: step < 0 ? withoutPins(problem, question.day, step) : problem,
          question: { code: 'slots', day: question.day, steps: [step] },
        })),
      )
    }
    case 'interpreters': {
      const able = byMeetings(facts, question.languagePair)
      return ok(
        steps(Math.min(able.length, question.most), question.most).map((step) => ({
          step,
          problem: withInterpreters(problem, question.languagePair, able, step),
          question: { code: 'interpreters', leaving: [] },
        })),
      )
    }
  }
}

const steps = (less: number, more: number): number[] => Array.from({ length: less + more + 1 }, (_, n) => n - less)

/** The engine varies tables; online places are varied as tables by another name. */
function swapKinds(problem: ScheduleProblem): ScheduleProblem {
  const other = (kind: 'table' | 'online') => (kind === 'table' ? 'online' : 'table')
  return {
    ...problem,
    places: problem.places.map((place) => ({ ...place, kind: other(place.kind) })),
    requests: problem.requests.map((request) => ({ ...request, place: other(request.place) })),
  }
}

/** Which place goes is not asked: a pinned meeting keeps its time and sits where there is room. */
const withoutPinnedPlaces = (problem: ScheduleProblem): ScheduleProblem => ({
  ...problem,
  requests: problem.requests.map((request) => {
    if (request.pinned?.place === undefined) return request
    const { place: _, ...pinned } = request.pinned
    return { ...request, pinned }
  }),
})

/** A pin in a timeslot that goes is no pin: the meeting looks for another time like everybody else. */
function withoutPins(problem: ScheduleProblem, day: string, step: number): ScheduleProblem {
  const gone = problem.slots
    .filter((slot) => slot.day === day)
    .slice(step)
    .map(({ id }) => id)
  return {
    ...problem,
    requests: problem.requests.map((request) => {
      const { pinned, published, ...rest } = request
      return {
        ...rest,
        ...(pinned && !gone.includes(pinned.slot) ? { pinned } : {}),
        ...(published && !gone.includes(published.slot) ? { published } : {}),
      }
    }),
  }
}

/** Ids of those who speak the pair, the least busy first. */
function byMeetings({ interpreters, draft }: ScheduleFacts, languagePair: string): Id[] {
  const meetings = (id: Id) => draft.meetings.filter(({ interpreterId }) => interpreterId === id).length
  return interpreters
    .filter(({ languagePairs }) => languagePairs.includes(languagePair))
    .toSorted((a, b) => meetings(a.id) - meetings(b.id) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

function withInterpreters(
  problem: ScheduleProblem,
  languagePair: string,
  able: readonly Id[],
  step: number,
): ScheduleProblem {
  const leaving = step < 0 ? able.slice(0, -step) : []
  const coming = Array.from({ length: Math.max(0, step) }, (_, n) => ({
    id: `+ ${languagePair} ${n + 1}`,
    languagePairs: [languagePair],
    availableSlots: problem.slots.map(({ id }) => id),
  }))
  const stays = (position: { readonly interpreter?: string | null } | undefined) =>
    !leaving.includes(position?.interpreter ?? '')
  return {
    ...problem,
    interpreters: [...problem.interpreters.filter(({ id }) => !leaving.includes(id)), ...coming],
    requests: problem.requests.map(({ pinned, published, ...rest }) => ({
      ...rest,
      ...(pinned ? { pinned: stays(pinned) ? pinned : withoutInterpreter(pinned) } : {}),
      ...(published && stays(published) ? { published } : {}),
    })),
  }
}

function withoutInterpreter<Position extends { readonly interpreter?: string | null }>(pin: Position) {
  const { interpreter: _, ...rest } = pin
  return rest
}

export const pointOf = (step: number, value: ScheduleValue, boundWeight: number): StudyPoint => ({
  step,
  held: value.held,
  requested: value.requested,
  weight: value.weight,
  boundWeight,
  breaks: value.breaks,
  idleSlots: value.idleSlots,
})
