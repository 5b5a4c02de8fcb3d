import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SigningIdentity, pem, signingIdentity } from '../documents/signing-identity.ts'
import { JOURNAL_FORMAT, checkJournal, firstHash, linkHash, signHead, writeHeader } from './chain.ts'

const CHAIN = '00000000-0000-4000-8000-00000000000c'
const NOW = '2020-10-26T06:00:00.000Z'

let directory: string
let identity: SigningIdentity
let foreign: SigningIdentity
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'naru-chain-'))
  identity = await signingIdentity(join(directory, 'own'), NOW)
  foreign = await signingIdentity(join(directory, 'foreign'), NOW)
})
afterAll(() => rmSync(directory, { recursive: true }))

const LINES = Array.from({ length: 40 }, (_, n) =>
  JSON.stringify({ seq: n + 1, action: 'lamp.lit', name: `등불 ${n}` }),
)

function journal(lines: readonly string[], by: SigningIdentity = identity): Buffer {
  let last = firstHash(CHAIN)
  const body = lines.map((line) => {
    last = linkHash(last, line)
    return `${line} ${last}\n`
  })
  const head = { chainId: CHAIN, number: lines.length, hash: last, signedAt: NOW }
  const header = writeHeader({
    ...head,
    format: JOURNAL_FORMAT,
    signature: signHead(head, by.key),
    certificate: pem('CERTIFICATE', by.certificate),
    authority: pem('CERTIFICATE', by.authority),
  })
  return Buffer.from(header + body.join(''))
}

test('every one of 1,000 mutations of a journal is found: edit, delete, insert, reorder, truncate', () => {
  const whole = journal(LINES)
  const rows = whole.toString('utf8').split('\n').slice(0, -1)
  const check = (bytes: Buffer) => checkJournal(bytes, [identity.fingerprint]).problem
  expect(check(whole)).toBe(null)
  const at = fc.integer({ min: 0, max: rows.length - 1 })
  const text = (changed: readonly string[]) => Buffer.from(`${changed.join('\n')}\n`)
  const mutation = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 })).map(([n, by]) => {
      const edited = Buffer.from(whole)
      edited[n]! ^= by
      return edited
    }),
    at.map((n) => text(rows.toSpliced(n, 1))),
    fc.tuple(at, at).map(([from, to]) => text(rows.toSpliced(to, 0, rows[from]!))),
    fc
      .tuple(at, at)
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => text(rows.with(a, rows[b]!).with(b, rows[a]!))),
    fc.integer({ min: 0, max: whole.length - 1 }).map((length) => whole.subarray(0, length)),
  )
  let tried = 0
  let found = 0
  fc.assert(
    fc.property(mutation, (bytes) => {
      tried++
      if (check(bytes) !== null) found++
    }),
    { numRuns: 1000, seed: 26 },
  )
  expect([tried, found]).toEqual([1000, 1000])
})

test('a journal made with another key of the same form is not trusted', () => {
  const own = [identity.fingerprint]
  expect(checkJournal(journal(LINES, foreign), own).problem).toBe('authority-unknown')
  const borrowed = journal(LINES, { ...foreign, certificate: identity.certificate, authority: identity.authority })
  expect(checkJournal(borrowed, own).problem).toBe('head-signature')
  const wrapped = journal(LINES, { ...foreign, authority: identity.authority })
  expect(checkJournal(wrapped, own).problem).toBe('certificate-not-issued')
})

test('what is no journal is said to be none', () => {
  for (const text of ['', '\n', '{}\n', `{} ${'0'.repeat(64)}\n`, `null ${'0'.repeat(64)}\n`, 'PK\u0003\u0004']) {
    expect(checkJournal(Buffer.from(text), []).problem).toBe('not-a-journal')
  }
})
