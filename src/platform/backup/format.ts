import { createHash, type Hash } from 'node:crypto'
import type { Instant } from '../../kernel/instant.ts'
import type { JournalHead } from '../journal-chain/chain.ts'
import type { WaitingJob } from '../jobs.ts'
import type { SequenceState, TableShape } from './catalog.ts'

/**
 * A backup is a gzipped tar archive:
 *
 *     header.json                       what to expect, so that it can be read from front to back
 *     tables/<name>/<portion>.jsonl     rows, one JSON array of texts a line
 *     files/<sha256>                    contents of the stored files
 *     data/…                            signing identity, signed heads of the journal, secret of the data directory
 *     manifest.json                     what was written, with hashes; an archive without it is cut short
 */
export const BACKUP_FORMAT = 'naru-backup/1'

export type ArchivePurpose = 'backup' | 'move'

export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT
  readonly madeAt: Instant
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[]
  readonly tables: readonly TableShape[]
  readonly sequences: readonly SequenceState[]
  /** Background work that waited; delivery of mail is not among it. */
  readonly jobs: readonly WaitingJob[]
  /** Why it was made; absent in older archives, which are backups. What is moved goes on elsewhere and nowhere else. */
  readonly purpose?: ArchivePurpose
  /** Whether NARU_SECRET was given from outside: then it is not in the archive. */
  readonly secretIsGiven: boolean
}

export interface TableTotal {
  readonly name: string
  readonly rows: number
  /** Of all lines, each with its line break. */
  readonly sha256: string
}

export interface BackupManifest {
  readonly format: typeof BACKUP_FORMAT
  readonly headerSha256: string
  readonly tables: readonly TableTotal[]
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  /** Ends of the journal's chains. */
  readonly heads: readonly Pick<JournalHead, 'chainId' | 'number' | 'hash'>[]
}

/** The backup cannot be made or restored; `message` is fit for the terminal. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

/** Adds up rows as they go by. */
export function countRows(name: string): { add(lines: readonly string[]): void; total(): TableTotal } {
  const hash: Hash = createHash('sha256')
  let rows = 0
  return {
    add(lines) {
      rows += lines.length
      for (const line of lines) hash.update(`${line}\n`)
    },
    total: () => ({ name, rows, sha256: hash.digest('hex') }),
  }
}
