import type { Id } from '../../kernel/id.ts'
import { buildCommitments } from '../../modules/commitments/testing/build-commitment.ts'
import { buildProfile } from '../../modules/companies/testing/build-profile.ts'
import { buildEntry, buildScreening } from '../../modules/compliance/testing/build-watch-list.ts'
import { buildRoom } from '../../modules/rooms/testing/build-room.ts'
import { buildShores, rankProgramme } from '../../modules/matching/testing/build-shores.ts'
import { buildArticle } from '../../modules/newsroom/testing/build-article.ts'
import { buildOutcome } from '../../modules/outcomes/testing/build-outcome.ts'
import type { TestPlatform } from '../../platform/testing.ts'

/** In no other text of a test: where it turns up, something of somebody else was told. */
export const SECRET = 'Quietwater'

/** A programme in which companies have done things, and the ids of what they did. */
export interface ForeignWorld {
  readonly programmeId: Id
  /** Of what a field of this name may mean; several where a name stands for several kinds. */
  readonly ids: ReadonlyMap<string, readonly Id[]>
}

/** Which tables a field of a contract may name; `runId` is of a ranking or of a schedule. */
export const TABLES_OF_FIELD: Readonly<Record<string, readonly string[]>> = {
  agreementId: ['agreement'],
  announcedId: ['announced_figure'],
  articleId: ['article'],
  blockId: ['event_block'],
  caseId: ['cooperation_case'],
  ceremonyFileId: ['ceremony_file'],
  commitmentId: ['commitment'],
  companyId: ['company'],
  evidenceId: ['commitment_evidence'],
  eventId: ['event'],
  figureId: ['figure'],
  grantId: ['role_grant'],
  guestId: ['participant'],
  hostId: ['participant'],
  importId: ['import_batch'],
  interestId: ['expression_of_interest'],
  interpreterId: ['interpreter'],
  outageId: ['outage'],
  outcomeId: ['outcome'],
  participantId: ['participant'],
  partnerId: ['company'],
  partyId: ['agreement_party'],
  photoId: ['article_photo'],
  placeId: ['place'],
  profileId: ['profile'],
  proposalId: ['screening_proposal'],
  questionnaireId: ['technology_questionnaire'],
  removalId: ['removed_record'],
  requestId: ['meeting_request'],
  runId: ['match_run', 'schedule_run'],
  screeningId: ['screening'],
  sideId: ['side'],
  studyId: ['schedule_study'],
  timeslotId: ['timeslot'],
  translationId: ['profile_translation'],
  unwantedId: ['participant'],
}

/**
 * Three programmes: signed agreements with their commitments and results; a ranked meeting place of two shores; a
 * released schedule with a room. Every company in them has texts with SECRET.
 */
export async function buildForeignWorlds(platform: TestPlatform): Promise<ForeignWorld[]> {
  const { programmeId: agreed, agreementId, companyIds } = await buildCommitments(platform)
  await buildOutcome(platform, agreed, { agreementId, title: { en: `${SECRET} outcome` } })
  await buildArticle(platform, agreed)
  const shores = await buildShores(platform)
  await rankProgramme(platform, shores.programmeId)
  await buildScreening(platform, {
    programmeId: shores.programmeId,
    entries: [buildEntry({ id: 'one', name: 'Nobody at all' })],
  })
  const room = await buildRoom(platform)
  await buildProfile(platform, { programmeId: agreed, companyId: companyIds[0], title: { en: `${SECRET} offer` } })
  const worlds = [agreed, shores.programmeId, room.programmeId]
  await renameCompanies(platform, worlds)
  return Promise.all(worlds.map((programmeId) => readWorld(platform, programmeId)))
}

async function renameCompanies({ database }: TestPlatform, programmeIds: readonly Id[]): Promise<void> {
  await database.pool.query(
    `update company set name = jsonb_build_object('en', $2 || ' ' || code), website = lower($2) || '.example'
     where programme_id = any($1)`,
    [programmeIds, SECRET],
  )
}

/** Reads anew what there is, for a world that requests have been sent to since. */
export async function readWorld({ database }: Pick<TestPlatform, 'database'>, programmeId: Id): Promise<ForeignWorld> {
  const ids = new Map<string, readonly Id[]>()
  const known = new Map<string, readonly Id[]>()
  for (const [field, names] of Object.entries(TABLES_OF_FIELD)) {
    const found: Id[] = []
    for (const name of names) {
      if (!known.has(name)) known.set(name, await oldestOf({ database }, name, programmeId))
      found.push(...known.get(name)!)
    }
    if (found.length > 0) ids.set(field, found)
  }
  return { programmeId, ids }
}

/** Tables whose rows say only to what they belong. */
const OWNERS: Readonly<Record<string, string>> = {
  agreement_party: 'agreement',
  article_photo: 'article',
  ceremony_file: 'agreement',
  commitment_evidence: 'commitment',
}

async function oldestOf({ database }: Pick<TestPlatform, 'database'>, table: string, programmeId: Id): Promise<Id[]> {
  const owner = OWNERS[table]
  const belongs = owner ? `join ${owner} o on o.id = t.${owner}_id where o.programme_id` : 'where t.programme_id'
  const { rows } = await database.pool.query<{ id: Id }>(
    `select t.id from ${table} t ${belongs} = $1 order by 1 limit 1`,
    [programmeId],
  )
  return rows.map(({ id }) => id)
}

/** A row of each further kind, as far as the world has what it belongs to: how it came about does not matter here. */
export async function addFurtherRows({ database, newId, clock }: TestPlatform, programmeId: Id): Promise<void> {
  const { ids } = await readWorld({ database }, programmeId)
  const now = clock.now()
  const nobody = newId()
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<Id | null> => {
    const id = newId()
    const columns = ['id', ...Object.keys(row)]
    const places = columns.map((_, index) => `$${index + 1}`).join(', ')
    // What the row belongs to is not there in this world.
    if (Object.values(row).includes(undefined)) return null
    await database.pool.query(`insert into ${table} (${columns.join(', ')}) values (${places})`, [
      id,
      ...Object.values(row),
    ])
    return id
  }
  const one = (field: string): Id | undefined => ids.get(field)?.[0]
  const of = { programme_id: programmeId, created_at: now }
  const hash = 'a'.repeat(64)
  const file_id = await insert('stored_file', { sha256: hash, size_bytes: 1, media_type: 'text/csv', name: SECRET })
  const event_id = one('eventId')
  await insert('import_batch', { ...of, file_id, file_name: SECRET, status: 'previewed', preview: '{}' })
  await insert('profile_translation', {
    ...of,
    profile_id: one('profileId'),
    profile_revision: 1,
    created_by: nobody,
    source_locale: 'en',
    target_locale: 'ko',
    texts: '{}',
    model: SECRET,
    status: 'draft',
  })
  await insert('expression_of_interest', {
    ...of,
    company_id: one('companyId'),
    profile_id: one('profileId'),
    created_by: nobody,
    message: SECRET,
    status: 'open',
  })
  await insert('outage', {
    programme_id: programmeId,
    event_id,
    participant_id: one('participantId'),
    recorded_at: now,
    timeslot_ids: event_id && [one('timeslotId')],
    cause: 'no-show',
  })
  await insert('schedule_study', { ...of, event_id, status: 'done', question: '{}', points_total: 0 })
  await insert('commitment_evidence', {
    commitment_id: one('commitmentId'),
    party_id: one('partyId'),
    note: SECRET,
    file_id,
    given_at: now,
  })
  await insert('removed_record', {
    programme_id: programmeId,
    kind: 'company',
    subject_id: nobody,
    name: JSON.stringify({ en: SECRET }),
    counts: '{}',
    contents: '[]',
    removed_at: now,
  })
  const agreement_id = one('agreementId')
  await insert('ceremony_file', { agreement_id, kind: 'scan', file_id, sha256: hash, added_at: now })
  await insert('article_photo', {
    article_id: one('articleId'),
    file_id,
    media_type: 'image/png',
    width: 1,
    height: 1,
    added_at: now,
    caption: '{}',
    credit: SECRET,
    alternative: '{}',
    position: 1,
  })
  await insert('screening', {
    ...of,
    subject_kind: 'prospect',
    subject_id: nobody,
    party_hash: hash,
    state: 'hit',
    party: JSON.stringify({ kind: 'organisation', names: [SECRET], countries: [], identifiers: [] }),
  })
  const proposal = { programme_id: programmeId, kind: 'switch-off', reason: SECRET }
  await insert('screening_proposal', { ...proposal, proposed_by: nobody, proposed_at: now })
  await insert('technology_questionnaire', {
    ...of,
    subject_kind: 'other',
    subject_id: nobody,
    title: SECRET,
    technology: 'laser',
    answers: '[]',
    entries: '[]',
    table_version: '1',
    state: 'to-check',
  })
  await insert('announced_figure', { ...of, figure: 'talks', value: 1, unit: 'talks', name: '{}', source: SECRET })
  await insert('figure', { ...of, code: 'quiet', definition: '{}', name: '{}', created_by: nobody })
  await insert('cooperation_case', {
    programme_id: programmeId,
    host_company_id: one('companyId'),
    guest_company_id: await newestCompany({ database }, programmeId),
    about: SECRET,
    state: 'negotiating',
    opened_at: now,
    moved_at: now,
    updated_at: now,
  })
}

async function newestCompany({ database }: Pick<TestPlatform, 'database'>, programmeId: Id): Promise<Id | undefined> {
  const { rows } = await database.pool.query<{ id: Id }>(
    'select id from company where programme_id = $1 order by id desc limit 1',
    [programmeId],
  )
  return rows[0]?.id
}
