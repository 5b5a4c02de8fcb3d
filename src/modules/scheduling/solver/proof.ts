import { Worker } from 'node:worker_threads'
import { type CompiledProblem, compileProblem } from '../engine/compile.ts'
import type {
  BoundCertificate,
  ScheduleBound,
  ScheduleProblem,
  ScheduleSolution,
  ScheduleValue,
} from '../engine/index.ts'
import { honouredPins } from '../engine/pins.ts'
import { type DecisionTask, decideBreaks, prepareDecision } from './clingo-decision.ts'
import type { ProofMessage, ProofTask } from './prove-worker.ts'

/** Beyond this the exact steps would not end within a minute. */
const REQUESTS_FOR_PROOF = 400
/** Beyond this the question for fewer breaks is not answered within minutes, and its core is better spent on searching. */
const PARTICIPANTS_FOR_DECISION = 60

/**
 * Bounds of the best possible schedule, found beside the search: exact prices for the weight, the presence
 * relaxation for the breaks, and, once the weight is met, the question whether fewer breaks are possible at all,
 * from below, until the search's answer is proven or a better one found.
 */
export class Proof {
  weight = Infinity
  breaks = 0
  private certificate: BoundCertificate | null = null
  private fates: Int8Array | null = null
  /** The bound of seats is known: it takes milliseconds, proves with a certificate, and what it proves need not be asked. */
  private isSeated = false
  private readonly steps = ['dual-prices']
  private readonly compiled: CompiledProblem
  private readonly abort = new AbortController()
  /** The question that is being asked: a better bound makes it idle. */
  private question: AbortController | null = null
  private readonly onNews: () => void
  private readonly worker: Worker
  private deciding = false
  private readonly mustsPossible: number

  /** Whether the problem is small enough for proofs to be worth their time. */
  static suits(problem: ScheduleProblem): boolean {
    return problem.requests.length <= REQUESTS_FOR_PROOF
  }

  constructor(problem: ScheduleProblem, budgetMs: number, stopFlag: Int32Array<SharedArrayBuffer>, onNews: () => void) {
    this.compiled = compileProblem(problem)
    this.onNews = onNews
    const isHeld = honouredPins(this.compiled)
    this.mustsPossible = this.compiled.requests.filter(
      (request, r) =>
        request.wish === 'must' && this.compiled.impossible[r] === null && (this.compiled.pinSlot[r]! < 0 || isHeld(r)),
    ).length
    const task: ProofTask = { problem, budgetMs, stopFlag }
    this.worker = new Worker(new URL('./prove-worker.ts', import.meta.url), { workerData: task })
    this.worker.on('message', (message: ProofMessage) => this.take(message))
    if (this.decides) prepareDecision()
    // A proof that fails leaves the answer unproven, no more.
    this.worker.on('error', () => undefined)
  }

  private take(message: ProofMessage): void {
    if (message.kind === 'weight') {
      this.weight = Math.min(this.weight, message.weight)
      this.certificate = message.certificate
      this.fates = message.fates
    } else {
      this.isSeated ||= message.method === 'seats'
      if (message.certificate !== null && message.breaks >= this.breaks) this.certificate = message.certificate
      if (message.breaks > this.breaks) {
        this.breaks = message.breaks
        if (!this.steps.includes(message.method)) this.steps.push(message.method)
        this.question?.abort()
      }
    }
    this.onNews()
  }

  isMetBy(value: ScheduleValue): boolean {
    return (
      this.isOfBestWeight(value) &&
      value.breaks <= this.breaks &&
      (value.moved ?? 0) === 0 &&
      (value.shortfall ?? this.compiled.leastShortfall) === this.compiled.leastShortfall
    )
  }

  private isOfBestWeight(value: ScheduleValue): boolean {
    return value.musts === this.mustsPossible && value.weight >= this.weight
  }

  /** Whether fewer breaks will be asked for at all: a thread of its own. */
  get decides(): boolean {
    return this.compiled.momentsOf === null && this.compiled.participantCount <= PARTICIPANTS_FOR_DECISION
  }

  /** Starts to ask for fewer breaks when the value has the best weight and the question is small enough. */
  challenge(value: ScheduleValue, onBetter: (start: ScheduleSolution) => Promise<void>): void {
    if (this.deciding || !this.decides || !this.isOfBestWeight(value) || value.breaks <= this.breaks) return
    if (this.fates === null || !this.isSeated) return
    this.deciding = true
    void this.decide({ problem: this.compiled, fates: this.fates, weight: this.weight }, onBetter)
  }

  private async decide(task: DecisionTask, onBetter: (start: ScheduleSolution) => Promise<void>): Promise<void> {
    for (;;) {
      const asked = this.breaks
      this.question = new AbortController()
      const signal = AbortSignal.any([this.abort.signal, this.question.signal])
      const decision = await decideBreaks(task, asked, signal)
      if (decision.answer === 'unknown') {
        if (this.abort.signal.aborted || this.breaks === asked) return
        continue
      }
      if (decision.answer === 'some') return onBetter(this.startOf(decision.slots))
      this.breaks = Math.max(this.breaks, asked + 1)
      if (!this.steps.includes('decision')) this.steps.push('decision')
      this.onNews()
    }
  }

  private startOf(slots: ReadonlyMap<number, number>): ScheduleSolution {
    const { compiled } = this
    return {
      format: 'naru-schedule-solution/1',
      meetings: [...slots].map(([r, t]) => ({
        request: compiled.requests[r]!.id,
        slot: compiled.slotIds[t]!,
        interpreter: null,
        place: null,
        hostDelegate: 0,
        guestDelegate: 0,
      })),
      unmet: [],
      value: { musts: 0, weight: 0, breaks: 0, idleSlots: 0, worstBreaks: 0, held: slots.size, requested: 0 },
      bound: { weight: this.weight, breaks: this.breaks, provenBest: false, method: 'decision' },
      issues: [],
      problemHash: compiled.hash,
      seed: 0,
      iterations: 0,
    }
  }

  /** The solution with the better of its own bounds and these. */
  applyTo(solution: ScheduleSolution): ScheduleSolution {
    const { value, bound: own } = solution
    const tighter = this.certificate !== null && this.weight <= own.weight && value.musts === this.mustsPossible
    const weight = tighter ? this.weight : own.weight
    const breaks =
      value.weight >= weight && value.musts === this.mustsPossible && weight >= this.weight ? this.breaks : own.breaks
    const certificate = tighter ? this.certificate : own.certificate
    const bound: ScheduleBound = {
      weight,
      breaks: Math.max(own.breaks, Math.min(breaks, value.breaks)),
      provenBest: own.provenBest || this.isMetBy(value),
      method: this.steps.join('+'),
      ...(certificate == null ? {} : { certificate }),
    }
    return { ...solution, bound }
  }

  async end(): Promise<void> {
    this.abort.abort()
    await this.worker.terminate()
  }
}
