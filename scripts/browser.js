import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of an installed Chromium or Chrome, or null. CHROMIUM_PATH wins when set, even over one that is there. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  return PLACES.find((path) => existsSync(path)) ?? null
}

/** Installs Debian packages; output only when it fails. */
export function installDebianPackages(names) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', args, { env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  apt('update', '-q')
  const { status, stdout, stderr } = apt('install', '-y', '-q', '--no-install-recommends', ...names)
  if (status !== 0) console.error(`${stdout ?? ''}${stderr ?? ''}`.split('\n').slice(-20).join('\n'))
  return status === 0
}

/** `findBrowser`, after installing Debian's when this user may; ends with one sentence when there is none. */
export function requireBrowser() {
  const found = findBrowser()
  if (found) return found
  const named = process.env.CHROMIUM_PATH
  if (!named && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing chromium with apt-get …')
    if (installDebianPackages(['chromium'])) {
      const installed = findBrowser()
      if (installed) return installed
    }
  }
  console.error(
    named
      ? `There is no browser at CHROMIUM_PATH (${named}).`
      : 'The browser journeys need Chromium or Chrome: install one (Debian: `apt-get install chromium`), or set CHROMIUM_PATH to where it is.',
  )
  process.exit(1)
}
