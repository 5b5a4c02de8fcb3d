import type { Platform } from '../../../platform/context.ts'
import { JOURNAL_FORMAT, checkJournal } from '../../../platform/journal-chain/chain.ts'
import { exportJournal } from '../../../platform/journal-chain/export-journal.ts'
import type { Api } from './player.ts'
import { takeUnloggedChanges } from './observed-changes.ts'
import type { World } from './world.ts'

/** A law of the product as a statement whose rows are its breaches; the first parameter is the programme. */
interface Law {
  readonly name: string
  readonly breaches: string
  /** Holds once the listeners have heard of everything. */
  readonly atRest?: true
}

/** Written from the field's rules alone: none of these uses the program's own decisions. */
const LAWS: readonly Law[] = [
  {
    name: 'nobody and nothing is in two meetings at once',
    breaches: `
      with taken as (
        select s.id, s.number, m.request_id, t.starts_at, t.ends_at, who.resource_id, who.seat
        from schedule s join scheduled_meeting m on m.schedule_id = s.id and m.status = 'planned'
        join meeting_request r on r.id = m.request_id join timeslot t on t.id = m.timeslot_id
        cross join lateral (values (r.host_id, m.host_delegate::int), (r.guest_id, m.guest_delegate::int),
          (m.place_id, 0), (m.interpreter_id, 0)) who (resource_id, seat)
        where s.programme_id = $1 and who.resource_id is not null)
      select a.number, a.request_id, b.request_id as other from taken a join taken b on a.id = b.id
        and a.resource_id = b.resource_id and a.seat = b.seat and a.request_id < b.request_id
        and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
  },
  {
    name: 'nobody sends more delegates to meetings at once than there are',
    breaches: `
      select s.number, p.id, t.id as timeslot from schedule s join scheduled_meeting m on m.schedule_id = s.id
      join meeting_request r on r.id = m.request_id join participant p on p.id in (r.host_id, r.guest_id)
      join timeslot t on t.id = m.timeslot_id
      where s.programme_id = $1 and s.kind = 'draft' and m.status = 'planned'
      group by s.number, p.id, t.id having count(*) > (select max(delegates) from (
        select p.delegates union all select (e.after ->> 'delegates')::int from journal_entry e
        where e.subject_id = p.id) d (delegates))`,
  },
  {
    name: 'bookings agree with the planned meetings',
    breaches: `
      with planned as (
        select m.schedule_id, m.request_id, who.resource_id, who.seat::smallint, tstzrange(t.starts_at, t.ends_at) as during
        from schedule s join scheduled_meeting m on m.schedule_id = s.id and m.status = 'planned'
        join meeting_request r on r.id = m.request_id join timeslot t on t.id = m.timeslot_id
        cross join lateral (values (r.host_id, m.host_delegate::int), (r.guest_id, m.guest_delegate::int),
          (m.place_id, 0), (m.interpreter_id, 0)) who (resource_id, seat)
        where s.programme_id = $1 and who.resource_id is not null),
      booked as (select b.schedule_id, b.request_id, b.resource_id, b.seat, b.during from booking b
        join schedule s on s.id = b.schedule_id where s.programme_id = $1)
      (select 'missing' as what, * from planned except select 'missing', * from booked)
      union all (select 'too many', * from booked except select 'too many', * from planned)`,
  },
  {
    name: 'a request goes only legal ways, each with its entry',
    breaches: `
      with story as (
        select e.subject_id as id, e.action, e.before ->> 'status' as before, e.after ->> 'status' as after,
          lag(e.after ->> 'status') over told as previous, lead(e.seq) over told is null as is_last
        from journal_entry e where e.programme_id = $1 and e.action like 'meeting-request.%'
        window told as (partition by e.subject_id order by e.seq))
      select r.id, r.status, s.action, s.before, s.after from meeting_request r left join story s on s.id = r.id
      where r.programme_id = $1 and (s.id is null
        or (s.previous is null) <> (s.action = 'meeting-request.created')
        or (s.previous is not null and s.before is distinct from s.previous)
        or (s.is_last and s.after is distinct from r.status)
        or case when s.previous is null then s.after not in ('pending', 'accepted')
          else (s.previous, s.after) not in (('pending', 'accepted'), ('pending', 'declined'), ('pending', 'cancelled'),
            ('pending', 'expired'), ('accepted', 'cancelled'), ('accepted', 'declined'), ('accepted', 'accepted')) end)`,
  },
  {
    name: 'of a pair one request lives',
    breaches: `
      select least(host_id, guest_id), greatest(host_id, guest_id) from meeting_request
      where programme_id = $1 and status in ('pending', 'accepted') group by 1, 2 having count(*) > 1`,
  },
  {
    name: 'the draft holds nothing of a request that does not count',
    atRest: true,
    breaches: `
      select m.request_id, r.status from scheduled_meeting m join schedule s on s.id = m.schedule_id
      join meeting_request r on r.id = m.request_id
      where s.programme_id = $1 and s.kind = 'draft' and (r.status <> 'accepted'
        or exists (select from participant p where p.id in (r.host_id, r.guest_id) and p.status = 'withdrawn')
        or exists (select from never_meet n where (n.participant_id, n.unwanted_id) in
          ((r.host_id, r.guest_id), (r.guest_id, r.host_id))))`,
  },
  {
    name: 'versions are numbered one after the other, each released once',
    breaches: `
      with version as (
        select s.event_id, s.number, row_number() over (partition by s.event_id order by s.number) as place,
          (select count(*) from journal_entry e where e.subject_id = s.event_id and e.action = 'schedule.released'
            and (e.after ->> 'scheduleId')::uuid = s.id and (e.after ->> 'number')::int = s.number) as entries
        from schedule s where s.programme_id = $1 and s.kind = 'released')
      select * from version where number <> place or entries <> 1`,
  },
  {
    name: 'an agreement goes only legal ways, each with its entry',
    breaches: `
      with step as (
        select e.subject_id as id, e.seq, case e.action
          when 'agreement.created' then 'draft' when 'agreement.changed' then 'draft'
          when 'agreement.frozen' then 'frozen' when 'agreement.sent' then 'sent' when 'agreement.signed' then 'signed'
          when 'agreement.declined' then 'declined' when 'agreement.recalled' then 'recalled'
          when 'agreement.expired' then 'expired' when 'agreement.suspended' then 'suspended-by-law'
          when 'agreement.resumed' then e.after ->> 'status' end as status
        from journal_entry e where e.programme_id = $1 and e.subject_kind = 'agreement'),
      story as (select *, lag(status) over told as previous, lead(seq) over told is null as is_last from step
        where status is not null window told as (partition by id order by seq))
      select a.id, a.status as found, s.previous, s.status from agreement a left join story s on s.id = a.id
      where a.programme_id = $1 and a.origin = 'drafted' and (s.id is null or (s.is_last and s.status <> a.status)
        or case when s.previous is null then s.status <> 'draft'
          else (s.previous, s.status) not in (('draft', 'draft'), ('frozen', 'draft'), ('sent', 'draft'),
            ('declined', 'draft'), ('expired', 'draft'), ('recalled', 'draft'), ('draft', 'frozen'), ('frozen', 'sent'),
            ('sent', 'signed'), ('sent', 'declined'), ('sent', 'recalled'), ('sent', 'expired'),
            ('sent', 'suspended-by-law'), ('signed', 'suspended-by-law'), ('suspended-by-law', 'sent'),
            ('suspended-by-law', 'signed')) end)`,
  },
  {
    name: 'a signed agreement has one signature of each party, on its text',
    breaches: `
      select a.id, a.status, p.position, count(g.id) from agreement a join agreement_party p on p.agreement_id = a.id
      left join agreement_signature g on g.party_id = p.id and g.voided_at is null and g.content_hash = a.content_hash
      where a.programme_id = $1 and a.origin = 'drafted'
      group by a.id, p.id having count(g.id) > 1 or (a.status = 'signed' and count(g.id) <> 1)`,
  },
  {
    name: 'a signed agreement counts once, and one that was never signed not at all',
    atRest: true,
    breaches: `
      with counted as (
        select a.id, a.status, a.type, (select count(*) from outcome o where o.agreement_id = a.id and o.basis = 'signed'
            and o.valid_until is null) as outcomes,
          a.origin = 'recorded' or exists (select from journal_entry e where e.subject_id = a.id
            and e.action = 'agreement.signed') as was_signed
        from agreement a where a.programme_id = $1)
      select * from counted where outcomes <> (was_signed and type <> 'nda')::int`,
  },
  {
    name: 'a milestone becomes one commitment',
    atRest: true,
    breaches: `
      select a.id, m ->> 'key' as milestone, count(c.id) from agreement a cross join jsonb_array_elements(a.terms -> 'milestones') m
      left join commitment c on c.agreement_id = a.id and c.milestone_key = m ->> 'key'
      where a.programme_id = $1 and a.origin = 'drafted' and a.status = 'signed' group by a.id, m having count(c.id) <> 1`,
  },
  {
    name: 'a fulfilled commitment has the word of every other party on its newest evidence',
    breaches: `
      select c.id from commitment c where c.programme_id = $1 and c.status = 'fulfilled' and exists (
        select from agreement_party p where p.agreement_id = c.agreement_id and p.id <> c.party_id and not exists (
          select from commitment_verdict v where v.party_id = p.id and v.verdict = 'accept' and v.evidence_id = (
            select e.id from commitment_evidence e where e.commitment_id = c.id order by e.given_at desc, e.id desc limit 1)))`,
  },
  {
    name: 'a kept payment counts once',
    atRest: true,
    breaches: `
      select c.id, count(o.id) from commitment c left join outcome o on o.commitment_id = c.id and o.basis = 'paid'
        and o.valid_until is null
      where c.programme_id = $1 and c.evidence_kind = 'payment' and c.amount_minor is not null
      group by c.id having count(o.id) > 1 or (c.status = 'fulfilled' and count(o.id) <> 1)`,
  },
  {
    name: 'a case goes only legal ways, each on record',
    breaches: `
      with step as (
        select s.case_id as id, s.from_text, s.to_text, lag(s.to_text, 1, 'first-contact') over told as previous,
          lead(s.id) over told is null as is_last
        from cooperation_case_step s join cooperation_case c on c.id = s.case_id
        where c.programme_id = $1 and s.kind = 'moved' window told as (partition by s.case_id order by s.id))
      select c.id, c.state, s.from_text, s.to_text from cooperation_case c left join step s on s.id = c.id
      where c.programme_id = $1 and ((s.id is null and c.state <> 'first-contact') or (s.is_last and s.to_text <> c.state)
        or (s.id is not null and s.from_text is distinct from s.previous) or s.from_text = s.to_text
        or (s.from_text = 'agreement-effected' and s.to_text <> 'negotiating')
        or (s.to_text = 'agreement-effected' and s.from_text <> 'negotiating'))
      union all
      select c.id, 'entries', null, null from cooperation_case c where c.programme_id = $1
        and (select count(*) from journal_entry e where e.subject_id = c.id and e.action = 'case.moved')
          <> (select count(*) from cooperation_case_step s where s.case_id = c.id and s.kind = 'moved')`,
  },
  {
    name: 'a meeting opens at most one case',
    breaches: `
      select request_id from cooperation_case where programme_id = $1 and request_id is not null
      group by request_id having count(*) > 1`,
  },
  {
    name: 'revisions of an outcome follow each other without a gap, each with its entry',
    breaches: `
      with revised as (
        select id, revision, valid_from, valid_until, lag(valid_until) over told as previous_until,
          row_number() over told as place, lead(revision) over told is null as is_last
        from outcome where programme_id = $1 window told as (partition by id order by revision))
      select id, revision from revised where revision <> place or (valid_until is null) <> is_last
        or (place > 1 and previous_until is distinct from valid_from)
      union all
      select id, count(*) from outcome where programme_id = $1 group by id
      having count(*) <> (select count(*) from journal_entry e where e.subject_id = outcome.id
        and e.subject_kind = 'outcome')`,
  },
  {
    name: 'the same thing is recorded once',
    breaches: `
      select reference, basis from outcome where programme_id = $1 and valid_until is null and status = 'recorded'
      group by reference, basis having count(*) > 1`,
  },
  {
    name: 'nothing is written into logs that both sides have signed off',
    breaches: `
      select d.request_id from meeting_record d where d.programme_id = $1 and d.signed_off_at is not null
      and exists (select from journal_entry w join journal_entry s on s.subject_id = w.subject_id and s.seq < w.seq
        where w.subject_id = d.request_id and w.action = 'log.written' and s.action = 'log.signed-off'
          and s.after ->> 'complete' = 'true')`,
  },
  {
    name: 'a released change is mailed to everybody whose day it changes, once, and to nobody else',
    breaches: `
      with changed as (
        select e.subject_id as event_id, (e.after ->> 'number')::int as number, (c ->> 'requestId')::uuid as request_id,
          c from journal_entry e cross join jsonb_array_elements(e.after -> 'changes') c
        where e.programme_id = $1 and e.action = 'schedule.released' and e.actor_kind = 'person'),
      concerned as (
        select x.event_id, x.number, g.person_id from changed x join meeting_request r on r.id = x.request_id
          join participant p on p.id in (r.host_id, r.guest_id) join role_grant g on g.scope_id = p.company_id
        union
        select x.event_id, x.number, g.person_id from changed x join role_grant g on g.scope_id::text in
          (x.c #>> '{before,interpreterId}', x.c #>> '{after,interpreterId}')),
      wanted as (select 'schedule-released/' || event_id || '/' || number || '/%/' || p.email as key
        from concerned c join person p on p.id = c.person_id),
      mailed as (select dedupe_key from mail m where dedupe_key like 'schedule-released/%'
        and exists (select from event e where e.programme_id = $1 and m.dedupe_key like 'schedule-released/' || e.id || '/%'))
      select 'not to be told' as what, dedupe_key as key from mailed
        where not exists (select from wanted where dedupe_key like wanted.key)
      union all select 'told twice', key from wanted join mailed on dedupe_key like key group by key having count(*) > 1`,
  },
  {
    name: 'who accepted or asked is told of to the other side, once',
    breaches: `
      select m.to_address, m.subject, r.id, count(*) from meeting_request r
      join mail m on m.dedupe_key like '%' || r.id || '%'
      where r.programme_id = $1 group by m.to_address, m.subject, split_part(m.dedupe_key, '/', 1), r.id, m.body_text
      having count(*) > 1`,
  },
  {
    name: 'a frozen figure is what its list says',
    breaches: `
      select s.id from figure_snapshot s where s.programme_id = $1 and s.unit in ('agreements', 'records', 'requests',
        'commitments') and s.value <> jsonb_array_length(s.records)`,
  },
]

/** Laws that the rows of a programme break, each with its first breach. `atRest`: nothing waits to be heard any more. */
export async function brokenLaws(rowsOf: World['rows'], atRest: boolean): Promise<string[]> {
  const told: string[] = []
  for (const law of LAWS) {
    if (law.atRest && !atRest) continue
    const rows = await rowsOf(law.breaches)
    if (rows.length > 0) told.push(`${law.name}: ${rows.length} times not, such as ${JSON.stringify(rows[0])}`)
  }
  return told
}

/** Every law that does not hold when a run has come to its end. */
export async function breachesOf(world: World): Promise<string[]> {
  const told = await brokenLaws(world.rows, true)
  const unlogged = await takeUnloggedChanges(world.platform.db)
  if (unlogged.length > 0) told.push(`every change has its entry in the journal: not in ${unlogged.join(', ')}`)
  return [
    ...told,
    ...(await figureBreaches(world)),
    ...(await agendaBreaches(world)),
    ...(await mailBreaches(world)),
    ...(await chainBreaches(world)),
  ]
}

/** Figures counted anew from the tables. */
const RECOUNT = `
  with now as (select * from outcome where programme_id = $1 and valid_until is null and status = 'recorded')
  select (select count(*) from now) as "all-outcomes",
    (select count(*) from now where basis = 'signed') as "signed-outcomes",
    (select coalesce(sum(amount_minor), 0) / 100.0 from now where basis = 'signed' and currency = 'USD') as "signed-dollars",
    (select count(distinct company_id) from participant where programme_id = $1 and status = 'registered') as participants,
    (select round(100.0 * count(*) filter (where status = 'accepted') / nullif(count(*), 0), 1) from meeting_request
      where programme_id = $1) as accepted,
    (select count(*) from commitment where programme_id = $1 and status <> 'withdrawn') as promises`

async function figureBreaches(world: World): Promise<string[]> {
  const { programmeId, operators } = world
  const { rows } = await operators[0]!.api.outcomes.listFigures({ programmeId })
  const [recount] = await world.rows<Record<string, number | null>>(RECOUNT)
  const wrong = rows.filter(({ code, value }) => recount && code in recount && value !== recount[code])
  const told = wrong.map(({ code, value }) => `figures equal a recount: ${code} is ${value} and not ${recount?.[code]}`)
  const shown = await world.rows<{ id: string; value: number | null }>(`
    select f.figure_id as id, f.value from article_figure f join article a on a.id = f.article_id
    where a.programme_id = $1 and a.status in ('published', 'corrected')`)
  const values = new Map(rows.map(({ id, value }) => [id, value]))
  const stale = shown.filter(({ id, value }) => values.get(id) !== value)
  return [...told, ...stale.map(({ id, value }) => `articles tell the figures: ${value} and not ${values.get(id)}`)]
}

/** What each company and interpreter is shown of its day is what the newest version says. */
async function agendaBreaches(world: World): Promise<string[]> {
  const { programmeId, eventId, representatives, interpreters } = world
  const planned = await world.rows<{ id: string; companies: string[]; interpreter: string | null }>(`
    select m.request_id as id, array[h.company_id, g.company_id] as companies, m.interpreter_id as interpreter
    from scheduled_meeting m join meeting_request r on r.id = m.request_id
    join participant h on h.id = r.host_id join participant g on g.id = r.guest_id
    where m.status = 'planned' and m.schedule_id = (select id from schedule where programme_id = $1 and kind = 'released'
      order by number desc limit 1)`)
  const told: string[] = []
  for (const { api, name, companyId, interpreterId } of [...representatives, ...interpreters]) {
    const agenda = await readAgenda(api, { programmeId, eventId })
    const shown = (agenda?.entries ?? []).filter(({ cancelled }) => !cancelled).map(({ requestId }) => requestId)
    const own = planned.filter(({ companies, interpreter }) =>
      companyId === null ? interpreter === interpreterId : companies.includes(companyId),
    )
    const wanted = own.map(({ id }) => id).toSorted()
    if (shown.toSorted().join() !== wanted.join())
      told.push(`agendas agree with the released version: not that of ${name}`)
  }
  return told
}

const readAgenda = (api: Api, key: { programmeId: string; eventId: string }) =>
  api.scheduling.readAgenda(key).catch((error: { status?: number }) => {
    if ((error.status ?? 500) >= 500) throw error
    return null
  })

/** Mails of the programme's people tell nobody what is not for them, and none waits any more. */
async function mailBreaches(world: World): Promise<string[]> {
  const readers = new Map(
    [...world.operators, ...world.officials, ...world.representatives, ...world.interpreters].map((player) => [
      player.email,
      player,
    ]),
  )
  const mails = await world.rows<{ address: string; text: string; status: string; subject: string }>(
    `select to_address as address, subject, body_text || subject as text, status from mail
     where to_address = any($2) and $1::uuid is not null`,
    [...readers.keys()],
  )
  for (const { address, subject, text } of mails)
    world.markers.look(readers.get(address)!, `the mail "${subject}"`, text)
  const unsent = mails.filter(({ status }) => status !== 'sent').length
  return unsent > 0 ? [`every mail is delivered: ${unsent} are not`] : []
}

/** The journal as a file, checked as anybody can who has it; every entry has to be sealed. */
export async function chainBreaches({
  platform,
  programmeId,
  rows,
}: Pick<World, 'programmeId' | 'rows'> & { readonly platform: Platform }): Promise<string[]> {
  const parts: string[] = []
  for await (const part of exportJournal(platform, programmeId)) parts.push(part)
  const { problem, line, entries } = checkJournal(Buffer.from(parts.join('')), [])
  const [{ count } = { count: -1 }] = await rows<{ count: number }>(
    'select count(*) as count from journal_entry where programme_id = $1',
  )
  const isWhole = problem === 'authority-unknown' && entries === count
  return isWhole
    ? []
    : [`the journal verifies (${JOURNAL_FORMAT}): ${problem} at line ${line}, ${entries} of ${count} entries`]
}
