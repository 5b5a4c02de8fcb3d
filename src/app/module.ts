import type { AnyRouter } from '@orpc/server'
import type { Locale } from '../kernel/locale.ts'
import type { Actor, PersonalData, RetentionRule } from '../modules/accounts/index.ts'
import type { SheetImporter } from '../modules/companies/index.ts'
import type { Stage, SummariseStage } from '../modules/programmes/index.ts'
import type { Platform } from '../platform/context.ts'
import type { ReadinessHook } from '../platform/health.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import type { JournalEntry } from '../platform/journal.ts'

/**
 * What a stage of the chain brings to the whole. Every part but the name and the texts is optional: a stage has
 * what it needs. Modules export plain objects of this shape and do not know this file.
 */
export interface Module {
  readonly name: Stage
  /** Implements the module's contract. */
  readonly routes?: AnyRouter
  /** What the overview says of the stage; without it the stage is shown as not built. */
  readonly summariseStage?: SummariseStage
  /** Registers handlers and times of the module's background jobs. */
  readonly startJobs?: (platform: Platform) => Promise<void>
  readonly journalListeners?: readonly JournalListener[]
  /** Tables the stage takes in and gives out. */
  readonly sheetImporters?: readonly SheetImporter[]
  /** Adds routes that are not part of the API, such as calendar feeds. */
  readonly mount?: (app: HttpApp<Actor>, platform: Platform) => void
  /**
   * Who may hear live of a topic `<name>:<id>`, by its name. An id that does not exist is answered like one that the
   * actor may not know of: false.
   */
  readonly liveTopics?: Readonly<Record<string, MayHear>>
  /** What the stage knows of a person: to be taken away, and to be forgotten. */
  readonly personalData?: PersonalData
  /** What the stage removes once it is old. */
  readonly retention?: readonly RetentionRule[]
  /** What `/readyz` says of the stage: a word for each part, `ok` when all is well. */
  readonly readiness?: ReadinessHook
  readonly messages: Readonly<Record<Locale, object>>
}

export type MayHear = (platform: Platform, actor: Actor, id: string) => Promise<boolean>

/**
 * Hears of what happened, once each and in order. `platform.db` is the transaction that moves the listener on: what
 * is written through it stands or falls with that.
 */
export interface JournalListener {
  /** Never changes: the place it has read up to is kept under this name. */
  readonly reader: string
  readonly handle: (platform: Platform, entries: readonly JournalEntry[]) => Promise<void>
}
