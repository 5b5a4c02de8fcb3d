import { type Result, ok } from '../../../kernel/result.ts'
import { refuseRoom } from './refusal.ts'

/** Services whose links may stand in for a room. A link to anywhere would make the invitation a way to trick people. */
const HOSTS = ['zoom.us', 'zoom.com', 'teams.microsoft.com', 'teams.live.com']
export const MAX_LINK = 500

/** The link as it is stored, or why it cannot stand in for a room. */
export function meetingLink(text: string): Result<string> {
  const given = text.trim()
  if (given.length > MAX_LINK || !URL.canParse(given)) return refuseRoom('invalid', 'link-not-https')
  const url = new URL(given)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '') {
    return refuseRoom('invalid', 'link-not-https')
  }
  if (!HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))) {
    return refuseRoom('invalid', 'link-host', { hosts: HOSTS.join(', ') })
  }
  return url.href.length > MAX_LINK ? refuseRoom('invalid', 'link-not-https') : ok(url.href)
}
