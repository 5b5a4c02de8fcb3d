import { sql } from 'kysely'
import type { Instant } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { DataSubject, PersonalData, RetentionRule } from '../../accounts/index.ts'

const rowsOf = async (db: Db, query: ReturnType<typeof sql<object>>): Promise<object[]> =>
  (await query.execute(db)).rows

/** What the person said and signed in video rooms, and when they were there. */
export const personalData: PersonalData = {
  async export({ db }, { personId }) {
    return {
      'room-messages': await rowsOf(
        db,
        sql<object>`select programme_id, request_id, role, name, text, sent_at from room_message
          where person_id = ${personId} order by sent_at`,
      ),
      'room-visits': await rowsOf(
        db,
        sql<object>`select programme_id, request_id, role, joined_at, left_at from room_presence
          where person_id = ${personId} order by joined_at`,
      ),
      'room-admissions': await rowsOf(
        db,
        sql<object>`select programme_id, request_id, role, created_at from room_admission
          where person_id = ${personId} order by created_at`,
      ),
      'attendance-words': await rowsOf(
        db,
        sql<object>`select programme_id, request_id, party, attended, note, said_at from room_attendance_word
          where person_id = ${personId} order by said_at`,
      ),
      'meeting-logs': await rowsOf(
        db,
        sql<object>`select programme_id, request_id, written_as, attended, interest, agreement_kind, note, next_step,
          next_step_on, written_at from meeting_log where person_id = ${personId} order by written_at`,
      ),
    }
  },

  /** Messages go. That somebody was there, and what a side wrote and signed of the meeting, is the meeting's record. */
  async erase({ db }, subject) {
    const ofPerson = sql`person_id = ${subject.personId} and ${inPlace(subject)}`
    const messages = await rowsOf(db, sql<object>`delete from room_message where ${ofPerson} returning id`)
    const logs = await rowsOf(db, sql<object>`select id from meeting_log where ${ofPerson}`)
    const signed = await rowsOf(
      db,
      sql<object>`select request_id from meeting_record
        where ${subject.personId} in (host_signed_by, guest_signed_by) and ${inPlace(subject)}`,
    )
    return { erased: messages.length, kept: { 'meeting-records': logs.length + signed.length } }
  },
}

const inPlace = ({ programmeId }: DataSubject) =>
  sql`(${programmeId}::uuid is null or programme_id = ${programmeId}::uuid)`

export const retention: readonly RetentionRule[] = [
  { name: 'rooms.messages', days: ({ chatDays }) => chatDays, apply: removeMessages },
]

async function removeMessages({ db }: Platform, before: Instant, isTrial: boolean): Promise<number> {
  const old = sql`sent_at < ${before}::timestamptz`
  const rows = await rowsOf(
    db,
    isTrial
      ? sql<object>`select id from room_message where ${old}`
      : sql<object>`delete from room_message where ${old} returning id`,
  )
  return rows.length
}
