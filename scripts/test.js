/**
 * `npm test`: everything that can be shown by running it, from a fresh clone. `--only pure|database|check|journeys`
 * runs one part (may be given several times). Ends on `N passed, N failed` over all parts; a step of the check
 * counts as one test. Exits non-zero when something failed or when nothing ran.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { requireBrowser } from './browser.js'
import { environment, requireNode, root } from './node.js'

const PARTS = ['pure', 'database', 'check', 'journeys']

function readParts(args) {
  const only = args.flatMap((word, index) => (args[index - 1] === '--only' ? word.split(',') : []))
  const unknown = only.filter((part) => !PARTS.includes(part))
  const strange = args.filter((word, index) => word !== '--only' && args[index - 1] !== '--only')
  if (unknown.length + strange.length > 0 || (only.length === 0 && args.length > 0)) {
    console.error(`Usage: npm test [-- --only ${PARTS.join('|')}]`)
    process.exit(1)
  }
  return only.length === 0 ? PARTS : PARTS.filter((part) => only.includes(part))
}

/** Shows what the command prints and resolves to its exit code and output. */
function run(command, args, more = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: environment(more), stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      process.stdout.write(chunk)
    })
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Counts from vitest's JSON report. A file that could not be loaded has no tests and counts as one failed. */
function readReport(path) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'))
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
    )
    return { passed: numPassedTests, failed: numFailedTests + broken.length }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** One or more vitest projects. An exit code that the report does not explain is one more failure. */
async function runVitest(node, projects, more) {
  const folder = mkdtempSync(join(tmpdir(), 'naru-test-'))
  const report = join(folder, 'report.json')
  try {
    const { code } = await run(
      node,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        ...projects.flatMap((name) => ['--project', name]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile=${report}`,
      ],
      more,
    )
    const counts = readReport(report)
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runCheck(node) {
  const { code, output } = await run(node, ['scripts/check.js'])
  const [, passed = '0', failed = '0'] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? []
  return code !== 0 && failed === '0' ? { passed: 0, failed: 1 } : { passed: Number(passed), failed: Number(failed) }
}

async function runJourneys(node, browser) {
  const { code } = await run(node, ['src/app/naru.js', 'build'])
  if (code !== 0) {
    console.error('The web app could not be built, so no journey was walked.')
    return { passed: 0, failed: 1 }
  }
  return runVitest(node, ['journeys'], { CHROMIUM_PATH: browser })
}

const parts = readParts(process.argv.slice(2))
const node = requireNode()
const hasJourneys = readdirSync(join(root, 'e2e')).some((name) => name.endsWith('.e2e.ts'))
const browser = parts.includes('journeys') && hasJourneys ? requireBrowser() : null

const counts = []
const projects = parts.filter((part) => part === 'pure' || part === 'database')
if (projects.length > 0) counts.push(await runVitest(node, projects))
if (parts.includes('check')) counts.push(await runCheck(node))
if (browser) counts.push(await runJourneys(node, browser))

const sum = (kind) => counts.reduce((total, each) => total + each[kind], 0)
const [passed, failed] = [sum('passed'), sum('failed')]
if (passed + failed === 0) console.error('No test ran.')
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
