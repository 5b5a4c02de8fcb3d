import { administers } from '../../accounts/domain/actor.ts'

/** Where a programme's doings are told of is part of its set-up. */
export const mayManageWebhooks = administers

/** Jobs, mails and storage belong to all programmes; whoever administers one may look after them. */
export const mayManageInstallation = administers
