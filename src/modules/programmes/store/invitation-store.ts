import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import type { AccountsTables, Role } from '../../accounts/index.ts'
import type { ProgrammesTables } from './tables.ts'

export interface Invitation {
  readonly grantId: Id
  readonly personId: Id
  readonly programmeId: Id
  readonly role: Role
  readonly programmeName: LocalizedText
  readonly operatorName: LocalizedText
}

/** A grant that still holds, with what its person should be told; null when it was taken back meanwhile. */
export async function findInvitation(db: Db, grantId: Id): Promise<Invitation | null> {
  const row = await tables<AccountsTables & ProgrammesTables>(db)
    .selectFrom('roleGrant as g')
    .innerJoin('programme as p', 'p.id', 'g.programmeId')
    .select(['g.id as grantId', 'g.personId', 'g.programmeId', 'g.role', 'p.name as programmeName', 'p.operatorName'])
    .where('g.id', '=', grantId)
    .where('g.revokedAt', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
