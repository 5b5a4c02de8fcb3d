import { type PrivacySources, createAccountsModule } from '../modules/accounts/index.ts'
import { agreementsModule } from '../modules/agreements/index.ts'
import { commitmentsModule } from '../modules/commitments/index.ts'
import { casesModule } from '../modules/cases/index.ts'
import { complianceModule } from '../modules/compliance/index.ts'
import { companySheetImporters, createCompaniesModule } from '../modules/companies/index.ts'
import { eventsModule } from '../modules/events/index.ts'
import { matchingModule } from '../modules/matching/index.ts'
import { meetingsModule } from '../modules/meetings/index.ts'
import { newsroomModule } from '../modules/newsroom/index.ts'
import { outcomesModule, readFigures } from '../modules/outcomes/index.ts'
import {
  type Stage,
  type SummariseStage,
  createProgrammesModule,
  programmesPersonalData,
  programmesRetention,
  summariseProgramme,
} from '../modules/programmes/index.ts'
import { roomsModule } from '../modules/rooms/index.ts'
import { schedulingModule } from '../modules/scheduling/index.ts'
import { eventPlans } from './event-plans.ts'
import { sampleMail } from './mail-samples.ts'
import type { Module } from './module.ts'

/** The stages after `companies` in the order of the chain. A new stage adds its line here. */
const later: readonly Module[] = [
  matchingModule,
  eventsModule,
  meetingsModule,
  schedulingModule,
  roomsModule,
  casesModule,
  agreementsModule,
  commitmentsModule,
  outcomesModule,
  newsroomModule,
]

const sheetImporters = later.flatMap((module) => module.sheetImporters ?? [])
const companiesModule = createCompaniesModule([...companySheetImporters, ...sheetImporters])

const holders: readonly Module[] = [complianceModule, companiesModule, ...later]
/** What the stages say of personal data; accounts brings them together. */
export const privacySources: PrivacySources = {
  personalData: [...holders.flatMap(({ personalData }) => personalData ?? []), programmesPersonalData],
  retention: [...holders.flatMap(({ retention }) => retention ?? []), ...programmesRetention],
}
const accountsModule = createAccountsModule(privacySources)

const stageSummaries = Object.fromEntries(
  [complianceModule, accountsModule, companiesModule, ...later].flatMap(({ name, summariseStage }: Module) =>
    summariseStage ? [[name, summariseStage]] : [],
  ),
) as Partial<Record<Stage, SummariseStage>>

const programmesModule = createProgrammesModule({
  stageSummaries: { ...stageSummaries, programmes: summariseProgramme },
  figures: readFigures,
  eventPlans,
  sampleMail,
})

/** Every module of this instance, in the order of the chain. */
export const modules: readonly Module[] = [
  complianceModule,
  accountsModule,
  programmesModule,
  companiesModule,
  ...later,
]
