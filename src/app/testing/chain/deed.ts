import type { Random } from '../../demo/random.ts'
import type { Player } from './player.ts'
import type { World } from './world.ts'

/** Before the event is planned, while it is, on its day, afterwards. */
export const PHASES = ['asking', 'planning', 'day', 'after'] as const
export type Phase = (typeof PHASES)[number]

/** Something that somebody may do. */
export interface Deed {
  readonly name: string
  /** How likely it is in a phase, against the others; absent: not at all. */
  readonly likely: Readonly<Partial<Record<Phase, number>>>
  /** Looks what there is to do it with; null: nothing. The rules of the product are not asked: it may be refused. */
  prepare(world: World, random: Random): Promise<Prepared | null>
}

export interface Prepared {
  /** Whose business it is. Now and then somebody else tries. */
  readonly by: readonly Player[]
  /** May be called twice, and by anybody. */
  readonly call: (player: Player) => Promise<unknown>
}

/** One of the rows, in the order they came; null when there are none. */
export const oneOf = <T>(random: Random, rows: readonly T[]): T | null => (rows.length === 0 ? null : random.pick(rows))
