import { expect, test } from 'vitest'
import { withoutCode } from './without-code.ts'

test('a code in front of a name is said once', () => {
  expect([withoutCode('G-04 Vacuum parts', 'G-04'), withoutCode('Riban', 'G-04'), withoutCode('G-04', 'G-04')]).toEqual(
    ['Vacuum parts', 'Riban', 'G-04'],
  )
})
