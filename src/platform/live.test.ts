import { expect, test } from 'vitest'
import { createLive } from './live.ts'

test('subscribers of a topic hear of its versions until they leave', () => {
  const live = createLive()
  const heard: unknown[] = []
  const leave = live.subscribe('schedule/1', (version) => heard.push(['a', version]))
  live.subscribe('schedule/1', (version) => heard.push(['b', version]))
  live.subscribe('schedule/2', (version) => heard.push(['other', version]))
  live.publish('schedule/1', 3)
  leave()
  leave()
  live.publish('schedule/1', 4)
  live.publish('nobody', 1)
  expect(heard).toEqual([
    ['a', 3],
    ['b', 3],
    ['b', 4],
  ])
})
