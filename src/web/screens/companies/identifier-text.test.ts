import { expect, test } from 'vitest'
import { identifierText } from './identifier-text.ts'

test('numbers as people write them', () => {
  expect(identifierText('kr-brn', '1248100998')).toBe('124-81-00998')
  expect(identifierText('kr-brn', '12481')).toBe('12481')
  expect(identifierText('ru-inn', '7707083893')).toBe('7707083893')
})
