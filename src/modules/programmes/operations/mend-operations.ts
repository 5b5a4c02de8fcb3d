import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Operations, isJobOf, readOperations, readWork } from '../../../platform/health.ts'
import { type Actor, administersInstallation } from '../../accounts/index.ts'
import { mayWatchWork } from '../domain/policy.ts'

/** Of the whole installation, or of one programme: then without what belongs to all of them. */
export type Watched = Pick<Operations, 'queues' | 'failedJobs'> & {
  readonly whole: Omit<Operations, 'queues' | 'failedJobs'> | null
}

/**
 * How the work fares, without a word about people: of all programmes together for whoever administers the installation,
 * for every other operator of the programme alone.
 */
export async function readInstallation(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<Watched>> {
  if (!mayWatchWork(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  if (!(await administersInstallation(platform, actor))) {
    return ok({ ...(await readWork(platform, programmeId)), whole: null })
  }
  const { queues, failedJobs, ...whole } = await readOperations(platform)
  return ok({ queues, failedJobs, whole })
}

/** Runs a failed job once more. Refuses with `programmes.absent`, also a job of another programme. */
export async function retryJob(
  platform: Platform,
  actor: Actor,
  { programmeId, jobId }: { readonly programmeId: Id; readonly jobId: Id },
): Promise<Result<void>> {
  if (!mayWatchWork(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  const mayTouch = (await administersInstallation(platform, actor)) || (await isJobOf(platform, programmeId, jobId))
  return mayTouch && (await platform.jobs.retry(jobId)) ? ok(undefined) : refuse('absent', 'programmes.absent')
}

/** Sends a failed or held mail: mails belong to no programme. Refuses with `programmes.absent`. */
export async function retryMail(
  platform: Platform,
  actor: Actor,
  { programmeId, mailId }: { readonly programmeId: Id; readonly mailId: Id },
): Promise<Result<void>> {
  if (!mayWatchWork(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  if (!(await administersInstallation(platform, actor))) return refuse('absent', 'programmes.absent')
  return (await platform.mail.retry(mailId)) ? ok(undefined) : refuse('absent', 'programmes.absent')
}
