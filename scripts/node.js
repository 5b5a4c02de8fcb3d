import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'

export const root = resolve(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '..')

const binaries = join(root, 'node_modules', '.bin')

/** The Node that npm delivered, else the running one when it is new enough to read TypeScript, else null. */
function findNode() {
  const delivered = join(binaries, 'node')
  if (existsSync(delivered)) return delivered
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18) ? process.execPath : null
}

/** Path of a Node that runs the project; ends the process with one sentence when there is none. */
export function requireNode() {
  const node = existsSync(binaries) ? findNode() : null
  if (node) return node
  console.error(
    existsSync(binaries)
      ? `Naru needs Node 22.18 or newer, and this is Node ${process.versions.node}.`
      : 'The packages are missing: run `npm ci` first.',
  )
  process.exit(1)
}

/** Environment in which `node` and the installed tools are found first. */
export const environment = (more = {}) => ({ ...process.env, PATH: `${binaries}:${process.env.PATH}`, ...more })
