import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import type { AccountsTables } from './tables.ts'

export interface PasskeyRow {
  readonly id: Id
  readonly name: string | null
  readonly createdAt: Instant
}

export async function listPasskeys(db: Db, personId: Id): Promise<PasskeyRow[]> {
  return tables<AccountsTables>(db)
    .selectFrom('passkey')
    .select(['id', 'name', 'createdAt'])
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .execute()
}

/** Whether the person had it. */
export async function deletePasskey(db: Db, personId: Id, id: Id): Promise<boolean> {
  const gone = await tables<AccountsTables>(db)
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
