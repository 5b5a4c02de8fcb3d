import type { Result } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { RequestKey } from '../store/request-store.ts'
import { decideMeetingRequest } from './decide-meeting-request.ts'

/** The host takes the request back; an accepted meeting either side may call off. */
export const cancelMeetingRequest = (platform: Platform, actor: Actor, command: RequestKey): Promise<Result<null>> =>
  decideMeetingRequest(platform, actor, command, { decision: 'cancel' })
