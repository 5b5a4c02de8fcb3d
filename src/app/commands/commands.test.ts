import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const NARU = fileURLToPath(new URL('../naru.js', import.meta.url))
const FORMAT = fileURLToPath(new URL('../../../docs/schedule-format.md', import.meta.url))

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'naru-command-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Runs the program as a person would, in an empty directory and without settings. */
const naru = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [NARU, ...args],
      { cwd: directory, env: { PATH: process.env.PATH } },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

const [problem, solution] = [...readFileSync(FORMAT, 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map((match) =>
  JSON.parse(match[1]!),
)

/** Who meets when, and who does not; how the bound is proven is the engine's own affair. */
function planOf(text: string) {
  const { meetings, unmet, value } = JSON.parse(text)
  return { meetings, unmet, value }
}
const plan = planOf(JSON.stringify(solution))

function file(name: string, content: unknown): string {
  writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

test('an unknown word prints the usage and exits 2', async () => {
  const { code, err } = await naru('solve')
  expect([code, err.split('\n')[0]]).toEqual([2, 'There is no command "solve".'])
  expect(err).toContain('naru start [--watch]')
})

test('help names every command', async () => {
  const { code, out } = await naru('help')
  const words = [...out.matchAll(/^ {2}naru ([\w-]+)/gm)].map((match) => match[1])
  expect([code, words]).toEqual([
    0,
    [
      'start',
      'server',
      'worker',
      'build',
      'migrate',
      'demo',
      'schedule',
      'verify-schedule',
      'list',
      'verify',
      'turn-config',
      'journal',
      'backup',
      'restore',
      'export',
      'import',
      'retention',
      'help',
    ],
  ])
  expect(await naru()).toEqual({ code, out, err: '' })
})

test('a problem is solved into a file that the verifier accepts, bound included', async () => {
  const at = file('problem.json', problem)
  expect(await naru('schedule', at, '--seed', '1', '--iterations', '10000', '--out', 'solution.json')).toMatchObject({
    code: 0,
    out: '',
  })
  expect(planOf(readFileSync(join(directory, 'solution.json'), 'utf8'))).toEqual(plan)
  const verified = await naru('verify-schedule', at, 'solution.json', '--bound')
  expect(verified).toEqual({
    code: 0,
    out: 'Valid: 3 of 4 meetings held, weight 19, 0 idle gaps.\nBound holds: stated 19, proven 19.\n',
    err: '',
  })
})

test('without --out the solution goes to standard output alone', async () => {
  const { code, out } = await naru('schedule', file('problem.json', problem), '--iterations', '10000')
  expect([code, planOf(out)]).toEqual([0, plan])
})

test('a broken schedule is told rule by rule and exits 1', async () => {
  const meetings = solution.meetings.map((meeting: object) => ({ ...meeting, slot: 'mon-1' }))
  const at = file('broken.json', { ...solution, meetings })
  const { code, out } = await naru('verify-schedule', file('problem.json', problem), at)
  expect([code, out.includes('q1'), /^Not valid: \d+ rules? broken\.$/m.test(out)]).toEqual([1, true, true])
})

test.each<[string, () => string[], string]>([
  ['no file', () => ['schedule'], 'Name one problem file.'],
  ['two files', () => ['schedule', 'a', 'b'], 'Name one problem file.'],
  ['a missing file', () => ['schedule', 'missing.json'], 'missing.json cannot be read: there is no such file.'],
  ['no JSON', () => ['schedule', file('text.json', '{"format":')], 'text.json is not JSON: '],
  ['another format', () => ['schedule', file('other.json', { ...problem, format: 'x' })], '  $.format: '],
  [
    'a wrong type deep inside',
    () => [
      'schedule',
      file('deep.json', { ...problem, requests: [problem.requests[0], { ...problem.requests[1], weight: '6' }] }),
    ],
    '  $.requests[1].weight: ',
  ],
  ['an unknown field', () => ['schedule', file('field.json', { ...problem, tables: 3 })], '"tables"'],
  [
    'a bad budget',
    () => ['schedule', file('problem.json', problem), '--budget-ms', 'soon'],
    '--budget-ms must be a whole number',
  ],
  ['an unknown option', () => ['schedule', '--fast'], `Unknown option '--fast'`],
  [
    'only one of two files',
    () => ['verify-schedule', file('problem.json', problem)],
    'Name one problem file and one solution file.',
  ],
  [
    'something that is no solution',
    () => ['verify-schedule', file('problem.json', problem), file('problem2.json', problem)],
    '  $.format: ',
  ],
])('%s: said clearly, exit 2', async (_, args, message) => {
  const given = args()
  const { code, out, err } = await naru(...given)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(message)
  expect(err).toContain(`Usage: naru ${given[0]} `)
})

test('a bad setting is one sentence and exit 1', async () => {
  const child = await new Promise<{ code: number; err: string }>((resolve) => {
    const run = execFile(
      process.execPath,
      [NARU, 'migrate'],
      { cwd: directory, env: { PATH: process.env.PATH, PORT: 'x' } },
      (_, __, err) => resolve({ code: run.exitCode ?? -1, err }),
    )
  })
  expect(child).toEqual({
    code: 1,
    err: 'PORT must be a port number from 0 to 65535 (0 picks a free one). "x" is not.\n',
  })
})
