import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { CheckedBundle } from '../../modules/agreements/index.ts'
import type { CheckedJournal, JournalHead } from '../../platform/journal-chain/chain.ts'
import { type Command, UsageError } from './command.ts'

export const command: Command = {
  usage: '<bundle.zip | file.journal> [--fingerprint SHA256] [--data-dir data] [--heads day.jsonl]',
  summary:
    'Checks an evidence bundle or an exported journal offline: text, signatures, journal chain, every byte. It is trusted when its authority has the given fingerprint, or is the one of the data directory. --heads names signed heads kept from an earlier day, which the journal must contain. Exits 0 when all holds, 1 when something does not, 2 when the file cannot be read.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        fingerprint: { type: 'string', multiple: true, default: [] },
        'data-dir': { type: 'string', default: 'data' },
        heads: { type: 'string' },
      },
    })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) throw new UsageError('Name one evidence bundle or journal.')
    const bytes = readBytes(path)
    const { knownFingerprint } = await import('../../platform/documents/signing-identity.ts')
    const own = knownFingerprint(values['data-dir'])
    const trusted = [...values.fingerprint.map(plainFingerprint), ...(own ? [own] : [])]
    if (bytes[0] === OPENING_BRACE) return verifyJournal(bytes, trusted, values.heads)
    const { checkBundle } = await import('../../modules/agreements/index.ts')
    return report(checkBundle(bytes, trusted))
  },
}

/** A journal begins with JSON, a bundle is an archive. */
const OPENING_BRACE = 0x7b

async function verifyJournal(bytes: Buffer, trusted: readonly string[], heads: string | undefined): Promise<number> {
  const { checkJournal } = await import('../../platform/journal-chain/chain.ts')
  const checked = checkJournal(bytes, trusted)
  if (heads === undefined || checked.head === null) return reportJournal(checked)
  const kept = readHeads(heads).filter(({ chainId }) => chainId === checked.head!.chainId)
  const last = kept.toSorted((a, b) => a.number - b.number).at(-1)
  if (!last) throw new UsageError(`${heads} says nothing of this journal.`)
  return reportJournal(checkJournal(bytes, trusted, last))
}

function readHeads(path: string): JournalHead[] {
  const lines = readBytes(path).toString('utf8').split('\n')
  try {
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as JournalHead)
  } catch {
    throw new UsageError(`${path} is no file of signed heads.`)
  }
}

function reportJournal({ problem, line, entries, fingerprint, head }: CheckedJournal): number {
  if (problem === 'authority-unknown') {
    console.log(
      `Complete and unchanged (${entries} entries), but nothing says whose it is. Ask the operator for the fingerprint of its authority and give it with --fingerprint. This one has\n${fingerprint}`,
    )
    return 1
  }
  if (problem) console.log(`${problem}${line === null ? '' : ` at line ${line}`}\nNot valid.`)
  else console.log(`Valid: journal of ${head?.chainId}, ${entries} entries, signed ${head?.signedAt}.`)
  return problem ? 1 : 0
}

function readBytes(path: string): Buffer {
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

/** The level of each signature is what the document proves, not what the record says of it. */
function report({ problems, trusted, fingerprint, number, signatures, levels }: CheckedBundle): number {
  for (const { signatory, level, signedAt, stampProblem } of signatures) {
    const missing = stampProblem ? `; asked for a time stamp and got none (${stampProblem})` : ''
    console.log(`${signedAt}  ${signatory}: ${level}${missing}`)
  }
  for (const [index, level] of levels.entries()) {
    const stamp = level.level === 'B-T' ? `time stamp ${level.at} by ${level.authority}` : 'without time stamp'
    console.log(`Signature ${index + 1} of the document: PAdES ${level.level}, ${stamp}`)
  }
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
