import type { InferSchemaInput } from '@orpc/contract'
import type { company, companyFacets, companyRow, importBatch, profile } from '../contract.ts'
import type { CompanyFacets, CompanyListRow } from '../queries/list-companies.ts'
import type { CompanyView, ProfileRow } from '../queries/read-company.ts'
import type { ImportBatchRow } from '../queries/read-import.ts'
import type { FileToSend } from '../queries/import-template.ts'

export const presentCompanyRow = (row: CompanyListRow): InferSchemaInput<typeof companyRow> => row

export const presentFacets = (facets: CompanyFacets): InferSchemaInput<typeof companyFacets> => ({
  sides: [...facets.sides],
  kinds: [...facets.kinds],
  technologies: [...facets.technologies],
  profileTypes: [...facets.profileTypes],
})

export function presentProfile(row: ProfileRow): InferSchemaInput<typeof profile> {
  const { programmeId: _, searchText: __, grams: ___, createdAt: ____, ...shown } = row
  return shown
}

export function presentCompany({
  company: row,
  contacts,
  profiles,
  may,
}: CompanyView): InferSchemaInput<typeof company> {
  const {
    programmeId: _,
    nameKeys: __,
    nameSounds: ___,
    searchText: ____,
    grams: _____,
    createdAt: ______,
    ...shown
  } = row
  return {
    ...shown,
    contacts:
      contacts?.map(({ id, name, jobTitle, email, phone, locale }) => ({ id, name, jobTitle, email, phone, locale })) ??
      null,
    profiles: profiles.map(presentProfile),
    may,
  }
}

export function presentImport(batch: ImportBatchRow): InferSchemaInput<typeof importBatch> {
  const { id, fileName, status, eventId, createdAt, appliedAt, preview } = batch
  return {
    id,
    fileName,
    status,
    eventId,
    createdAt,
    appliedAt,
    sheets: preview.sheets.map((sheet) => ({
      ...sheet,
      columns: [...sheet.columns],
      sample: sheet.sample.map((row) => [...row]),
    })),
    issues: preview.issues.map((issue) => ({ ...issue })),
    issuesTotal: preview.issuesTotal,
    applicable: preview.applicable && status === 'previewed',
  }
}

export const presentFile = ({ name, mediaType, contents }: FileToSend): File =>
  new File([new Uint8Array(contents)], name, { type: mediaType })
