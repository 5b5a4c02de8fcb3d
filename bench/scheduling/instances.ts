import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { ScheduleProblem } from '../../src/modules/scheduling/engine/index.ts'

/** The compact form of the instance files: availability as a bit set, participants and requests numbered. */
interface InstanceFile {
  readonly slots: number
  readonly day: readonly number[]
  readonly cap: readonly number[]
  readonly participants: readonly { readonly id: number; readonly avail: number }[]
  readonly interpreters: readonly { readonly id: number; readonly pairs: readonly string[]; readonly avail: number }[]
  readonly requests: readonly {
    readonly id: number
    readonly u: number
    readonly v: number
    readonly w: number
    readonly lang: string | null
    readonly pin: number | null
  }[]
}

export interface Instance {
  readonly name: string
  readonly problem: ScheduleProblem
}

const FOLDER = new URL('../../../shared/data/scheduling/', import.meta.url)

const named = (prefix: string, at: number): string => prefix + String(at).padStart(6, '0')

function toProblem(file: InstanceFile): ScheduleProblem {
  const slots = file.day.map((day, t) => ({ id: named('s', t), day: `d${day}` }))
  const open = (bits: number): string[] =>
    slots.filter((_, t) => Math.floor(bits / 2 ** t) % 2 === 1).map((slot) => slot.id)
  return {
    format: 'naru-schedule-problem/1',
    slots,
    places: [],
    capacities: file.cap.map((table, t) => ({ slot: slots[t]!.id, table })),
    participants: file.participants.map((p) => ({ id: named('p', p.id), availableSlots: open(p.avail) })),
    interpreters: file.interpreters.map((i) => ({
      id: named('i', i.id),
      languagePairs: i.pairs,
      availableSlots: open(i.avail),
    })),
    requests: file.requests.map((r) => ({
      id: named('r', r.id),
      host: named('p', r.u),
      guest: named('p', r.v),
      wish: 'want' as const,
      weight: r.w,
      languagePair: r.lang,
      place: 'table' as const,
      ...(r.pin === null ? {} : { pinned: { slot: slots[r.pin]!.id } }),
    })),
  }
}

/** Every instance whose name begins so; null when the folder is not there. */
export function readInstances(prefix: string): Instance[] | null {
  if (!existsSync(FOLDER)) return null
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json') && file.startsWith(prefix))
    .map((file) => ({
      name: file.replace('.json', ''),
      problem: toProblem(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as InstanceFile),
    }))
}

/** Breaks of a first local search on the same files (5 to 12 s, one thread): the floor. */
export const firstSearchBreaks: Readonly<Record<string, number>> = {
  'case22x18-60-10-s1': 0,
  'case22x18-90-12-s1': 3,
  'case22x18-90-12-s2': 2,
  'case22x18-120-10-s1': 7,
  'like-tic12-s1': 0,
  'like-tic12-tight-s1': 4,
  'like-tic13-s1': 0,
  'like-tic13-tight-s1': 10,
  'like-forum13-s1': 0,
  'like-forum13-tight-s1': 12,
  'like-forum14-s1': 1,
  'like-forum14-tight-s1': 19,
  'p60-s1': 5,
  'p200-s1': 37,
  'p500-s1': 2,
  'p500tight-s1': 17,
  'p2000-s1': 0,
}
