import { X509Certificate, hash, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Id } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import { sha256Hex } from '../documents/digest.ts'
import { isIssuedBy } from '../documents/signing-identity.ts'

/**
 * A journal as a file. The first line tells whose it is and how far it goes, signed; then one line for each entry:
 *
 *     {"format":"naru-journal/1", …} <hash of the chain's id>
 *     {"seq":1, …} <hash>
 *
 * A hash is SHA-256 of the hash before, a line break and the entry, which is the run of bytes between two hashes as it
 * stands in the file. So a checker needs no JSON, and every byte is either hashed or a hash.
 */
export const JOURNAL_FORMAT = 'naru-journal/1'

export interface JournalHead {
  readonly chainId: Id
  /** Entries up to here. */
  readonly number: number
  readonly hash: string
  readonly signedAt: Instant
}

/** As the first line of a file says it: with the signature and who signed. */
export interface SignedJournalHead extends JournalHead {
  readonly format: typeof JOURNAL_FORMAT
  /** ECDSA P-256 over `headText`, base64. */
  readonly signature: string
  /** PEM. */
  readonly certificate: string
  readonly authority: string
}

/** Where a chain begins: no entry of one programme fits into another's. */
export const firstHash = (chainId: Id): string => sha256Hex(`${JOURNAL_FORMAT} ${chainId}`)

/** The hash of an entry that follows on `previous`. */
export const linkHash = (previous: string, line: string): string => sha256Hex(`${previous}\n${line}`)

const headText = ({ chainId, number, hash: head, signedAt }: JournalHead): string =>
  [JOURNAL_FORMAT, chainId, number, head, signedAt].join('\n')

export const signHead = (head: JournalHead, key: KeyObject): string =>
  sign('sha256', Buffer.from(headText(head)), key).toString('base64')

export type JournalProblemCode =
  | 'not-a-journal'
  | 'head-signature'
  | 'certificate-not-issued'
  | 'authority-unknown'
  | 'entry-changed'
  | 'entries-missing'
  | 'entries-beyond-head'
  | 'earlier-head-differs'

export interface CheckedJournal {
  readonly problem: JournalProblemCode | null
  /** Line of the file where it broke, from 1; null when the whole is to blame. */
  readonly line: number | null
  readonly entries: number
  /** Of the authority in the file. */
  readonly fingerprint: string | null
  readonly head: JournalHead | null
}

const HEX = 64
const NEWLINE = 0x0a
const SPACE = 0x20

/**
 * Checks a journal file by itself. `trusted` are fingerprints of authorities known by other means. `earlier` is a head
 * kept from before: a journal cut short and signed again does not reach or does not contain it.
 */
export function checkJournal(
  file: Buffer,
  trusted: readonly string[],
  earlier: Pick<JournalHead, 'chainId' | 'number' | 'hash'> | null = null,
): CheckedJournal {
  const end = file.indexOf(NEWLINE)
  const header = end > HEX ? readHeader(file.subarray(0, end - HEX - 1).toString('utf8')) : null
  const failed = (problem: JournalProblemCode, line: number | null, entries = 0): CheckedJournal => ({
    problem,
    line,
    entries,
    fingerprint: null,
    head: header,
  })
  if (!header || file[end - HEX - 1] !== SPACE) return failed('not-a-journal', 1)
  const identity = readIdentity(header)
  if (!identity) return failed('not-a-journal', 1)
  if (!verify('sha256', Buffer.from(headText(header)), identity.publicKey, Buffer.from(header.signature, 'base64'))) {
    return failed('head-signature', 1)
  }
  if (!identity.isIssued) return failed('certificate-not-issued', 1)
  const { broken, entries, last, earlierHash } = followLinks(file, end, header.chainId, earlier?.number ?? 0)
  if (broken !== null) return failed('entry-changed', broken, entries)
  if (entries < header.number) return failed('entries-missing', entries + 2, entries)
  if (entries > header.number) return failed('entries-beyond-head', header.number + 2, entries)
  if (last !== header.hash) return failed('entry-changed', entries + 1, entries)
  if (earlier && (earlier.chainId !== header.chainId || earlierHash !== earlier.hash)) {
    return failed('earlier-head-differs', null, entries)
  }
  const problem = trusted.includes(identity.fingerprint) ? null : 'authority-unknown'
  return { problem, line: null, entries, fingerprint: identity.fingerprint, head: header }
}

/** Walks from hash to hash; `broken` is the line whose hash does not follow. */
function followLinks(file: Buffer, headerEnd: number, chainId: Id, earlierNumber: number) {
  let previousAt = headerEnd - HEX
  let last = file.toString('latin1', previousAt, headerEnd)
  let entries = 0
  let earlierHash = earlierNumber === 0 ? last : null
  const result = (broken: number | null) => ({ broken, entries, last, earlierHash })
  if (last !== firstHash(chainId)) return result(1)
  for (let at = headerEnd + 1; at < file.length;) {
    const end = file.indexOf(NEWLINE, at)
    const hashAt = end - HEX
    if (end === -1 || hashAt - 1 <= at || file[hashAt - 1] !== SPACE) return result(entries + 2)
    const found = file.toString('latin1', hashAt, end)
    if (hash('sha256', file.subarray(previousAt, hashAt - 1)) !== found) return result(entries + 2)
    entries++
    last = found
    if (entries === earlierNumber) earlierHash = found
    previousAt = hashAt
    at = end + 1
  }
  return result(null)
}

/** The signed first line; null when it is something else or says one thing in two ways. */
function readHeader(text: string): SignedJournalHead | null {
  const fields = ['format', 'chainId', 'number', 'hash', 'signedAt', 'signature', 'certificate', 'authority'] as const
  try {
    const found = JSON.parse(text) as SignedJournalHead
    const isWhole = fields.every((name) => typeof found[name] === (name === 'number' ? 'number' : 'string'))
    const isAsWritten =
      isWhole && JSON.stringify(Object.fromEntries(fields.map((name) => [name, found[name]]))) === text
    return isAsWritten && found.format === JOURNAL_FORMAT ? found : null
  } catch {
    return null
  }
}

/** The first line of a file. */
export const writeHeader = (head: SignedJournalHead): string => {
  const { format, chainId, number, hash: last, signedAt, signature, certificate, authority } = head
  const text = JSON.stringify({ format, chainId, number, hash: last, signedAt, signature, certificate, authority })
  return `${text} ${firstHash(chainId)}\n`
}

function readIdentity({ certificate, authority, signature }: SignedJournalHead) {
  try {
    const [signer, issuer] = [new X509Certificate(certificate), new X509Certificate(authority)]
    // One form for one signature: base64 that decodes to the same bytes must not be another file.
    if (Buffer.from(signature, 'base64').toString('base64') !== signature) return null
    return {
      publicKey: signer.publicKey,
      isIssued: isIssuedBy(signer.raw, issuer.raw),
      fingerprint: sha256Hex(issuer.raw),
    }
  } catch {
    return null
  }
}
