import type { Interval } from '../../kernel/interval.ts'
import type { Locale, LocalizedText } from '../../kernel/locale.ts'
import type { Role } from '../../modules/accounts/index.ts'
import type { CompanyKind, CompanySize, ProfileWords } from '../../modules/companies/index.ts'
import type { Block, EventRules, InterpreterFacts, Participation } from '../../modules/events/index.ts'
import type { Keyword, NewProgramme } from '../../modules/programmes/index.ts'
import type { AnnouncedFact } from './source-case.ts'

export type SideCode = 'gyeonggi' | 'russia'

/** A company as the generator knows it: parties are named by their codes throughout. */
export interface GeneratedCompany {
  readonly side: SideCode
  readonly code: string
  readonly kind: CompanyKind
  readonly name: LocalizedText
  readonly country: string
  readonly region: string | null
  readonly website: string | null
  readonly size: CompanySize | null
  readonly employees: number | null
  readonly foundedYear: number | null
  readonly description: LocalizedText
  readonly certifications: readonly string[]
  readonly languages: readonly string[]
  readonly synthetic: boolean
  readonly source: string
  readonly contacts: readonly GeneratedContact[]
  readonly profiles: readonly ProfileWords[]
}

export interface GeneratedContact {
  readonly name: string
  readonly jobTitle: string
  readonly email: string
  readonly locale: Locale
}

export interface GeneratedEvent extends EventRules {
  readonly blocks: readonly Block[]
  readonly tables: number
  readonly online: number
}

export interface GeneratedParticipant extends Participation {
  readonly company: string
}

export type RequestFate = 'accepted' | 'pending' | 'declined' | 'expired'

export interface GeneratedRequest {
  readonly host: string
  readonly guest: string
  readonly wish: 'must' | 'want'
  readonly note: string | null
  readonly fate: RequestFate
  readonly declineReason: string | null
}

export interface GeneratedPerson {
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly locale: Locale
  /** Code of the company a representative speaks for, or name of the interpreter. */
  readonly of: string | null
}

/** A whole programme as plain data: what the demo loads, tests and benches compute with, and the workbook holds. */
export interface GeneratedProgramme {
  readonly programme: NewProgramme
  readonly keywords: readonly Keyword[]
  readonly figures: readonly AnnouncedFact[]
  readonly companies: readonly GeneratedCompany[]
  readonly event: GeneratedEvent
  readonly participants: readonly GeneratedParticipant[]
  readonly interpreters: readonly InterpreterFacts[]
  readonly requests: readonly GeneratedRequest[]
  readonly people: readonly GeneratedPerson[]
}

export interface ProgrammeSizes {
  readonly seed: number
  /** Companies of each side, real organisations included. */
  readonly gyeonggi: number
  readonly russia: number
  /** The real organisations of the source case take the first places; off for benches. */
  readonly realOrganisations: boolean
  readonly interpreters: number
  readonly accepted: number
  readonly pending: number
  readonly declined: number
  readonly expired: number
}

export const EVERYWHERE: readonly Interval[] = []
