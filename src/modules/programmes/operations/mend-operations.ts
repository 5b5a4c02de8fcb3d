import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Operations, readOperations } from '../../../platform/health.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayManageInstallation } from '../domain/policy.ts'

/** How the installation fares: of all programmes together, and without a word about people. */
export async function readInstallation(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<Operations>> {
  if (!mayManageInstallation(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  return ok(await readOperations(platform))
}

/** Runs a failed job once more. Refuses with `programmes.absent`. */
export async function retryJob(
  platform: Platform,
  actor: Actor,
  { programmeId, jobId }: { readonly programmeId: Id; readonly jobId: Id },
): Promise<Result<void>> {
  if (!mayManageInstallation(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  return (await platform.jobs.retry(jobId)) ? ok(undefined) : refuse('absent', 'programmes.absent')
}

/** Sends a failed or held mail. Refuses with `programmes.absent`. */
export async function retryMail(
  platform: Platform,
  actor: Actor,
  { programmeId, mailId }: { readonly programmeId: Id; readonly mailId: Id },
): Promise<Result<void>> {
  if (!mayManageInstallation(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  return (await platform.mail.retry(mailId)) ? ok(undefined) : refuse('absent', 'programmes.absent')
}
