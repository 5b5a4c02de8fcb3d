import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { companiesContract } from '../contract.ts'
import { addContact } from '../operations/add-contact.ts'
import { applyImport } from '../operations/apply-import.ts'
import { createCompany } from '../operations/create-company.ts'
import { createProfile } from '../operations/create-profile.ts'
import { previewImport } from '../operations/preview-import.ts'
import { publishProfile } from '../operations/publish-profile.ts'
import type { SheetImporter } from '../operations/sheet-importer.ts'
import { updateCompany } from '../operations/update-company.ts'
import { updateProfile } from '../operations/update-profile.ts'
import { withdrawProfile } from '../operations/withdraw-profile.ts'
import { exportTables } from '../queries/export-tables.ts'
import { writeImportTemplate } from '../queries/import-template.ts'
import { listCompanies } from '../queries/list-companies.ts'
import { readCompany } from '../queries/read-company.ts'
import { readImport } from '../queries/read-import.ts'
import { presentCompany, presentCompanyRow, presentFacets, presentFile, presentImport } from './present.ts'

const on = implementRoutes(companiesContract)

const DONE = { ok: true } as const

/** `importers`: the tables of every stage, in the order of the chain. */
export const createCompaniesRoutes = (importers: readonly SheetImporter[]) =>
  on.router({
    listCompanies: on.listCompanies.handler(async ({ input, context: { platform, actor } }) => {
      const { rows, total, countedAll, facets } = unwrap(await listCompanies(platform, actor, input))
      return { rows: rows.map(presentCompanyRow), total, countedAll, facets: facets && presentFacets(facets) }
    }),

    readCompany: on.readCompany.handler(async ({ input, context: { platform, actor } }) =>
      presentCompany(unwrap(await readCompany(platform, actor, input))),
    ),

    createCompany: on.createCompany.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await createCompany(platform, actor, input)),
    ),

    updateCompany: on.updateCompany.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await updateCompany(platform, actor, input)),
    ),

    addContact: on.addContact.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await addContact(platform, actor, input)),
    ),

    createProfile: on.createProfile.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await createProfile(platform, actor, input)),
    ),

    updateProfile: on.updateProfile.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await updateProfile(platform, actor, input)),
    ),

    publishProfile: on.publishProfile.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await publishProfile(platform, actor, input))
      return DONE
    }),

    withdrawProfile: on.withdrawProfile.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await withdrawProfile(platform, actor, input))
      return DONE
    }),

    previewImport: on.previewImport.handler(async ({ input, context: { platform, actor } }) => {
      const { programmeId, file, eventId = null, sheet = null, decisions } = input
      const command = { programmeId, eventId, sheet, decisions }
      const sent = { name: file.name, mediaType: file.type || 'application/octet-stream', contents: file }
      return presentImport(unwrap(await previewImport(platform, actor, importers, { ...command, file: sent })))
    }),

    readImport: on.readImport.handler(async ({ input, context: { platform, actor } }) =>
      presentImport(unwrap(await readImport(platform, actor, input))),
    ),

    applyImport: on.applyImport.handler(async ({ input, context: { platform, actor } }) =>
      presentImport(unwrap(await applyImport(platform, actor, importers, input))),
    ),

    downloadImportTemplate: on.downloadImportTemplate.handler(async ({ input }) =>
      presentFile(await writeImportTemplate(importers, input.locale)),
    ),

    exportTables: on.exportTables.handler(async ({ input, context: { platform, actor } }) => {
      const { sheet = null, eventId = null, ...asked } = input
      return presentFile(unwrap(await exportTables(platform, actor, importers, { ...asked, sheet, eventId })))
    }),
  })
