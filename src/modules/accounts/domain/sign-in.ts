/** A link that was asked for: long enough to switch to the mailbox, too short to lie about in it. */
export const SIGN_IN_LINK_MINUTES = 15

/** A link sent with an invitation, which people read when they get to it. Used once, like every link. */
export const INVITATION_LINK_MINUTES = 7 * 24 * 60

/** A session ends this long after signing in, however much it is used. */
export const SESSION_DAYS = 14

/** Limits below count over windows of this length. */
export const LIMIT_WINDOW_MINUTES = 15

/** More links to one address would only fill somebody's mailbox. */
export const MAX_LINKS_PER_ADDRESS = 5

/** Links asked for, or tried, by one client, which may be a whole office behind one address. */
export const MAX_LINKS_PER_CLIENT = 30
