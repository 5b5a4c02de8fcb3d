/** What can be taken out of a programme whole, and put back. */
export const REMOVABLE_KINDS = ['event', 'company'] as const
export type RemovableKind = (typeof REMOVABLE_KINDS)[number]

/** Rows by table, as they would go. */
export type Counts = Readonly<Record<string, number>>

/**
 * Tables that may go with an event or a company: what was set up, asked and computed. Everything else, and so every
 * table that comes later, is on record: planned meetings, rooms people were in, logs, agreements, results, articles.
 */
const MAY_GO: ReadonlySet<string> = new Set([
  'availability',
  'calendar_feed',
  'company',
  'company_identifier',
  'contact',
  'event',
  'event_block',
  'expression_of_interest',
  'interpreter',
  'match',
  'match_fact',
  'meeting_request',
  'never_meet',
  'outage',
  'participant',
  'place',
  'profile',
  'profile_translation',
  'profile_vector',
  'schedule',
  'schedule_run',
  'schedule_study',
  'shortlist_entry',
  'timeslot',
])

/** By which companies and profiles are searched: they go with them and are no records of their own. */
const UNCOUNTED: ReadonlySet<string> = new Set(['company_search', 'profile_search'])

/** What keeps it from being removed. */
export const onRecord = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([table]) => !MAY_GO.has(table) && !UNCOUNTED.has(table)))

/** Tables a person has a word for; the rest are counted together. */
export const NAMED_RECORDS = [
  'company',
  'contact',
  'profile',
  'expression_of_interest',
  'shortlist_entry',
  'event',
  'participant',
  'interpreter',
  'place',
  'timeslot',
  'meeting_request',
  'scheduled_meeting',
  'room',
  'meeting_log',
  'cooperation_case',
  'agreement',
  'agreement_party',
  'commitment',
  'outcome',
  'article',
  'role_grant',
  'webhook',
] as const
export type RecordName = (typeof NAMED_RECORDS)[number] | 'other'

/** For people: the tables they know in a steady order, the others together. */
export function namedCounts(counts: Counts): { readonly what: RecordName; readonly count: number }[] {
  const named = NAMED_RECORDS.flatMap((what) => (counts[what] ? [{ what, count: counts[what] }] : []))
  const total = Object.entries(counts).reduce((sum, [table, count]) => sum + (UNCOUNTED.has(table) ? 0 : count), 0)
  const other = total - named.reduce((sum, { count }) => sum + count, 0)
  return other > 0 ? [...named, { what: 'other', count: other }] : named
}

/** How long what was removed can be put back. */
export const KEEP_REMOVED_DAYS = 30
