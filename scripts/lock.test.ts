import { expect, it } from 'vitest'
import { readLockProblems } from './lock.ts'

const manifest = { name: 'sample', dependencies: { a: '1.0.0' }, optionalDependencies: { 'a-linux': '1.0.0' } }
const sound = {
  '': { dependencies: { a: '1.0.0' }, optionalDependencies: { 'a-linux': '1.0.0' } },
  'node_modules/a': { version: '1.0.0', dependencies: { b: '^2.0.0' } },
  'node_modules/a/node_modules/b': { version: '2.1.0', dependencies: { c: '*' } },
  'node_modules/c': { version: '3.0.0' },
  'node_modules/a-linux': { version: '1.0.0' },
}

it('accepts a sound lock', () => {
  expect(readLockProblems(manifest, { packages: sound })).toEqual([])
})

it('names what npm ci would refuse or nobody has tried', () => {
  const { 'node_modules/a-linux': _, ...withoutBinary } = sound
  expect(
    readLockProblems(
      { ...manifest, dependencies: { a: '^1.0.0' } },
      {
        packages: {
          ...withoutBinary,
          'node_modules/c': { resolved: 'https://example.org/c.tgz', hasInstallScript: true },
        },
      },
    ),
  ).toEqual([
    'a: package.json has ^1.0.0, the lock 1.0.0',
    'a: "^1.0.0" is a range; pin one version',
    'sample: needs a-linux, which the lock does not have',
    'node_modules/c: the lock names a download address; set omit-lockfile-registry-resolved',
    'node_modules/c: runs a script when it is installed',
  ])
})
