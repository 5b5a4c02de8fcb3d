import type { Result } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { RequestKey } from '../store/request-store.ts'
import { decideMeetingRequest } from './decide-meeting-request.ts'

/** The guest says no: to a pending request, or to one that counted as accepted until now because nobody had declined. */
export const declineMeetingRequest = (
  platform: Platform,
  actor: Actor,
  command: RequestKey & { readonly reason: string | null },
): Promise<Result<null>> =>
  decideMeetingRequest(platform, actor, command, { decision: 'decline', reason: command.reason })
