import type { Platform } from '../../../platform/context.ts'
import type { Programme } from '../domain/programme.ts'
import { findInstance } from '../store/programme-store.ts'

export interface Instance {
  /** There is no programme yet. */
  readonly isEmpty: boolean
  /** The programme made up for trying out; open to everybody by its nature. */
  readonly demo: Programme | null
}

/** What start-up and the public start page need to know of this instance. */
export const readInstance = (platform: Platform): Promise<Instance> => findInstance(platform.db)
