import type { Id } from '../../../../kernel/id.ts'
import { appendJournalEntries } from '../../../../platform/journal.ts'
import { journalActor } from '../../../accounts/index.ts'
import { changedFacts, indexProfile } from '../../domain/company.ts'
import { FirstRows } from '../../domain/match-company.ts'
import { type ProfileWords, storableWords, wordsOf } from '../../domain/profile-facts.ts'
import { type KnownKeywords, profileProblems, publicationProblems } from '../../domain/profile-rules.ts'
import { type RowEffect, type SheetIssue, type SheetRow, orStored, patchText } from '../../domain/sheet.ts'
import { allProfiles, findCompaniesByCode, findProfilesByCode } from '../../store/import-store.ts'
import type { ProfileRow } from '../../store/profile-store.ts'
import { upsertRows } from '../../store/write-rows.ts'
import { loadKnownKeywords } from '../known-keywords.ts'
import { type ImportRun, sheetImporter } from '../sheet-importer.ts'
import { type ProfileColumns, profileSheet } from './profile-sheet.ts'

type Row = SheetRow<ProfileColumns>

export const profileImporter = sheetImporter({
  sheet: profileSheet,
  needsEvent: false,
  codeColumn: 'code',
  apply: importProfiles,
  exportRows: ({ platform, programmeId }) => allProfiles(platform.db, programmeId),
})

interface Decided {
  readonly row: number
  readonly effect: RowEffect | null
  readonly change: { readonly profile: ProfileRow; readonly changed: readonly string[] } | null
  readonly issues: readonly SheetIssue[]
}

interface KnownFacts {
  readonly companies: ReadonlyMap<string, Id>
  readonly profiles: ReadonlyMap<string, ProfileRow>
  readonly keywords: KnownKeywords
}

/** A profile is recognised by its code, in whichever company it is. */
async function importProfiles(run: ImportRun, rows: readonly Row[]) {
  const { platform, programmeId, actor } = run
  const companyCodes = [...new Set(rows.flatMap(({ values }) => values.company ?? []))]
  const companies = await findCompaniesByCode(platform.db, programmeId, companyCodes)
  const profiles = await findProfilesByCode(
    platform.db,
    programmeId,
    rows.map(({ values }) => values.code),
  )
  const known: KnownFacts = {
    companies: new Map(companies.map(({ id, code }) => [code, id])),
    profiles: new Map(profiles.map((profile) => [profile.code, profile])),
    keywords: await loadKnownKeywords(platform, actor, programmeId),
  }
  const firsts = new FirstRows()
  const decided = rows.map((row) => decideRow(run, row, known, firsts))
  await saveProfiles(run, decided)
  return {
    effects: new Map(decided.flatMap(({ row, effect }) => (effect ? [[row, effect] as const] : []))),
    issues: decided.flatMap(({ issues }) => issues),
  }
}

function decideRow(run: ImportRun, { row, values }: Row, known: KnownFacts, firsts: FirstRows): Decided {
  const stored = known.profiles.get(values.code) ?? null
  const issues: SheetIssue[] = []
  const remark = (column: string, code: string, details: SheetIssue['values'] = {}) =>
    issues.push({ row, column, code, values: details, severity: 'error' })
  const firstRow = firsts.claim(values.code, row)
  if (firstRow !== null) remark('code', 'code-twice', { value: values.code, firstRow })
  if (values.company && !known.companies.has(values.company) && run.wasRefused('companies', values.company)) {
    return { row, effect: null, change: null, issues }
  }
  const companyId = companyFor(values, stored, known, remark)
  const type = values.type ?? stored?.type ?? null
  if (type === null) remark('type', 'type-missing')
  if (companyId === null || type === null) return { row, effect: null, change: null, issues }
  const words = wordsFrom(values, stored, type)
  const status = values.status ?? stored?.status ?? 'draft'
  for (const problem of [
    ...profileProblems(words, known.keywords),
    ...(status === 'published' ? publicationProblems(words) : []),
  ]) {
    remark(problem.field, problem.code, problem.values)
  }
  if (issues.length > 0) return { row, effect: null, change: null, issues }
  const changed: string[] = stored ? changedFacts<ProfileWords>(wordsOf(stored), words) : []
  if (stored && stored.status !== status) changed.push('status')
  if (stored && changed.length === 0) return { row, effect: 'unchanged', change: null, issues }
  const now = run.platform.clock.now()
  const profile: ProfileRow = {
    id: stored?.id ?? run.platform.newId(),
    programmeId: run.programmeId,
    companyId,
    status,
    ...words,
    ...indexProfile(words),
    revision: (stored?.revision ?? 0) + 1,
    createdAt: stored?.createdAt ?? now,
    updatedAt: now,
    publishedAt: status === 'published' && stored?.status !== 'published' ? now : (stored?.publishedAt ?? null),
  }
  return { row, effect: stored ? 'update' : 'create', change: { profile, changed }, issues }
}

function companyFor(
  values: Row['values'],
  stored: ProfileRow | null,
  { companies }: KnownFacts,
  remark: (column: string, code: string, details?: SheetIssue['values']) => void,
): Id | null {
  if (!values.company) {
    if (!stored) remark('company', 'company-missing')
    return stored?.companyId ?? null
  }
  const companyId = companies.get(values.company) ?? null
  if (companyId === null) remark('company', 'company-unknown', { code: values.company })
  else if (stored && stored.companyId !== companyId) {
    remark('company', 'profile-of-another-company', { code: values.code })
    return null
  }
  return companyId
}

function wordsFrom(values: Row['values'], stored: ProfileRow | null, type: ProfileRow['type']) {
  return storableWords({
    code: values.code,
    type,
    title: patchText(stored?.title ?? {}, values.title),
    summary: patchText(stored?.summary ?? {}, values.summary),
    description: patchText(stored?.description ?? {}, values.description),
    advantages: patchText(stored?.advantages ?? {}, values.advantages),
    technicalSpecification: patchText(stored?.technicalSpecification ?? {}, values.technicalSpecification),
    partnerRole: patchText(stored?.partnerRole ?? {}, values.partnerRole),
    stage: orStored(values.stage, stored?.stage ?? null),
    iprStatus: orStored(values.iprStatus, stored?.iprStatus ?? null),
    technologyKeywords: orStored(values.technologyKeywords, stored?.technologyKeywords ?? []),
    marketKeywords: orStored(values.marketKeywords, stored?.marketKeywords ?? []),
    partnershipTypes: orStored(values.partnershipTypes, stored?.partnershipTypes ?? []),
    partnerKinds: orStored(values.partnerKinds, stored?.partnerKinds ?? []),
    partnerSizes: orStored(values.partnerSizes, stored?.partnerSizes ?? []),
    targetCountries: orStored(values.targetCountries, stored?.targetCountries ?? []),
    languages: orStored(values.languages, stored?.languages ?? []),
  })
}

async function saveProfiles({ platform, programmeId, actor }: ImportRun, decided: readonly Decided[]): Promise<void> {
  const saved = decided.flatMap(({ change, effect }) => (change ? [{ ...change, created: effect === 'create' }] : []))
  await upsertRows(
    platform.db,
    'profile',
    saved.map(({ profile }) => profile),
  )
  await appendJournalEntries(
    platform.db,
    saved.map(({ profile, created, changed }) => ({
      at: platform.clock.now(),
      programmeId,
      ...journalActor(actor),
      action: 'profile.imported',
      subjectKind: 'profile',
      subjectId: profile.id,
      after: { companyId: profile.companyId, code: profile.code, status: profile.status, created, changed },
    })),
  )
}
