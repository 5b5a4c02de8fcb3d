import type { Result } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { RequestKey } from '../store/request-store.ts'
import { decideMeetingRequest } from './decide-meeting-request.ts'

/** The guest says yes; the operator may on its behalf. Of two who answer at once, the second is told who was first. */
export const acceptMeetingRequest = (platform: Platform, actor: Actor, command: RequestKey): Promise<Result<null>> =>
  decideMeetingRequest(platform, actor, command, 'accept', null)
