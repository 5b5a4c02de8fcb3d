import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Stage } from './stage.ts'

export const MAX_WEBHOOKS = 10

/** How long the secret before signs too after a change. */
export const OVERLAP_MINUTES = 24 * 60

/**
 * What other systems are told of: the first word of a journal entry's action, by stage. What is not named stays here,
 * such as everything about people, sign-in and screening.
 */
const TOLD: Partial<Record<Stage, readonly string[]>> = {
  companies: ['company', 'profile', 'technology'],
  matching: ['match', 'match-run'],
  events: ['event', 'participant'],
  meetings: ['meeting-request'],
  scheduling: ['schedule', 'schedule-run', 'meeting'],
  rooms: ['room'],
  cases: ['case'],
  agreements: ['agreement'],
  commitments: ['commitment'],
  outcomes: ['outcome'],
  newsroom: ['article'],
}

export const TOLD_STAGES = Object.keys(TOLD) as Stage[]

const stageByWord = new Map(
  Object.entries(TOLD).flatMap(([stage, words]) => words.map((word): [string, Stage] => [word, stage as Stage])),
)

/** Whether a webhook for these stages hears of this action; none named: of all that may be told. */
export function hears(stages: readonly string[], action: string): boolean {
  const stage = stageByWord.get(action.split('.')[0] ?? '')
  return stage !== undefined && (stages.length === 0 || stages.includes(stage))
}

/** Only https, and nothing secret in the address: it is shown to every operator. */
export function isWebhookAddress(text: string): boolean {
  if (text.length > 500 || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return protocol === 'https:' && username === '' && password === ''
}

export interface ToldEntry {
  readonly programmeId: Id
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: Id
  readonly occurredAt: Instant
}

/** Ids and what happened; who it was about is asked for with a token, by those who may. */
export const webhookBody = ({ programmeId, action, subjectKind, subjectId, occurredAt }: ToldEntry): string =>
  JSON.stringify({ type: action, timestamp: occurredAt, data: { programmeId, subjectKind, subjectId } })
