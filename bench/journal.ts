/**
 * `npm run bench:journal [-- --quick]`: how long it takes to check an exported journal of a million entries. One JSON
 * object a line on stdout.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pem, signingIdentity } from '../src/platform/documents/signing-identity.ts'
import {
  JOURNAL_FORMAT,
  checkJournal,
  firstHash,
  linkHash,
  signHead,
  writeHeader,
} from '../src/platform/journal-chain/chain.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, case: { type: 'string' } } })
const ENTRIES = values.quick ? 100_000 : 1_000_000
const GOAL_S = (5 * ENTRIES) / 1_000_000
const CHAIN = '00000000-0000-4000-8000-00000000000c'
const NOW = '2020-10-26T06:00:00.000Z'

const directory = mkdtempSync(join(tmpdir(), 'naru-bench-'))
try {
  const identity = await signingIdentity(directory, NOW)
  const file = journalOf(ENTRIES)
  const start = performance.now()
  const { problem, entries } = checkJournal(file, [identity.fingerprint])
  const seconds = (performance.now() - start) / 1000
  if (problem !== null || entries !== ENTRIES) throw new Error(`The journal of the bench is not valid: ${problem}`)
  const figure = { bench: 'journal', case: 'check', metric: 'seconds', value: seconds, unit: 's', goal: GOAL_S }
  console.log(JSON.stringify({ ...figure, ok: seconds <= GOAL_S, n: ENTRIES, bytes: file.length }))

  function journalOf(count: number): Buffer {
    let last = firstHash(CHAIN)
    const lines: string[] = []
    for (let n = 1; n <= count; n++) {
      const line = entry(n)
      last = linkHash(last, line)
      lines.push(`${line} ${last}\n`)
    }
    const head = { chainId: CHAIN, number: count, hash: last, signedAt: NOW }
    const signed = {
      ...head,
      format: JOURNAL_FORMAT,
      signature: signHead(head, identity.key),
      certificate: pem('CERTIFICATE', identity.certificate),
      authority: pem('CERTIFICATE', identity.authority),
    } as const
    return Buffer.from(writeHeader(signed) + lines.join(''))
  }
} finally {
  rmSync(directory, { recursive: true })
}

/** As long as the entries of a programme are: about 380 bytes. */
function entry(seq: number): string {
  const subject = `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`
  return JSON.stringify({
    seq,
    at: '2020-10-26T06:00:00.000000Z',
    programmeId: CHAIN,
    actorKind: 'person',
    actorId: CHAIN,
    action: 'meeting-request.accepted',
    subjectKind: 'meeting-request',
    subjectId: subject,
    before: { status: 'pending' },
    after: { status: 'accepted' },
    requestId: null,
  })
}
