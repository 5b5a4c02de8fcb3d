import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Progress } from '../../modules/scheduling/index.ts'
import { type Command, UsageError } from './command.ts'

export const command: Command = {
  usage: '<problem.json> [--budget-ms 10000] [--iterations N] [--seed 1] [--out solution.json]',
  summary:
    'Solves a scheduling problem by itself, without a database. Exits 0 with a solution (unmet requests carry their reason), 2 when the problem cannot be read. Ctrl+C ends early with the best so far.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'budget-ms': { type: 'string', default: '10000' },
        iterations: { type: 'string' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string' },
      },
    })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) throw new UsageError('Name one problem file.')
    const seed = wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1)
    const limits =
      values.iterations === undefined
        ? { budgetMs: wholeNumber('--budget-ms', values['budget-ms'], 1, 86_400_000) }
        : { iterationLimit: wholeNumber('--iterations', values.iterations, 1, Number.MAX_SAFE_INTEGER) }
    const { readProblem } = await import('./schedule-file.ts')
    const problem = readProblem(path)
    const { solveInWorker } = await import('../../modules/scheduling/index.ts')
    const { solution, elapsedMs } = await solveInWorker(
      problem,
      { seed, ...limits },
      stopOnInterrupt(),
      reportProgress(),
    )
    writeSolution(values.out, `${JSON.stringify(solution, null, 2)}\n`)
    const { value, bound } = solution
    console.error(
      `${value.held} of ${value.requested} meetings held, weight ${value.weight} of at most ${bound.weight}, ${value.breaks} idle gaps${
        bound.provenBest ? ', proven best' : ''
      }, ${(elapsedMs / 1000).toFixed(1)} s.`,
    )
    return 0
  },
}

function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max) return value
  throw new UsageError(`${name} must be a whole number from ${min} to ${max}, not "${text}".`)
}

function writeSolution(path: string | undefined, text: string): void {
  if (path === undefined) {
    process.stdout.write(text)
    return
  }
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}.`)
  }
}

function stopOnInterrupt(): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort())
  return controller.signal
}

/** One line that overwrites itself, on a terminal only. */
function reportProgress(): ((progress: Progress) => void) | undefined {
  if (!process.stderr.isTTY) return undefined
  return ({ elapsedMs, value, boundWeight }) =>
    process.stderr.write(
      `\r\u001B[K${(elapsedMs / 1000).toFixed(1)} s  ${value.held}/${value.requested} held  weight ${value.weight}/${boundWeight}`,
    )
}
