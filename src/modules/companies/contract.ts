import { z } from 'zod'
import { everyRole, route } from '../accounts/contract.ts'
import {
  acknowledged,
  country,
  email,
  flag,
  id,
  instant,
  language,
  listQuery,
  locale,
  localizedName,
  localizedText,
  page,
} from '../shapes.ts'
import { IDENTIFIER_SCHEMES } from './domain/identifier.ts'
import {
  COMPANY_KINDS,
  COMPANY_SIZES,
  IPR_STATUSES,
  MAX_KEYWORDS,
  MAX_SUMMARY_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_TITLE_LENGTH,
  PARTNERSHIP_TYPES,
  PROFILE_STATUSES,
  PROFILE_TYPES,
  STAGES_OF_DEVELOPMENT,
} from './domain/profile.ts'

export const identifier = z.object({
  scheme: z.enum(IDENTIFIER_SCHEMES),
  value: z.string().trim().min(1).max(40),
})

export const contact = z.object({
  id,
  name: z.string(),
  jobTitle: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  locale: locale.nullable(),
})

const code = z.string().trim().min(1).max(40)

export const companyInput = z.object({
  sideId: id,
  code,
  kind: z.enum(COMPANY_KINDS),
  name: localizedName(300),
  legalName: z.string().trim().max(300).nullable().default(null),
  country,
  region: z.string().trim().max(120).nullable().default(null),
  website: z.string().trim().max(500).nullable().default(null),
  size: z.enum(COMPANY_SIZES).nullable().default(null),
  employees: z.number().int().min(0).max(10_000_000).nullable().default(null),
  foundedYear: z.number().int().min(1000).max(2200).nullable().default(null),
  description: localizedText(MAX_TEXT_LENGTH).default({}),
  certifications: z
    .array(
      z
        .string()
        .trim()
        .min(1)
        .max(60)
        .regex(/^[^;]*$/),
    )
    .max(20)
    .default([]),
  languages: z.array(language).max(10).default([]),
  anonymous: z.boolean().default(false),
  identifiers: z.array(identifier).max(6).default([]),
})

export const profileInput = z.object({
  code,
  type: z.enum(PROFILE_TYPES),
  title: localizedName(MAX_TITLE_LENGTH),
  summary: localizedText(MAX_SUMMARY_LENGTH).default({}),
  description: localizedText(MAX_TEXT_LENGTH).default({}),
  advantages: localizedText(MAX_TEXT_LENGTH).default({}),
  technicalSpecification: localizedText(MAX_TEXT_LENGTH).default({}),
  partnerRole: localizedText(MAX_TEXT_LENGTH).default({}),
  stage: z.enum(STAGES_OF_DEVELOPMENT).nullable().default(null),
  iprStatus: z.enum(IPR_STATUSES).nullable().default(null),
  technologyKeywords: z.array(z.string().max(31)).max(MAX_KEYWORDS).default([]),
  marketKeywords: z.array(z.string().max(31)).max(MAX_KEYWORDS).default([]),
  partnershipTypes: z.array(z.enum(PARTNERSHIP_TYPES)).max(PARTNERSHIP_TYPES.length).default([]),
  partnerKinds: z.array(z.enum(COMPANY_KINDS)).max(COMPANY_KINDS.length).default([]),
  partnerSizes: z.array(z.enum(COMPANY_SIZES)).max(COMPANY_SIZES.length).default([]),
  targetCountries: z.array(country).max(60).default([]),
  languages: z.array(language).max(10).default([]),
})

export const profile = z.object({
  ...profileInput.shape,
  id,
  companyId: id,
  status: z.enum(PROFILE_STATUSES),
  revision: z.number().int(),
  publishedAt: instant.nullable(),
  updatedAt: instant,
})

export const companyRow = z.object({
  id,
  sideId: id,
  code: z.string(),
  kind: z.enum(COMPANY_KINDS),
  name: localizedName(300),
  country,
  region: z.string().nullable(),
  size: z.enum(COMPANY_SIZES).nullable(),
  synthetic: z.boolean(),
  profiles: z.number().int(),
  publishedProfiles: z.number().int(),
  technologyKeywords: z.array(z.string()),
})

const facet = z.array(z.object({ value: z.string(), count: z.number().int() }))

/** How many companies each choice would leave, most first; each facet counts under the choices made in the others. */
export const companyFacets = z.object({
  sides: facet,
  kinds: facet,
  technologies: facet,
  profileTypes: facet,
})

export const company = z.object({
  ...companyInput.shape,
  id,
  domain: z.string().nullable(),
  synthetic: z.boolean(),
  source: z.string().nullable(),
  revision: z.number().int(),
  updatedAt: instant,
  /** Null for people who may not see them: the other side's representatives. */
  contacts: z.array(contact).nullable(),
  profiles: z.array(profile),
  may: z.object({ edit: z.boolean(), seeContacts: z.boolean() }),
})

/** One remark on one cell of an imported table; `code` is a key of `companies.importIssues`. */
export const importIssue = z.object({
  sheet: z.string(),
  /** 1-based as the spreadsheet shows it; null for the whole sheet. */
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  severity: z.enum(['error', 'warning']),
})

export const importSheet = z.object({
  sheet: z.string(),
  /** As the file calls it. */
  title: z.string(),
  rows: z.number().int(),
  create: z.number().int(),
  update: z.number().int(),
  unchanged: z.number().int(),
  /** First rows as they were understood, for the eye. */
  columns: z.array(z.string()),
  sample: z.array(z.array(z.string())),
})

export const importBatch = z.object({
  id,
  fileName: z.string(),
  status: z.enum(['previewed', 'applied']),
  eventId: id.nullable(),
  sheets: z.array(importSheet),
  issues: z.array(importIssue),
  /** Issues beyond the first 1,000 are counted, not listed. */
  issuesTotal: z.number().int(),
  applicable: z.boolean(),
  createdAt: instant,
  appliedAt: instant.nullable(),
})

/** Whether a row that looks like a known company is that company. */
export const importDecision = z.object({
  sheet: z.string().max(60),
  row: z.coerce.number<number>().int(),
  is: z.enum(['same', 'another']),
})

export const tableFormat = z.enum(['xlsx', 'csv'])

const ofProgramme = z.object({ programmeId: id })
const ofCompany = z.object({ programmeId: id, companyId: id })
const ofProfile = z.object({ programmeId: id, profileId: id })
const editors = ['operator', 'company-representative'] as const

export const companiesContract = {
  listCompanies: route
    .meta({ access: everyRole })
    .route({ method: 'GET', path: '/programmes/{programmeId}/companies', summary: 'Companies', tags: ['companies'] })
    .input(
      ofProgramme.extend(listQuery.shape).extend({
        sideId: id.optional(),
        kind: z.enum(COMPANY_KINDS).optional(),
        technology: z.string().max(31).optional(),
        profileType: z.enum(PROFILE_TYPES).optional(),
        /** Whether to count what each further choice would leave. */
        facets: flag.default(false),
        sort: z.enum(['code', 'name', 'updated']).default('code'),
        /** By whose names to sort. */
        locale: locale.default('en'),
      }),
    )
    .output(
      page(companyRow).extend({
        /** False: more than `total` are found, and only so many can be paged through. */
        countedAll: z.boolean(),
        facets: companyFacets.nullable(),
      }),
    ),

  readCompany: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/companies/{companyId}',
      summary: 'One company with its profiles',
      tags: ['companies'],
    })
    .input(ofCompany)
    .output(company),

  createCompany: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/companies',
      summary: 'Register a company',
      tags: ['companies'],
    })
    .input(ofProgramme.extend(companyInput.shape))
    .output(z.object({ id })),

  updateCompany: route
    .meta({ access: editors })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/companies/{companyId}',
      summary: 'Change a company',
      tags: ['companies'],
    })
    .input(ofCompany.extend(companyInput.shape).extend({ revision: z.number().int() }))
    .output(z.object({ revision: z.number().int() })),

  addContact: route
    .meta({ access: editors })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/companies/{companyId}/contacts',
      summary: 'Add a contact',
      tags: ['companies'],
    })
    .input(
      ofCompany.extend({
        name: z.string().trim().min(1).max(200),
        jobTitle: z.string().trim().max(120).nullable().default(null),
        email: email.nullable().default(null),
        phone: z.string().trim().max(40).nullable().default(null),
        locale: locale.nullable().default(null),
      }),
    )
    .output(z.object({ id })),

  createProfile: route
    .meta({ access: editors })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/companies/{companyId}/profiles',
      summary: 'Draft a profile',
      tags: ['companies'],
    })
    .input(ofCompany.extend(profileInput.shape))
    .output(z.object({ id })),

  updateProfile: route
    .meta({ access: editors })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/profiles/{profileId}',
      summary: 'Change a profile',
      tags: ['companies'],
    })
    .input(ofProfile.extend(profileInput.shape).extend({ revision: z.number().int() }))
    .output(z.object({ revision: z.number().int() })),

  publishProfile: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/profiles/{profileId}/publication',
      summary: 'Publish a profile',
      tags: ['companies'],
    })
    .input(ofProfile)
    .output(acknowledged),

  withdrawProfile: route
    .meta({ access: editors })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/profiles/{profileId}/publication',
      summary: 'Withdraw a profile',
      tags: ['companies'],
    })
    .input(ofProfile)
    .output(acknowledged),

  previewImport: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/imports',
      summary: 'Read a workbook or CSV and show what it would do',
      tags: ['companies'],
    })
    .input(
      ofProgramme.extend({
        file: z.file(),
        /** Needed when the file has participants, interpreters or requests. */
        eventId: id.optional(),
        /** What a CSV holds; a workbook tells by its sheet names. */
        sheet: z.string().max(60).optional(),
        decisions: z.array(importDecision).max(5000).default([]),
      }),
    )
    .output(importBatch),

  readImport: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/imports/{importId}',
      summary: 'A previewed or applied import',
      tags: ['companies'],
    })
    .input(ofProgramme.extend({ importId: id }))
    .output(importBatch),

  applyImport: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/imports/{importId}/application',
      summary: 'Apply a previewed import, all or nothing',
      tags: ['companies'],
    })
    .input(ofProgramme.extend({ importId: id, decisions: z.array(importDecision).max(5000).default([]) }))
    .output(importBatch),

  downloadImportTemplate: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/import-template',
      summary: 'An empty workbook with headings in one language',
      tags: ['companies'],
    })
    .input(ofProgramme.extend({ locale }))
    .output(z.file()),

  exportTables: route
    .meta({ access: ['operator', 'official'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/export',
      summary: 'The same tables out again',
      tags: ['companies'],
    })
    .input(
      ofProgramme.extend({
        locale,
        format: tableFormat.default('xlsx'),
        /** One table for CSV; all of them for XLSX when absent. */
        sheet: z.string().max(60).optional(),
        eventId: id.optional(),
        withContacts: flag.default(true),
      }),
    )
    .output(z.file()),
}
