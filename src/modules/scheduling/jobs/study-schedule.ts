import { z } from 'zod'
import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { solutionOfDraft } from '../domain/assessment.ts'
import { problemOfEvent } from '../domain/problem-of-event.ts'
import { type StudyPoint, type StudyQuestion, pointOf, variantsOf } from '../domain/what-if.ts'
import { whatIfInWorker } from '../solver/study-in-worker.ts'
import { loadFacts } from '../store/facts-store.ts'
import { claimStudy, endStudy, isStopRequested, listLiveStudies, saveStudyPoints } from '../store/study-store.ts'

const studyReference = z.object({ studyId: z.uuid(), programmeId: z.uuid(), eventId: z.uuid() })
type StudyReference = z.infer<typeof studyReference>

/** A study whose process is killed is asked again from its first point. */
export const studySchedule = defineJob('scheduling.study', {
  schema: studyReference,
  retryLimit: 2,
  expireInSeconds: 300,
})

const MS_A_POINT = 1500
const LOOK_EVERY_MS = 500

/** Claims the study and solves its points in a thread, each written as it comes. */
export async function runStudySchedule(platform: Platform, study: StudyReference, signal?: AbortSignal): Promise<void> {
  const question = await claimStudy(platform.db, study.studyId)
  if (!question) return
  const tell = (version: string | number) => platform.live.publish(`study:${study.eventId}`, version)
  try {
    const status = await answer(platform, study, question, signal, tell)
    await endStudy(platform.db, study.studyId, status, platform.clock.now())
  } catch (error) {
    await endStudy(platform.db, study.studyId, 'failed', platform.clock.now())
    throw error
  } finally {
    tell(study.studyId)
  }
}

async function answer(
  platform: Platform,
  { studyId, programmeId, eventId }: StudyReference,
  question: StudyQuestion,
  signal: AbortSignal | undefined,
  tell: (version: string) => void,
): Promise<'done' | 'stopped' | 'failed'> {
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts) return 'failed'
  const variants = variantsOf(facts, question)
  if (!variants.ok) return 'failed'
  const stop = new AbortController()
  const points: StudyPoint[] = []
  let writing: Promise<unknown> = Promise.resolve()
  const save = async () => {
    const { stopRequested } = await saveStudyPoints(platform.db, studyId, [...points])
    if (stopRequested) stop.abort()
    tell(`${studyId}@${points.length}`)
  }
  const looking = setInterval(() => {
    writing = writing.then(async () => {
      if (await isStopRequested(platform.db, studyId)) stop.abort()
    })
  }, LOOK_EVERY_MS)
  try {
    await whatIfInWorker(
      { present: solutionOfDraft(problemOfEvent(facts), facts), variants: variants.value, budgetMs: MS_A_POINT },
      signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
      (index, { value, boundWeight }) => {
        points.push(pointOf(variants.value[index]?.step ?? 0, value, boundWeight))
        writing = writing.then(save)
      },
    )
  } finally {
    clearInterval(looking)
    await writing
  }
  return stop.signal.aborted || signal?.aborted ? 'stopped' : 'done'
}

/** Registers the job in this process, and sends again what a killed process left. */
export async function startStudyJobs(platform: Platform): Promise<void> {
  await platform.jobs.work(studySchedule, ({ data, signal }) => runStudySchedule(platform, data, signal))
  for (const study of await listLiveStudies(platform.db)) {
    await platform.jobs.send(studySchedule, study, { singletonKey: study.studyId })
  }
}
