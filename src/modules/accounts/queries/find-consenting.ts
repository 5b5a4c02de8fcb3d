import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { CONSENT_VERSIONS, type ConsentPurpose } from '../domain/consent.ts'
import { listConsenting } from '../store/consent-store.ts'

/** Those of these people who agree to a purpose now: given, to the text in force, and not withdrawn. */
export async function findConsenting(
  platform: Platform,
  personIds: readonly Id[],
  purpose: ConsentPurpose,
): Promise<ReadonlySet<Id>> {
  if (personIds.length === 0) return new Set()
  const version = { purpose, textVersion: CONSENT_VERSIONS[purpose] }
  return new Set(await listConsenting(platform.db, personIds, version))
}
