import type { Id } from '../../../../kernel/id.ts'
import { LOCALES, type LocalizedText } from '../../../../kernel/locale.ts'
import { appendJournalEntries } from '../../../../platform/journal.ts'
import { journalActor } from '../../../accounts/index.ts'
import { type Side, readProgramme } from '../../../programmes/index.ts'
import {
  type CompanyFacts,
  changedFacts,
  companyProblems,
  indexCompany,
  normaliseIdentifiers,
} from '../../domain/company.ts'
import { nameKeys, websiteDomain } from '../../domain/company-name.ts'
import type { Identifier, IdentifierScheme } from '../../domain/identifier.ts'
import { type CompanyLookup, FirstRows, createCompanyLookup } from '../../domain/match-company.ts'
import {
  type ExportRow,
  type RowEffect,
  type SheetIssue,
  type SheetRow,
  orStored,
  patchText,
} from '../../domain/sheet.ts'
import { foldLabel } from '../../domain/sheet-columns.ts'
import type { CompanyRow, CompanyWithIdentifiers } from '../../store/company-store.ts'
import { allCompanies, findCompaniesByTraces, highestGivenCode, replaceIdentifiers } from '../../store/import-store.ts'
import { upsertRows } from '../../store/write-rows.ts'
import { type ExportScope, type ImportRun, sheetImporter } from '../sheet-importer.ts'
import { factsOf } from '../update-company.ts'
import { type CompanyColumns, companySheet } from './company-sheet.ts'

type Row = SheetRow<CompanyColumns>
type RowColumn = keyof CompanyColumns & string

/** The facts of a row with what only an import or the demo programme sets. */
interface ImportedFacts extends CompanyFacts {
  readonly synthetic: boolean
  readonly source: string | null
}

const IDENTIFIER_COLUMNS: Readonly<Record<IdentifierScheme, 'krBrn' | 'ruInn' | 'ruOgrn' | 'lei' | 'vat' | 'otherId'>> =
  {
    'kr-brn': 'krBrn',
    'ru-inn': 'ruInn',
    'ru-ogrn': 'ruOgrn',
    lei: 'lei',
    vat: 'vat',
    other: 'otherId',
  }
const SCHEMES = Object.keys(IDENTIFIER_COLUMNS) as IdentifierScheme[]

export const companyImporter = sheetImporter({
  sheet: companySheet,
  needsEvent: false,
  codeColumn: 'code',
  apply: importCompanies,
  exportRows: exportCompanies,
})

async function exportCompanies({ platform, programmeId, sides }: ExportScope) {
  const sideCodes = new Map(sides.map(({ id, code }) => [id, code]))
  const companies = await allCompanies(platform.db, programmeId)
  return companies.map((company): ExportRow<CompanyColumns> => {
    const number = (scheme: IdentifierScheme) =>
      company.identifiers.find((identifier) => identifier.scheme === scheme)?.value ?? null
    return {
      ...company,
      side: sideCodes.get(company.sideId) ?? null,
      krBrn: number('kr-brn'),
      ruInn: number('ru-inn'),
      ruOgrn: number('ru-ogrn'),
      lei: number('lei'),
      vat: number('vat'),
      otherId: number('other'),
    }
  })
}

async function importCompanies(run: ImportRun, rows: readonly Row[]) {
  const { platform, programmeId } = run
  const programme = await readProgramme(platform, run.actor, { programmeId })
  const sides = programme.ok ? programme.value.sides : []
  const traces = new Map(rows.map((row) => [row, traceOf(row)]))
  const stored = await findCompaniesByTraces(platform.db, programmeId, {
    codes: [...traces.values()].flatMap(({ code }) => code ?? []),
    identifiers: [...traces.values()].flatMap(({ identifiers }) => identifiers),
    domains: [...traces.values()].flatMap(({ domain }) => domain ?? []),
    nameKeys: [...traces.values()].flatMap(({ nameKeys: keys }) => keys),
  })
  const nextCode = codeGiver(await highestGivenCode(platform.db, programmeId), rows)
  const decide = rowDecider({ run, sides, lookup: createCompanyLookup(stored), nextCode, firsts: new FirstRows() })
  const decided = rows.map((row) => decide(row, traces.get(row)!))
  await saveCompanies(
    run,
    decided.flatMap(({ change }) => change ?? []),
  )
  return {
    effects: new Map(decided.flatMap(({ row, effect }) => (effect ? [[row, effect] as const] : []))),
    issues: decided.flatMap(({ issues }) => issues),
  }
}

const traceOf = ({ values }: Row) => ({
  code: values.code ?? null,
  identifiers: normaliseIdentifiers(
    SCHEMES.flatMap((scheme) => {
      const value = values[IDENTIFIER_COLUMNS[scheme]]
      return value ? [{ scheme, value }] : []
    }),
  ),
  domain: websiteDomain(values.website ?? null),
  nameKeys: nameKeys(patchText({}, values.name), values.legalName ?? null),
})

type Trace = ReturnType<typeof traceOf>

/** Codes for new companies that bring none: C-0001 and on, past those that are stored or in the file. */
function codeGiver(highest: number, rows: readonly Row[]): () => string {
  const inFile = new Set(rows.map(({ values }) => values.code))
  let last = highest
  return () => {
    let code: string
    do code = `C-${String(++last).padStart(4, '0')}`
    while (inFile.has(code))
    return code
  }
}

interface Change {
  readonly stored: CompanyWithIdentifiers | null
  readonly facts: ImportedFacts
  readonly changed: readonly string[]
}

interface DecidedRow {
  readonly row: number
  readonly effect: RowEffect | null
  readonly change: Change | null
  readonly issues: readonly SheetIssue[]
}

interface DecidingParts {
  readonly run: ImportRun
  readonly sides: readonly Side[]
  readonly lookup: CompanyLookup<CompanyWithIdentifiers>
  readonly nextCode: () => string
  readonly firsts: FirstRows
}

function rowDecider({ run, sides, lookup, nextCode, firsts }: DecidingParts) {
  return ({ row, values }: Row, trace: Trace): DecidedRow => {
    const issues: SheetIssue[] = []
    const remark = (
      column: RowColumn | null,
      code: string,
      details: SheetIssue['values'] = {},
      severity: SheetIssue['severity'] = 'error',
    ) => issues.push({ row, column, code, values: details, severity })
    const refused = () => issues.some(({ severity }) => severity === 'error')

    const match = lookup.match(trace)
    const decision = match.kind === 'similar' ? run.decisionOf(companySheet.key, row) : null
    const known = match.kind === 'known' || (match.kind === 'similar' && decision === 'same') ? match.company : null
    let facts = factsFrom(values, trace, known, sides, remark)
    if (match.kind === 'similar' && decision === null) {
      // A row without a code of its own that says what is stored anyway needs no question.
      const same = values.code ? null : factsFrom(values, trace, match.company, sides, () => {})
      if (same && changedOf(match.company, same).length === 0)
        return { row, effect: 'unchanged', change: null, issues: [] }
      remark('name', 'possible-duplicate', {
        name: shortName(match.company.name),
        code: match.company.code,
        by: match.by,
      })
    }
    claimOnce(firsts, row, trace, known, remark)
    for (const identifier of trace.identifiers) {
      const bearer = lookup.bearerOf(identifier)
      const column = IDENTIFIER_COLUMNS[identifier.scheme]
      if (bearer && bearer !== known) remark(column, 'identifier-taken', { value: identifier.value, code: bearer.code })
    }
    if (facts === null || refused()) return { row, effect: null, change: null, issues }
    if (facts.code === '') facts = { ...facts, code: nextCode() }
    const changed = known ? changedOf(known, facts) : []
    if (known && changed.includes('code')) {
      remark('code', 'code-changes', { from: known.code, to: facts.code }, 'warning')
    }
    if (known && changed.length === 0) return { row, effect: 'unchanged', change: null, issues }
    return { row, effect: known ? 'update' : 'create', change: { stored: known, facts, changed }, issues }
  }
}

type Remark = (
  column: RowColumn | null,
  code: string,
  values?: SheetIssue['values'],
  severity?: 'error' | 'warning',
) => void

/** What must stand in one row of the file only; names may be shared, but a person should look. */
function claimOnce(
  firsts: FirstRows,
  row: number,
  trace: Trace,
  known: CompanyWithIdentifiers | null,
  remark: Remark,
): void {
  const claim = (key: string, found: (firstRow: number) => void) => {
    const firstRow = firsts.claim(key, row)
    if (firstRow !== null) found(firstRow)
    return firstRow !== null
  }
  const code = trace.code ?? known?.code
  const twice =
    (code !== undefined &&
      claim(`code ${code}`, (firstRow) => remark('code', 'code-twice', { value: code, firstRow }))) ||
    (known !== null &&
      claim(`company ${known.id}`, (firstRow) => remark('code', 'code-twice', { value: known.code, firstRow })))
  for (const { scheme, value } of trace.identifiers) {
    const column = IDENTIFIER_COLUMNS[scheme]
    claim(`${scheme} ${value}`, (firstRow) => remark(column, 'identifier-twice', { value, firstRow }))
  }
  const alike = [...trace.nameKeys.map((key) => `name ${key}`), ...(trace.domain ? [`domain ${trace.domain}`] : [])]
  let warned = twice
  for (const key of alike) {
    const firstRow = firsts.claim(key, row)
    if (firstRow !== null && firstRow !== row && !warned) {
      remark('name', 'looks-like-row', { firstRow }, 'warning')
      warned = true
    }
  }
}

const shortName = (name: LocalizedText): string => {
  const text = LOCALES.map((locale) => name[locale]).find(Boolean) ?? ''
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

const importedFactsOf = (company: CompanyWithIdentifiers): ImportedFacts => ({
  ...factsOf(company),
  synthetic: company.synthetic,
  source: company.source,
})

const changedOf = (company: CompanyWithIdentifiers, facts: ImportedFacts): (keyof ImportedFacts)[] =>
  changedFacts<ImportedFacts>(importedFactsOf(company), facts)

const BLANK: Omit<ImportedFacts, 'sideId' | 'country' | 'code'> = {
  kind: 'company',
  name: {},
  legalName: null,
  region: null,
  website: null,
  size: null,
  employees: null,
  foundedYear: null,
  description: {},
  certifications: [],
  languages: [],
  anonymous: false,
  identifiers: [],
  synthetic: false,
  source: null,
}

/** What the row says over what is stored; null when a new company lacks what it needs. Code '' is yet to be given. */
function factsFrom(
  values: Row['values'],
  trace: Trace,
  known: CompanyWithIdentifiers | null,
  sides: readonly Side[],
  remark: Remark,
): ImportedFacts | null {
  const side = sideFor(values.side ?? null, known, sides, remark)
  const stored = known ? importedFactsOf(known) : BLANK
  const country = (values.country ?? null)?.toUpperCase() ?? known?.country ?? side?.country ?? null
  if (country !== null && !/^[A-Z]{2}$/.test(country)) remark('country', 'country-invalid', { value: country })
  const name = patchText(stored.name, values.name)
  if (Object.keys(name).length === 0) remark('name', 'name-missing')
  const identifiers = patchIdentifiers(stored.identifiers, values, trace)
  for (const problem of companyProblems(
    { sideId: side?.id ?? '', identifiers: trace.identifiers },
    side ? [side] : [],
  )) {
    const scheme = trace.identifiers.find(({ value }) => value === problem.values.value)?.scheme
    if (scheme) remark(IDENTIFIER_COLUMNS[scheme], problem.code, problem.values)
  }
  if (side === null || country === null) return null
  return {
    sideId: side.id,
    country,
    code: values.code ?? known?.code ?? '',
    kind: values.kind ?? stored.kind,
    name,
    legalName: orStored(values.legalName, stored.legalName),
    region: orStored(values.region, stored.region),
    website: orStored(values.website, stored.website),
    size: orStored(values.size, stored.size),
    employees: orStored(values.employees, stored.employees),
    foundedYear: orStored(values.foundedYear, stored.foundedYear),
    description: patchText(stored.description, values.description),
    certifications: orStored(values.certifications, stored.certifications),
    languages: orStored(values.languages, stored.languages),
    anonymous: values.anonymous ?? stored.anonymous,
    identifiers,
    synthetic: values.synthetic ?? stored.synthetic,
    source: orStored(values.source, stored.source),
  }
}

function sideFor(
  text: string | null,
  known: CompanyWithIdentifiers | null,
  sides: readonly Side[],
  remark: Remark,
): Side | null {
  if (text === null) {
    const kept = sides.find(({ id }) => id === known?.sideId) ?? null
    if (!kept) remark('side', 'side-missing')
    return kept
  }
  const folded = foldLabel(text)
  const found = sides.find(({ code, name }) =>
    [code, ...Object.values(name)].some((label) => foldLabel(label) === folded),
  )
  if (!found) remark('side', 'side-unknown', { value: text })
  return found ?? null
}

/** Numbers of columns that the file has replace the stored ones, others stay. */
function patchIdentifiers(stored: readonly Identifier[], values: Row['values'], trace: Trace): Identifier[] {
  const kept = stored.filter(({ scheme }) => values[IDENTIFIER_COLUMNS[scheme]] === undefined)
  return normaliseIdentifiers([...kept, ...trace.identifiers])
}

async function saveCompanies(run: ImportRun, changes: readonly Change[]): Promise<void> {
  const { platform, programmeId, actor } = run
  const now = platform.clock.now()
  const saved = changes.map(({ stored, facts, changed }) => {
    const { identifiers, certifications, languages, ...plain } = facts
    const row: CompanyRow = {
      id: stored?.id ?? platform.newId(),
      programmeId,
      ...plain,
      ...indexCompany(facts),
      certifications: [...certifications],
      languages: [...languages],
      revision: (stored?.revision ?? 0) + 1,
      createdAt: stored?.createdAt ?? now,
      updatedAt: now,
    }
    return { row, identifiers, created: stored === null, changed }
  })
  await upsertRows(
    platform.db,
    'company',
    saved.map(({ row }) => row),
  )
  const renumbered = saved.filter(({ created, changed }) => created || changed.includes('identifiers'))
  await replaceIdentifiers(
    platform.db,
    programmeId,
    renumbered.map(({ row, identifiers }) => ({ id: row.id, identifiers })),
  )
  await appendJournalEntries(
    platform.db,
    saved.map(({ row, created, changed }) => ({
      at: now,
      programmeId,
      ...journalActor(actor),
      action: 'company.imported',
      subjectKind: 'company',
      subjectId: row.id satisfies Id,
      after: { code: row.code, name: row.name, sideId: row.sideId, created, changed },
    })),
  )
}
