import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { CountedRecord, FigureSource } from '../domain/definition.ts'

/** A company's name; where it wishes to stay unnamed, none. */
const PARTY = (company: string) => sql`jsonb_build_object('companyId', ${sql.ref(`${company}.id`)},
  'sideId', ${sql.ref(`${company}.side_id`)}, 'name', case when ${sql.ref(`${company}.anonymous`)} then '{}'::jsonb
  else ${sql.ref(`${company}.name`)} end)`

/** One row a record, whatever table it comes from; all of them share the columns of `CountedRecord`. */
const SOURCES: Readonly<Record<FigureSource, (programmeId: Id, asOf: Instant) => RawBuilder<unknown>>> = {
  outcomes: (programmeId, asOf) => sql`
    select o.id, o.revision, 'outcomes' as source, o.kind, o.title, o.parties, o.basis, o.amount_minor, o.currency,
      o.grade, o.happened_on as "on", o.status, o.event_id,
      exists (select from jsonb_array_elements(o.parties) p join company c on c.id = (p ->> 'companyId')::uuid
        where c.synthetic) as synthetic, o.valid_from as at
    from outcome o where o.programme_id = ${programmeId} and o.status = 'recorded'
      and o.valid_from <= ${asOf}::timestamptz and (o.valid_until is null or o.valid_until > ${asOf}::timestamptz)`,
  // Who withdrew is gone from every count: the moment of the withdrawal is in the journal alone.
  participants: (programmeId, asOf) => sql`
    select p.id, 1 as revision, 'participants', 'participant',
      case when c.anonymous then '{}'::jsonb else c.name end, jsonb_build_array(${PARTY('c')}), null, null::bigint, null,
      null, null::date, p.status, p.event_id, c.synthetic, p.created_at
    from participant p join company c on c.id = p.company_id
    where p.programme_id = ${programmeId} and p.status = 'registered' and p.created_at <= ${asOf}::timestamptz`,
  requests: (programmeId, asOf) => sql`
    select r.id, 1, 'requests', 'request', '{}'::jsonb, jsonb_build_array(${PARTY('hc')}, ${PARTY('gc')}), null,
      null::bigint, null, null, null::date, r.status, r.event_id, hc.synthetic or gc.synthetic, r.created_at
    from meeting_request r
    join participant h on h.id = r.host_id join company hc on hc.id = h.company_id
    join participant g on g.id = r.guest_id join company gc on gc.id = g.company_id
    where r.programme_id = ${programmeId} and r.created_at <= ${asOf}::timestamptz`,
  commitments: (programmeId, asOf) => sql`
    select m.id, m.revision, 'commitments', 'commitment', m.what, jsonb_build_array(jsonb_build_object('companyId',
      p.company_id, 'sideId', p.side_id, 'name', p.name)), null, m.amount_minor, m.currency, null, m.due_on, m.status,
      null::uuid, false, m.created_at
    from commitment m join agreement_party p on p.id = m.party_id
    where m.programme_id = ${programmeId} and m.status <> 'withdrawn' and m.created_at <= ${asOf}::timestamptz`,
}

/** The records of the wanted sources as they stood at `asOf`, in one statement. */
export async function findCountedRecords(
  db: Db,
  programmeId: Id,
  sources: ReadonlySet<FigureSource>,
  asOf: Instant,
): Promise<CountedRecord[]> {
  if (sources.size === 0) return []
  const parts = [...sources].map((source) => SOURCES[source](programmeId, asOf))
  const { rows } = await sql<CountedRecord & { at: Instant }>`
    select * from (${sql.join(parts, sql` union all `)}) as record (id, revision, source, kind, title, parties, basis, amount_minor, currency, grade, "on", status,
      event_id, synthetic, at)
    order by "on" nulls last, at, id`.execute(db)
  return rows.map(({ at: _, ...record }) => record)
}

/** What the earlier stages count, for the ladder and the funnel. Meetings in rooms are not recorded here. */
export interface ChainCounts {
  readonly requests: number
  readonly accepted: number
  readonly scheduled: number
  readonly commitments: number
  readonly fulfilled: number
}

export async function countChain(db: Db, programmeId: Id): Promise<ChainCounts> {
  const { rows } = await sql<ChainCounts>`
    select (select count(*) from meeting_request where programme_id = ${programmeId}) as requests,
      (select count(*) from meeting_request where programme_id = ${programmeId} and status = 'accepted') as accepted,
      (select count(*) from scheduled_meeting m join schedule s on s.id = m.schedule_id
        where s.programme_id = ${programmeId} and s.kind = 'released' and m.status = 'planned'
          and not exists (select from schedule later where later.event_id = s.event_id and later.kind = 'released'
            and later.number > s.number)) as scheduled,
      (select count(*) from commitment where programme_id = ${programmeId} and status <> 'withdrawn') as commitments,
      (select count(*) from commitment where programme_id = ${programmeId} and status = 'fulfilled') as fulfilled`.execute(
    db,
  )
  return rows[0]!
}
