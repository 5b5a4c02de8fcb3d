import { Worker } from 'node:worker_threads'
import type { Weighting } from '../domain/weighting.ts'
import type { Match } from '../engine/match.ts'
import type { MatchParty } from '../engine/party.ts'
import type { ExplainMessage, ExplainTask } from './rank-messages.ts'

/** The thread with its memory is given back after this time without a question. */
const IDLE_MS = 5 * 60_000

interface Waiting {
  readonly resolve: (match: Match) => void
  readonly reject: (error: Error) => void
}

interface ExplainThread {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
  /** Which state of which programme its index holds. */
  indexOf: string
  idle: NodeJS.Timeout
}

let thread: ExplainThread | null = null
let asked = 0

/**
 * The account of one pair, from an index over all parties of its programme: how rare a word is decides what it
 * counts, so two companies alone would be judged by other measures than the list was. The index is kept for the next question;
 * `version` names the state it was built from, `loadParties` is asked when another one is needed.
 */
export async function explainInWorker(
  version: string,
  weighting: Weighting,
  loadParties: () => Promise<readonly MatchParty[]>,
  a: string,
  b: string,
): Promise<Match> {
  const state = `${version} ${weighting.topic}/${weighting.wording}/${weighting.embedding}`
  const parties = thread?.indexOf === state ? null : await loadParties()
  thread ??= startThread()
  const current = thread
  if (parties && current.indexOf !== state) {
    post(current, { kind: 'index', parties, weighting })
    current.indexOf = state
  }
  current.idle.refresh()
  asked += 1
  const number = asked
  return new Promise((resolve, reject) => {
    current.waiting.set(number, { resolve, reject })
    current.worker.ref()
    post(current, { kind: 'explain', number, a, b })
  })
}

const post = ({ worker }: ExplainThread, task: ExplainTask): void => worker.postMessage(task)

function startThread(): ExplainThread {
  const worker = new Worker(new URL('./explain-worker.ts', import.meta.url))
  worker.unref()
  const started: ExplainThread = {
    worker,
    waiting: new Map(),
    indexOf: '',
    idle: setTimeout(() => end(started, new Error('The explaining thread was idle')), IDLE_MS).unref(),
  }
  worker.on('message', ({ number, match }: ExplainMessage) => {
    started.waiting.get(number)?.resolve(match)
    started.waiting.delete(number)
    // Nobody has to wait for a thread that nobody waits for.
    if (started.waiting.size === 0) worker.unref()
  })
  worker.once('error', (error) => end(started, error as Error))
  return started
}

/** Whoever still waits learns of it; the next question starts a new thread. */
function end(ended: ExplainThread, error: Error): void {
  clearTimeout(ended.idle)
  if (thread === ended) thread = null
  for (const { reject } of ended.waiting.values()) reject(error)
  void ended.worker.terminate()
}
