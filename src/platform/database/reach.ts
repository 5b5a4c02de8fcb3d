import { AsyncLocalStorage } from 'node:async_hooks'
import { type Id, isId } from '../../kernel/id.ts'

/**
 * Which programmes' rows a piece of work may touch: those named, all, or none. The database holds the work to it
 * (docs/adr/0006): what is out of reach is not read, and a write to it fails.
 */
export type Reach = readonly Id[] | 'all' | 'none'

/** As the policies of the tables read it from the setting `naru.reach`. */
const EVERYTHING = '*'

interface Standing {
  readonly reach: string
  /** Under the login's own role instead of the application's. */
  readonly asOwner: boolean
}

const standing = new AsyncLocalStorage<Standing>()

/** What the work now running stands for; undefined where nobody has said. */
export const currentStanding = (): Standing | undefined => standing.getStore()

/** Of one setting; ids are checked, because what the policies cast to an id is made of them. */
const settingOf = (reach: Reach): string => {
  if (reach === 'all') return EVERYTHING
  return reach === 'none' ? '' : reach.filter(isId).join(',')
}

/** Runs `work`, and all that it starts, with this reach. Inside a transaction it may narrow and widen again. */
export const reaching = <T>(reach: Reach, work: () => T): T =>
  standing.run({ reach: settingOf(reach), asOwner: false }, work)

/**
 * For what belongs to the installation and not to one programme: jobs, readers of the journal, commands, public pages,
 * and the routes that say so. Named, so that every place that goes across programmes can be found by its name.
 */
export const acrossProgrammes = <T>(work: () => T): T => reaching('all', work)

/** Under the login's own role, which may change tables: for the job queue, which keeps its tables itself. */
export const asOwner = <T>(work: () => T): T => standing.run(OWNER, work)

export const OWNER: Standing = { reach: EVERYTHING, asOwner: true }
export const ALL: Standing = { reach: EVERYTHING, asOwner: false }
export const NONE: Standing = { reach: '', asOwner: false }
