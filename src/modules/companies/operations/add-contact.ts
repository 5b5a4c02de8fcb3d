import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { mayEditCompany, maySeeCompany } from '../domain/policy.ts'
import { findCompany, insertContact } from '../store/company-store.ts'
import { cleanInput } from './clean-input.ts'
import { absent, forbidden, invalid, unlessTaken } from './refusals.ts'
import { standingOf } from './standing.ts'

export interface AddContact {
  readonly programmeId: Id
  readonly companyId: Id
  readonly name: string
  readonly jobTitle: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly locale: Locale | null
}

/** Adds a person to talk to. The journal says that, not who. */
export async function addContact(
  platform: Platform,
  actor: Actor,
  { programmeId, companyId, ...said }: AddContact,
): Promise<Result<{ id: Id }>> {
  const standing = standingOf(actor, programmeId)
  const company = maySeeCompany(standing, companyId) ? await findCompany(platform.db, programmeId, companyId) : null
  if (!company) return absent()
  if (!mayEditCompany(standing, companyId)) return forbidden()
  const contact = cleanInput(said)
  if (!contact.name) return invalid({ code: 'name-missing', field: 'name', values: {} })
  const id = platform.newId()
  const now = platform.clock.now()
  const inserted = await unlessTaken(() =>
    insertContact(
      platform.db,
      { id, programmeId, companyId, ...contact, createdAt: now },
      {
        at: now,
        programmeId,
        ...journalActor(actor),
        action: 'contact.added',
        subjectKind: 'contact',
        subjectId: id,
        after: { companyId },
      },
    ),
  )
  return inserted.ok ? ok({ id }) : inserted
}
