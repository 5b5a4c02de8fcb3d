import { parseArgs } from 'node:util'
import type { BoundReport } from '../../modules/scheduling/index.ts'
import { type Command, UsageError } from './command.ts'

const SHOWN = 50

export const command: Command = {
  usage: '<problem.json> <solution.json> [--bound]',
  summary:
    'Checks a solution against every rule, with code that the solver does not share; --bound re-checks the stated bound too. Exits 0 when all holds, 1 when something does not, 2 when a file cannot be read.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { bound: { type: 'boolean', default: false } },
    })
    const [problemPath, solutionPath, ...more] = positionals
    if (problemPath === undefined || solutionPath === undefined || more.length > 0) {
      throw new UsageError('Name one problem file and one solution file.')
    }
    const { readProblem, readSolution } = await import('./schedule-file.ts')
    const [problem, solution] = [readProblem(problemPath), readSolution(solutionPath)]
    const { checkBound, verify } = await import('../../modules/scheduling/index.ts')
    const { ok, violations, value } = verify(problem, solution)
    for (const { code, requests, detail } of violations.slice(0, SHOWN)) {
      console.log(`${code}: ${requests.join(', ')} ${JSON.stringify(detail)}`.trim())
    }
    if (violations.length > SHOWN) console.log(`… and ${violations.length - SHOWN} more`)
    console.log(
      ok
        ? `Valid: ${value.held} of ${value.requested} meetings held, weight ${value.weight}, ${value.breaks} idle gaps.`
        : `Not valid: ${violations.length} ${violations.length === 1 ? 'rule' : 'rules'} broken.`,
    )
    return ok && (!values.bound || isBoundRight(checkBound(problem, solution))) ? 0 : 1
  },
}

function isBoundRight({ ok, statedWeight, provenWeight, statedBreaks, provenBreaks }: BoundReport): boolean {
  console.log(`Bound ${ok ? 'holds' : 'does not hold'}: stated ${statedWeight}, proven ${provenWeight ?? 'nothing'}.`)
  if (statedBreaks > 0)
    console.log(`Idle gaps: at least ${statedBreaks} stated, ${provenBreaks} proven by the certificate.`)
  return ok
}
