import { z } from 'zod'
import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { systemActor } from '../../accounts/index.ts'
import { gatePartiesOf, isOffer, type ProfileType } from '../../companies/index.ts'
import { checkGate } from '../../compliance/index.ts'
import { matchPartyOf } from '../domain/match-party.ts'
import { countPairs, partnersToKeep } from '../domain/ranked-pair.ts'
import type { Weighting } from '../domain/weighting.ts'
import { type OutsideJudgement, askOutsideModel } from '../operations/ask-outside-model.ts'
import { rankInWorker } from '../solver/rank-in-worker.ts'
import { claimMatchRun, endMatchRun, findLiveRuns, replaceMatches, reportPairs } from '../store/match-run-store.ts'
import { type PartyFacts, loadParties } from '../store/party-store.ts'

const runReference = z.object({ runId: z.uuid(), programmeId: z.uuid() })
type RunReference = z.infer<typeof runReference>

/** A run whose process is killed is tried again from the start: until its last transaction it has written nothing. */
export const rankCompanies = defineJob('matching.rank', { schema: runReference, retryLimit: 2, expireInSeconds: 1800 })

const REPORT_EVERY_MS = 500

/** Claims the run, ranks in a thread of its own, and replaces the programme's pairs in one transaction. */
export async function runRankCompanies(platform: Platform, run: RunReference, signal?: AbortSignal): Promise<void> {
  const weighting = await claimMatchRun(platform.db, run.runId, platform.clock.now())
  if (!weighting) return
  try {
    await rankAndSave(platform, run, weighting, signal)
  } catch (error) {
    // A process that shuts down leaves the run live: the next one takes it up.
    if (!signal?.aborted) {
      await endMatchRun(platform.db, run.runId, 'failed', platform.clock.now(), finished(run, 'failed', 0))
    }
    throw error
  } finally {
    platform.live.publish(`matches:${run.programmeId}`, run.runId)
  }
}

async function rankAndSave(
  platform: Platform,
  run: RunReference,
  weighting: Weighting,
  signal?: AbortSignal,
): Promise<void> {
  const facts = (await loadParties(platform.db, run.programmeId)).filter(({ profiles }) => profiles.length > 0)
  const stop = new AbortController()
  const ended = signal ? AbortSignal.any([stop.signal, signal]) : stop.signal
  const reporter = progressReporter(platform, run, countPairs(sizesOfSides(facts)), () => stop.abort())
  const outside = await askOutsideModel(platform, run.programmeId, run.runId, signal)
  const task = {
    parties: partiesOf(judgedBy(outside, facts)),
    weighting,
    limit: partnersToKeep(facts.length),
    sidePositions: new Map(facts.map(({ sideId, sidePosition }) => [sideId, sidePosition])),
  }
  const pairs = await rankInWorker(task, ended, reporter.report)
  await reporter.settled()
  const now = platform.clock.now()
  if (pairs === null) {
    signal?.throwIfAborted()
    await endMatchRun(platform.db, run.runId, 'stopped', now, finished(run, 'stopped', 0))
    return
  }
  // A soft gate: whoever is not cleared is ranked all the same, and waits in the screening queue.
  await checkGate(platform, {
    programmeId: run.programmeId,
    gate: 'match',
    parties: () =>
      gatePartiesOf(
        platform,
        run.programmeId,
        facts.map(({ id }) => id),
      ),
    actor: systemActor('matching'),
  })
  await transaction(platform.db, async (trx) => {
    const entry = finished(run, 'done', pairs.length)
    if (await endMatchRun(trx, run.runId, 'done', now, entry, outside?.model ?? null)) {
      await replaceMatches(trx, run.programmeId, run.runId, pairs)
    }
  })
}

/** The vectors of this run in place of those of the last one. */
const judgedBy = (outside: OutsideJudgement | null, facts: readonly PartyFacts[]): PartyFacts[] =>
  facts.map((company) => ({
    ...company,
    profiles: company.profiles.map((profile) => ({
      ...profile,
      outsideVector: outside?.vectors.get(profile.id) ?? null,
    })),
  }))

export const partiesOf = (facts: readonly PartyFacts[]) =>
  facts.map((company) => matchPartyOf(company, (type) => isOffer(type as ProfileType)))

function sizesOfSides(facts: readonly PartyFacts[]): number[] {
  const sizes = new Map<Id, number>()
  for (const { sideId } of facts) sizes.set(sideId, (sizes.get(sideId) ?? 0) + 1)
  return [...sizes.values()]
}

const finished = ({ runId, programmeId }: RunReference, status: 'done' | 'stopped' | 'failed', pairs: number) => ({
  programmeId,
  actorKind: 'system',
  actorId: null,
  action: 'match-run.finished',
  subjectKind: 'match-run',
  subjectId: runId,
  after: { status, pairs },
})

/** Writes progress twice a second at most and learns in the same statement whether somebody pressed stop. */
function progressReporter(platform: Platform, run: RunReference, pairs: number, stop: () => void) {
  let lastMs = performance.now()
  let writing: Promise<void> = write(0)
  async function write(done: number): Promise<void> {
    const { stopRequested } = await reportPairs(platform.db, run.runId, done, pairs)
    if (stopRequested) stop()
    platform.live.publish(`matches:${run.programmeId}`, `${run.runId}@${done}`)
  }
  return {
    report(companiesDone: number, companies: number) {
      if (performance.now() - lastMs < REPORT_EVERY_MS) return
      lastMs = performance.now()
      writing = writing.then(() => write(Math.round((pairs * companiesDone) / companies)))
    },
    settled: () => writing,
  }
}

/**
 * Registers the job in this process, and sends it again for runs whose process was killed: the queue alone would
 * notice only when the job expires. A run that is still worked on elsewhere is then ranked twice and saved once.
 */
export async function startMatchingJobs(platform: Platform): Promise<void> {
  for (const run of await findLiveRuns(platform.db)) await platform.jobs.send(rankCompanies, run)
  await platform.jobs.work(rankCompanies, ({ data, signal }) => runRankCompanies(platform, data, signal))
}
