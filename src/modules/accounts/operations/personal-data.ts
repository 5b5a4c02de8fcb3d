import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Config } from '../../../platform/config.ts'
import type { Platform } from '../../../platform/context.ts'

/** Whose data is meant, and where. */
export interface DataSubject {
  readonly personId: Id
  /** In lower case. */
  readonly email: string
  /** Null: everywhere. */
  readonly programmeId: Id | null
  /** Entries of events that the person is. */
  readonly interpreterIds: readonly Id[]
}

/** Why something of an erased person stays. */
export type Hold = 'signed-agreements' | 'screening-evidence' | 'meeting-records'

/** What a stage knows of a person: all of it to take away, and to forget. */
export interface PersonalData {
  /** Rows under the name of what they are. */
  readonly export: (platform: Platform, subject: DataSubject) => Promise<Readonly<Record<string, readonly object[]>>>
  /** Runs in the caller's transaction. `erased`: rows removed or emptied; `kept`: how many stay, and for what reason. */
  readonly erase?: (
    platform: Platform,
    subject: DataSubject,
  ) => Promise<{ readonly erased: number; readonly kept: Readonly<Partial<Record<Hold, number>>> }>
}

/** What is removed once it is old enough. */
export interface RetentionRule {
  /** `rooms.messages` */
  readonly name: string
  readonly days: (kept: Config['retention']) => number
  /** Removes what is older and says how many rows; with `isTrial` it only counts. */
  readonly apply: (platform: Platform, before: Instant, isTrial: boolean) => Promise<number>
}

/** What every stage says of personal data; the later ones are put in where the whole is put together. */
export interface PrivacySources {
  readonly personalData: readonly PersonalData[]
  readonly retention: readonly RetentionRule[]
}
