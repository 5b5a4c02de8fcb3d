import { expect, test } from 'vitest'
import { foldString, foldText } from './fold-text.ts'

test('folding lowers case, composes Hangul, takes ё as е and drops what cannot be seen', () => {
  expect(foldString('3D-ПЕЧАТЬ Ёлка ﬁbre ＡＢＣ')).toBe('3d-печать елка fibre abc')
  expect(foldString('간섭계'.normalize('NFD'))).toBe('간섭계')
  expect(foldString('й'.normalize('NFD'))).toBe('й')
  expect(foldString('ла\u200Bзер\uFEFF\u00AD')).toBe('лазер')
})

test('every folded character knows the raw characters it came from', () => {
  const raw = `x${'간'.normalize('NFD')}\u200Bz`
  const { text, starts, ends } = foldText(raw)
  expect(text).toBe('x간z')
  expect([...starts]).toEqual([0, 1, 5])
  expect([...ends]).toEqual([1, 4, 6])
})

test('100,000 characters, emoji and lone surrogates pass', () => {
  expect(foldText('가'.repeat(100_000)).text).toHaveLength(100_000)
  expect(foldString('🤖\uD800a')).toContain('a')
})
