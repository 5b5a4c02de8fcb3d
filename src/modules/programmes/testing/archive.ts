import type { Id } from '../../../kernel/id.ts'
import type { TestPlatform } from '../../../platform/testing.ts'

/** Puts a programme among those that are over, or back (`isOver` false), whoever would have to decide it. */
export async function setArchived(platform: TestPlatform, programmeId: Id, isOver: boolean): Promise<void> {
  const at = isOver ? platform.clock.now() : null
  await platform.database.pool.query('update programme set archived_at = $1 where id = $2', [at, programmeId])
}
