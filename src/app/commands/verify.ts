import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { CheckedBundle } from '../../modules/agreements/index.ts'
import { type Command, UsageError } from './command.ts'

export const command: Command = {
  usage: '<bundle.zip> [--fingerprint SHA256] [--data-dir data]',
  summary:
    'Checks an evidence bundle offline: text, signatures, journal chain, every byte. It is trusted when its authority has the given fingerprint, or is the one of the data directory. Exits 0 when all holds, 1 when something does not, 2 when the file cannot be read.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        fingerprint: { type: 'string', multiple: true, default: [] },
        'data-dir': { type: 'string', default: 'data' },
      },
    })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) throw new UsageError('Name one evidence bundle.')
    const bytes = readBundle(path)
    const { checkBundle } = await import('../../modules/agreements/index.ts')
    const { knownFingerprint } = await import('../../platform/documents/signing-identity.ts')
    const own = knownFingerprint(values['data-dir'])
    const trusted = [...values.fingerprint.map(plainFingerprint), ...(own ? [own] : [])]
    return report(checkBundle(bytes, trusted))
  },
}

function readBundle(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}.`)
  }
}

/** As people copy it: in capitals, with colons or spaces. */
function plainFingerprint(text: string): string {
  const plain = text.toLowerCase().replaceAll(/[\s:]/g, '')
  if (!/^[0-9a-f]{64}$/.test(plain)) throw new UsageError('A fingerprint has 64 hexadecimal digits.')
  return plain
}

function report({ problems, trusted, fingerprint, number, signatures }: CheckedBundle): number {
  for (const { signatory, level, signedAt } of signatures) console.log(`${signedAt}  ${signatory}: ${level}`)
  for (const { code, file } of problems.filter((problem) => problem.code !== 'authority-unknown')) {
    console.log(`${code}${file ? `: ${file}` : ''}`)
  }
  const isWhole = problems.every(({ code }) => code === 'authority-unknown')
  if (!isWhole) console.log('Not valid.')
  else if (trusted) console.log(`Valid: agreement ${number}, ${signatures.length} signatures.`)
  else {
    console.log(
      `Complete and unchanged, but nothing says whose it is. Ask the operator for the fingerprint of its authority and give it with --fingerprint. This one has\n${fingerprint}`,
    )
  }
  return isWhole && trusted ? 0 : 1
}
