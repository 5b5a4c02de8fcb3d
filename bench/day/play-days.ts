import { parentPort, workerData } from 'node:worker_threads'
import { drawFate, simulateDay } from '../../src/modules/scheduling/testing/simulate-day.ts'
import { CASES, type CaseName } from './cases.ts'

export interface DaysToPlay {
  readonly name: CaseName
  readonly seeds: readonly number[]
  readonly searchSteps: number
}

/** In a thread of its own: plays its days and tells of each as it ends. */
function play({ name, seeds, searchSteps }: DaysToPlay): void {
  const facts = CASES[name]()
  for (const seed of seeds) {
    parentPort?.postMessage({ seed, day: simulateDay(facts, drawFate(facts, seed), { searchSteps }) })
  }
}

if (parentPort) play(workerData as DaysToPlay)
