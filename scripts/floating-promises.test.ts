import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { findFloatingPromises } from './floating-promises.ts'

const SAMPLE = `
declare function save(): Promise<void>
declare function maybe(): Promise<number> | null
declare function plain(): number
declare function any(): any
declare const thenable: () => PromiseLike<string>
export async function work() {
  save()
  maybe()
  thenable()
  save().then(plain)
  save().finally(plain)
  new Promise(() => {})

  await save()
  void save()
  save().catch(plain)
  save().then(plain, plain)
  save().catch(plain).finally(plain)
  plain()
  any()
  return save()
}`

it('finds started work that nobody waits for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'promises-'))
  const path = join(folder, 'sample.ts')
  writeFileSync(path, SAMPLE)
  try {
    const program = ts.createProgram([path], { strict: true, target: ts.ScriptTarget.ES2024, types: [] })
    const found = findFloatingPromises(program, (file) => file === path).map(({ line, text }) => [line, text])
    expect(found).toEqual([
      [8, 'save()'],
      [9, 'maybe()'],
      [10, 'thenable()'],
      [11, 'save().then(plain)'],
      [12, 'save().finally(plain)'],
      [13, 'new Promise(() => {})'],
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
