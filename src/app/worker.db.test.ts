import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendJournal } from '../platform/journal.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import type { JournalListener, Module } from './module.ts'
import { startWorker } from './worker.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const moduleOf = (...journalListeners: JournalListener[]): Module => ({
  name: 'meetings',
  journalListeners,
  messages: { ko: {}, ru: {}, en: {} },
})

const happen = (action: string) =>
  appendJournal(platform.db, {
    programmeId: null,
    actorKind: 'system',
    actorId: null,
    action,
    subjectKind: 'test',
    subjectId: platform.newId(),
  })

/** Other databases of the same server share its transaction numbers, so an entry may be heard a little later. */
async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + 15_000
  while (!isSo() && performance.now() < deadline) await pause(50)
  expect(isSo()).toBe(true)
}

test('listeners hear what happened once each; one that fails is tried again and holds nobody up', async () => {
  const heard: string[] = []
  let failures = 0
  const stumbling: JournalListener = {
    reader: 'test.stumbling',
    handle: async (_, entries) => {
      if (failures++ === 0) throw new Error('the first time it fails')
      heard.push(...entries.map(({ action }) => `stumbling ${action}`))
    },
  }
  const steady: JournalListener = {
    reader: 'test.steady',
    handle: async (listening, entries) => {
      expect(listening.db.isTransaction).toBe(true)
      heard.push(...entries.map(({ action }) => `steady ${action}`))
    },
  }
  await happen('first.happened')
  const worker = await startWorker(platform, [moduleOf(stumbling, steady)])
  await until(() => heard.length === 2)
  await happen('second.happened')
  await until(() => heard.length === 4)
  await worker.stop()
  await happen('third.happened')
  await pause(1500)
  expect(heard.toSorted()).toEqual([
    'steady first.happened',
    'steady second.happened',
    'stumbling first.happened',
    'stumbling second.happened',
  ])
})
