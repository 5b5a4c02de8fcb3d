import type { EventPlans } from './open-programme.ts'
import type { SampleMail } from './word-mails.ts'
import type { OverviewSources } from '../queries/read-overview.ts'

/** What later stages tell this one, which may not ask them itself; app/ puts it together. */
export interface ProgrammeSources extends OverviewSources {
  readonly eventPlans: EventPlans
  readonly sampleMail: SampleMail
}
