import type { Stage } from '../../../shell/stages.ts'

export interface OperatorStep {
  readonly id:
    | 'lists'
    | 'companies'
    | 'profiles'
    | 'people'
    | 'matching'
    | 'event'
    | 'participants'
    | 'requests'
    | 'schedule'
  readonly stage: Stage
  readonly path: string
  /** A number of the stage's summary and what it has to exceed. */
  readonly fact: string
  readonly above: number
}

/** In the order in which a programme comes about. */
export const OPERATOR_STEPS: readonly OperatorStep[] = [
  { id: 'lists', stage: 'programmes', path: '/companies/import', fact: 'technologyKeywords', above: 0 },
  { id: 'companies', stage: 'companies', path: '/companies/import', fact: 'companies', above: 0 },
  { id: 'profiles', stage: 'companies', path: '/companies', fact: 'published', above: 0 },
  // The operator who reads this is there already.
  { id: 'people', stage: 'accounts', path: '/people', fact: 'people', above: 1 },
  { id: 'matching', stage: 'matching', path: '/matching', fact: 'pairs', above: 0 },
  { id: 'event', stage: 'events', path: '/event', fact: 'timeslots', above: 0 },
  { id: 'participants', stage: 'events', path: '/event', fact: 'participants', above: 0 },
  { id: 'requests', stage: 'meetings', path: '/requests', fact: 'accepted', above: 0 },
  { id: 'schedule', stage: 'scheduling', path: '/schedule', fact: 'version', above: 0 },
]

type Told = readonly { readonly stage: Stage; readonly facts: Readonly<Record<string, string | number>> }[]

/** Whether the records say so; a stage that tells nothing of it has not done it. */
export const isDone = ({ stage, fact, above }: OperatorStep, stages: Told): boolean =>
  Number(stages.find((each) => each.stage === stage)?.facts[fact] ?? 0) > above

/** Whether something of the way is still to come, in the parts that the programme uses. */
export const isUnderWay = (stages: Told, closed: readonly Stage[]): boolean =>
  OPERATOR_STEPS.some((step) => !closed.includes(step.stage) && !isDone(step, stages))
