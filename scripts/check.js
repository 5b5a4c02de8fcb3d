/**
 * `npm run check [name …]`: everything a machine can say about the code without running it. Prints one row a
 * step, the output of those that failed, and `N passed, N failed`.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { environment, requireNode, root } from './node.js'

/** Slowest first, so that the last one to end starts early. */
const STEPS = [
  { name: 'promises', what: 'no promise is dropped', command: ['node', 'scripts/floating-promises.ts'] },
  { name: 'unused', what: 'files, exports and packages are in use', command: ['knip', '--no-progress'] },
  { name: 'generated', what: 'generated files are up to date', command: ['node', 'scripts/generate.ts', '--check'] },
  {
    name: 'types',
    what: 'types agree',
    command: ['node', 'node_modules/typescript-native/bin/tsc', '--noEmit', '-p', '.'],
  },
  { name: 'arrows', what: 'parts know only whom they may', command: ['node', 'scripts/arrows.ts'] },
  { name: 'lint', what: 'no suspicious code', command: ['oxlint'] },
  { name: 'format', what: 'code is formatted', command: ['oxfmt', '--check', '.'] },
  {
    name: 'text',
    what: 'clocks, settings, names and words are where they belong',
    command: ['node', 'scripts/text-rules.ts'],
  },
  { name: 'lock', what: 'package-lock.json installs what package.json asks for', command: ['node', 'scripts/lock.ts'] },
]

/** Runs one step to its end. */
function run({ name, what, command: [tool, ...args] }, node) {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const child = spawn(tool === 'node' ? node : tool, args, { cwd: root, env: environment() })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    const end = (ok, more = '') =>
      resolve({ name, what, ok, output: output + more, seconds: (performance.now() - startedAt) / 1000 })
    child.on('error', (error) => end(false, error.message))
    child.on('close', (code) => end(code === 0))
  })
}

/** As many steps at a time as there are cores. */
async function runAll(steps, node) {
  const waiting = [...steps]
  const results = []
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await run(step, node)
      results.push(result)
      const seconds = `${result.seconds.toFixed(1)} s`.padStart(7)
      console.log(`${result.ok ? 'ok  ' : 'FAIL'} ${result.name.padEnd(10)} ${seconds}  ${result.what}`)
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker))
  return results
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !STEPS.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}. There are: ${STEPS.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}
const startedAt = performance.now()
const results = await runAll(
  STEPS.filter(({ name }) => names.length === 0 || names.includes(name)),
  requireNode(),
)
const failed = results.filter(({ ok }) => !ok)
for (const { name, output } of failed) console.log(`\n--- ${name}\n${output.trimEnd()}`)
console.log(`\n${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
console.log(`${results.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
