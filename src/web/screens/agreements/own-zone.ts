import type { HomeZone } from '../../ui/time.tsx'

/** The clock of the reader's own device: whoever signs belongs to no programme that would say which two to print. */
export function ownZone(): readonly HomeZone[] {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [{ name: zone, zone }]
}
