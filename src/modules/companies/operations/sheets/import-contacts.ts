import { appendJournalEntries } from '../../../../platform/journal.ts'
import { journalActor } from '../../../accounts/index.ts'
import { changedFacts } from '../../domain/company.ts'
import { FirstRows } from '../../domain/match-company.ts'
import { type ExportRow, type RowEffect, type SheetIssue, type SheetRow, orStored } from '../../domain/sheet.ts'
import type { ContactRow } from '../../store/company-store.ts'
import { allContacts, findCompaniesByCode, findContactsOf } from '../../store/import-store.ts'
import { upsertRows } from '../../store/write-rows.ts'
import { type ImportRun, sheetImporter } from '../sheet-importer.ts'
import { type ContactColumns, contactSheet } from './contact-sheet.ts'

type Row = SheetRow<ContactColumns>

export const contactImporter = sheetImporter({
  sheet: contactSheet,
  needsEvent: false,
  apply: importContacts,
  exportRows: async ({ platform, programmeId }) =>
    (await allContacts(platform.db, programmeId)) satisfies ExportRow<ContactColumns>[],
})

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

interface Decided {
  readonly row: number
  readonly effect: RowEffect | null
  readonly contact: ContactRow | null
  readonly issues: readonly SheetIssue[]
}

/** A contact is the same when the company has one with its address, or, without an address, one with its name. */
async function importContacts(run: ImportRun, rows: readonly Row[]) {
  const { platform, programmeId } = run
  const codes = [...new Set(rows.map(({ values }) => values.company))]
  const companies = new Map(
    (await findCompaniesByCode(platform.db, programmeId, codes)).map(({ id, code }) => [code, id]),
  )
  const stored = await findContactsOf(platform.db, [...companies.values()])
  const byAddress = new Map(
    stored.flatMap((contact) => (contact.email ? [[addressKey(contact), contact] as const] : [])),
  )
  const byName = new Map(stored.map((contact) => [nameKey(contact), contact]))
  const firsts = new FirstRows()

  const decide = ({ row, values }: Row): Decided => {
    const refused = (column: keyof ContactColumns & string, code: string, details: SheetIssue['values']): Decided => ({
      row,
      effect: null,
      contact: null,
      issues: [
        {
          row,
          column,
          code,
          values: details,
          severity: 'error',
        },
      ],
    })
    const companyId = companies.get(values.company)
    if (companyId === undefined) {
      if (run.wasRefused('companies', values.company)) return { row, effect: null, contact: null, issues: [] }
      return refused('company', 'company-unknown', { code: values.company })
    }
    const email = values.email ?? null
    if (email !== null && !EMAIL.test(email)) return refused('email', 'email-invalid', { value: email })
    const key = { companyId, email, name: values.name }
    const known = (email === null ? undefined : byAddress.get(addressKey(key))) ?? byNameWithoutAddress(byName, key)
    const claims = [known?.id ?? nameKey(key), ...(email === null ? [] : [addressKey(key)])]
    const firstRow = claims.map((claim) => firsts.claim(claim, row)).find((first) => first !== null && first !== row)
    if (firstRow !== undefined && firstRow !== null) return refused('name', 'contact-twice', { firstRow })
    const contact: ContactRow = {
      id: known?.id ?? platform.newId(),
      programmeId,
      companyId,
      name: values.name,
      jobTitle: orStored(values.jobTitle, known?.jobTitle ?? null),
      email: orStored(values.email, known?.email ?? null),
      phone: orStored(values.phone, known?.phone ?? null),
      locale: orStored(values.locale, known?.locale ?? null),
      createdAt: known?.createdAt ?? platform.clock.now(),
    }
    if (known && changedFacts(known, contact).length === 0)
      return { row, effect: 'unchanged', contact: null, issues: [] }
    return { row, effect: known ? 'update' : 'create', contact, issues: [] }
  }

  const decided = rows.map(decide)
  await saveContacts(run, decided)
  return {
    effects: new Map(decided.flatMap(({ row, effect }) => (effect ? [[row, effect] as const] : []))),
    issues: decided.flatMap(({ issues }) => issues),
  }
}

type ContactKey = Pick<ContactRow, 'companyId' | 'email' | 'name'>

const addressKey = ({ companyId, email }: Pick<ContactKey, 'companyId' | 'email'>): string =>
  `${companyId} <${email?.toLowerCase()}>`
const nameKey = ({ companyId, name }: Pick<ContactKey, 'companyId' | 'name'>): string => `${companyId} ${name}`

/** The same name, unless both have an address: then they are two people. */
function byNameWithoutAddress(byName: ReadonlyMap<string, ContactRow>, key: ContactKey): ContactRow | undefined {
  const named = byName.get(nameKey(key))
  return named && (named.email === null || key.email === null) ? named : undefined
}

/** The journal says that contacts changed, not who they are. */
async function saveContacts({ platform, programmeId, actor }: ImportRun, decided: readonly Decided[]): Promise<void> {
  const saved = decided.flatMap(({ contact, effect }) => (contact ? [{ contact, created: effect === 'create' }] : []))
  await upsertRows(
    platform.db,
    'contact',
    saved.map(({ contact }) => contact),
  )
  await appendJournalEntries(
    platform.db,
    saved.map(({ contact, created }) => ({
      at: platform.clock.now(),
      programmeId,
      ...journalActor(actor),
      action: 'contact.imported',
      subjectKind: 'contact',
      subjectId: contact.id,
      after: { companyId: contact.companyId, created },
    })),
  )
}
