import type { Db } from '../../../platform/database/handle.ts'
import { type NewMatchFact, insertMatchFacts } from '../store/weighting-store.ts'

export type { NewMatchFact }

/**
 * The door for later stages: each tells from its own journal listener what came of pairs, through the listener's
 * transaction. Telling the same again changes nothing; nothing is ranked by it until an operator chooses a weighting.
 */
export const recordMatchFacts = (platform: { readonly db: Db }, facts: readonly NewMatchFact[]): Promise<void> =>
  insertMatchFacts(platform.db, facts)
