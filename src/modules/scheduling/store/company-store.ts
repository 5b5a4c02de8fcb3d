import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Db } from '../../../platform/database/handle.ts'

export interface CompaniesOfMeeting {
  readonly requestId: Id
  readonly hostCompanyId: Id
  readonly guestCompanyId: Id
}

/** Whose meetings these are. */
export async function findCompaniesOfMeetings(db: Db, requestIds: readonly Id[]): Promise<CompaniesOfMeeting[]> {
  const { rows } = await sql<CompaniesOfMeeting>`
    select r.id as request_id, host.company_id as host_company_id, guest.company_id as guest_company_id
    from meeting_request r
    join participant host on host.id = r.host_id
    join participant guest on guest.id = r.guest_id
    where r.id = any(${requestIds}::uuid[])`.execute(db)
  return rows
}
