import { Worker } from 'node:worker_threads'
import type { Change, Repair, WhatIfPoint } from '../engine/index.ts'
import type { StudyMessage, StudyTask } from './study-messages.ts'

type TaskOf<Kind extends StudyTask['kind']> = Omit<Extract<StudyTask, { kind: Kind }>, 'kind' | 'stopFlag'>

/** Threads of this file at once; whoever asks beyond waits for the turn. */
const MOST_AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function takeTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < MOST_AT_ONCE) running++
  // Whoever ends hands its turn on, so the number stays.
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** Ends with the last message of the thread. Rejects only on a defect of the engine or when it cannot start. */
const run = (task: StudyTask, hear: (message: StudyMessage) => void): Promise<void> =>
  takeTurn(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(new URL('./study-worker.ts', import.meta.url), { workerData: task })
        worker.on('message', hear)
        worker.once('error', reject)
        worker.once('exit', (code) =>
          code === 0 ? resolve() : reject(new Error(`The study thread ended with code ${code}`)),
        )
      }),
  )

/** The cheapest change that would admit each request, proven by solving with it; requests without one are absent. */
export async function findChangesInWorker(task: TaskOf<'changes'>): Promise<ReadonlyMap<string, Change>> {
  let found: ReadonlyMap<string, Change> = new Map()
  await run({ kind: 'changes', ...task }, (message) => {
    if (message.kind === 'changes') found = message.changes
  })
  return found
}

/** The engine's repair under each of the options. */
export async function repairInWorker(task: TaskOf<'repair'>): Promise<readonly Repair[]> {
  let found: readonly Repair[] = []
  await run({ kind: 'repair', ...task }, (message) => {
    if (message.kind === 'repairs') found = message.repairs
  })
  return found
}

/** Answers the variants one after the other; an abort keeps the points that are there. */
export async function whatIfInWorker(
  task: TaskOf<'what-if'>,
  signal: AbortSignal,
  onPoint: (index: number, point: Omit<WhatIfPoint, 'solution'>) => void,
): Promise<void> {
  const stopFlag = new Int32Array(new SharedArrayBuffer(4))
  const stop = (): void => {
    Atomics.store(stopFlag, 0, 1)
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await run({ kind: 'what-if', ...task, stopFlag }, (message) => {
      if (message.kind === 'point') onPoint(message.index, message.point)
    })
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
