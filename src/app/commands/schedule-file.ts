import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { ScheduleProblem, ScheduleSolution } from '../../modules/scheduling/index.ts'
import { UsageError } from './command.ts'

/** `docs/schedule-format.md` in words, `docs/*.schema.json` for machines; here for messages with the place of a mistake. */
const id = z.string().min(1).max(200)
const count = z.number().int().min(0)
const ids = z.array(id)

const position = z.strictObject({ slot: id, interpreter: id.nullable().optional(), place: id.optional() })

const problem = z.strictObject({
  format: z.literal('naru-schedule-problem/1'),
  slots: z.array(
    z.strictObject({
      id,
      day: id,
      startsAt: z.string().optional(),
      endsAt: z.string().optional(),
      bufferMinutes: z.number().min(0).optional(),
    }),
  ),
  places: z.array(z.strictObject({ id, kind: z.enum(['table', 'online']), availableSlots: ids.optional() })),
  capacities: z.array(z.strictObject({ slot: id, table: count.optional(), online: count.optional() })).optional(),
  participants: z.array(
    z.strictObject({
      id,
      side: z.string().optional(),
      delegates: count.optional(),
      availableSlots: ids,
      maxMeetings: count.optional(),
      minMeetings: count.optional(),
      timeZone: z.string().optional(),
    }),
  ),
  interpreters: z.array(
    z.strictObject({
      id,
      languagePairs: ids,
      availableSlots: ids,
      maxConsecutiveSlots: count.optional(),
      maxConsecutiveMinutes: count.optional(),
      restMinutes: count.optional(),
      maxMeetings: count.optional(),
    }),
  ),
  requests: z.array(
    z.strictObject({
      id,
      host: id,
      guest: id,
      wish: z.enum(['must', 'want']),
      weight: count,
      languagePair: id.nullable(),
      place: z.enum(['table', 'online']),
      hostDelegate: count.optional(),
      guestDelegate: count.optional(),
      pinned: position.optional(),
      published: position.optional(),
    }),
  ),
  bufferMinutes: z.number().min(0).optional(),
  fairness: z.strictObject({ floor: count }).optional(),
})

/** What the verifier reads; the rest of a solution it works out again. */
const solution = z.looseObject({
  format: z.literal('naru-schedule-solution/1'),
  meetings: z.array(
    z.strictObject({
      request: id,
      slot: id,
      interpreter: id.nullable(),
      place: id.nullable(),
      hostDelegate: count,
      guestDelegate: count,
    }),
  ),
  unmet: z.array(z.looseObject({ request: id, reason: z.looseObject({ code: z.string() }) })),
  value: z.looseObject({ weight: z.number(), held: count, requested: count }),
  bound: z.looseObject({ weight: z.number() }),
  problemHash: z.string(),
})

const SHOWN = 10

export const readProblem = (path: string): ScheduleProblem => readFile(path, problem) as ScheduleProblem

export const readSolution = (path: string): ScheduleSolution => readFile(path, solution) as unknown as ScheduleSolution

/** Throws UsageError that names the file, and each mistake by its JSON path. */
function readFile<T>(path: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(path, readText(path)))
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  const lines = issues.slice(0, SHOWN).map((issue) => `  ${jsonPath(issue.path)}: ${issue.message}`)
  if (issues.length > SHOWN) lines.push(`  … and ${issues.length - SHOWN} more`)
  throw new UsageError([`${path} does not keep to the format (docs/schedule-format.md):`, ...lines].join('\n'))
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message
    throw new UsageError(`${path} cannot be read: ${reason}.`)
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}.`)
  }
}

/** `$.requests[3].weight` */
const jsonPath = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>((path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${String(key)}`), '$')
