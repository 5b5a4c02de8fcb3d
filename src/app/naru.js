#!/usr/bin/env node
/**
 * Start-up in plain JavaScript, for the Node that happens to be there. Naru itself is TypeScript and runs on
 * Node 22.18 or newer; npm delivers one into node_modules where it can, and this file hands over to it.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const OLDEST = [22, 18]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const newEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])

/** Runs this same command on `node` and ends as it ends: same exit code, same signal. */
function handOver(node) {
  const child = spawn(node, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A terminal sends Ctrl+C to both; the child decides when to end.
  process.on('SIGINT', () => {})
  child.on('error', (error) => {
    console.error(`Naru could not start ${node}: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
  })
}

if (newEnough) {
  await import('./cli.ts')
} else {
  const delivered = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))
  if (existsSync(delivered)) {
    handOver(delivered)
  } else {
    console.error(
      `Naru needs Node ${OLDEST.join('.')} or newer, and this is Node ${process.versions.node}: run \`npm ci\` if you have not yet, or install a newer Node from https://nodejs.org.`,
    )
    process.exitCode = 1
  }
}
