import { createCompaniesRoutes } from './http/routes.ts'
import { messages } from './messages.ts'
import { companyImporter } from './operations/sheets/import-companies.ts'
import { contactImporter } from './operations/sheets/import-contacts.ts'
import { keywordImporter } from './operations/sheets/import-keywords.ts'
import { profileImporter } from './operations/sheets/import-profiles.ts'
import type { SheetImporter } from './operations/sheet-importer.ts'
import { summariseCompanies } from './queries/summarise-companies.ts'
import { personalData, retention } from './store/personal-data.ts'

export {
  type CompanyKind,
  type CompanySize,
  isOffer,
  type PartnershipType,
  type ProfileType,
} from './domain/profile.ts'
export type { CompanyFacts } from './domain/company.ts'
export type { Identifier, IdentifierScheme } from './domain/identifier.ts'
export type { ProfileWords } from './domain/profile-facts.ts'
export {
  type Choices,
  type Column,
  type Columns,
  choicesOf,
  defineSheet,
  type ExportRow,
  type InEveryLocale,
  inEveryLocale,
  type LocalizedPatch,
  orStored,
  type RowDecision,
  type RowEffect,
  type RowValues,
  type Sheet,
  type SheetIssue,
  type SheetRow,
} from './domain/sheet.ts'
export { type ListCompanies, listCompanies } from './queries/list-companies.ts'
export { addContact } from './operations/add-contact.ts'
export { type CreateCompany, createCompany } from './operations/create-company.ts'
export { type CreateProfile, createProfile } from './operations/create-profile.ts'
export { wordsOf as profileWordsOf } from './domain/profile-facts.ts'
export { publishProfile } from './operations/publish-profile.ts'
export {
  type ExportScope,
  type ImportRun,
  type SheetImporter,
  sheetImporter,
  type SheetOutcome,
} from './operations/sheet-importer.ts'
export { gatePartiesOf, gatePartiesOfRecords } from './queries/gate-parties.ts'
export { updateProfile } from './operations/update-profile.ts'
export { findVisibleProfile } from './operations/visible-profile.ts'
export type { CompaniesTables } from './store/tables.ts'

/** The tables of this stage; keywords come before the profiles that use them. */
export const companySheetImporters: readonly SheetImporter[] = [
  companyImporter,
  contactImporter,
  keywordImporter,
  profileImporter,
]

/** `importers`: the tables of every stage, those of this one first, later ones in the order of the chain. */
export const createCompaniesModule = (importers: readonly SheetImporter[]) =>
  ({
    name: 'companies',
    routes: createCompaniesRoutes(importers),
    summariseStage: summariseCompanies,
    sheetImporters: companySheetImporters,
    personalData,
    retention,
    messages,
  }) as const
