import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { checkBound, type ScheduleProblem, type ScheduleSolution, solve, verify } from '../engine/index.ts'

const docs = new URL('../../../../docs/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, docs), 'utf8')
const examples = [...read('schedule-format.md').matchAll(/```json\n([\s\S]*?)```/g)].map((match) =>
  JSON.parse(match[1]!),
)
const problem = examples[0] as ScheduleProblem
const solution = examples[1] as ScheduleSolution

const ajv = new Ajv({ formats: { 'date-time': true }, strict: false })
const complaints = (schema: string, value: unknown): unknown => {
  const validate = ajv.compile(JSON.parse(read(schema)))
  return validate(value) ? [] : validate.errors
}

describe('docs/schedule-format.md', () => {
  it('has an example that fits the schemas', () => {
    expect(complaints('schedule-problem.schema.json', problem)).toEqual([])
    expect(complaints('schedule-solution.schema.json', solution)).toEqual([])
  })

  it('states what the engine answers to it', () => {
    expect(solve(problem, { seed: 1, iterationLimit: 10_000, elapsedMs: () => 0 })).toEqual(solution)
  })

  it('verifies, bound included', () => {
    expect(verify(problem, solution)).toEqual({ ok: true, violations: [], value: solution.value })
    expect(checkBound(problem, solution)).toEqual({
      ok: true,
      statedWeight: 19,
      provenWeight: 19,
      statedBreaks: 0,
      provenBreaks: 0,
    })
  })
})
