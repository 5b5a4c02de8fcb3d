import { canonicalJson } from './canonical-json.ts'

/** An entry of the journal as it leaves the database, with its link in the chain. */
export interface ChainedEntry {
  readonly entry: unknown
  /** SHA-256 of the hash before and the canonical JSON of the entry. */
  readonly hash: string
}

export interface Chain {
  readonly entries: readonly ChainedEntry[]
  /** Hash of the last entry; of no entries the hash of nothing. */
  readonly head: string
}

type Sha256 = (text: string) => string

/** Links entries in their order: none can be changed, left out, added or moved without another head. */
export function chainEntries(entries: readonly unknown[], sha256: Sha256): Chain {
  let head = sha256('')
  const linked = entries.map((entry) => {
    head = sha256(`${head}\n${canonicalJson(entry)}`)
    return { entry, hash: head }
  })
  return { entries: linked, head }
}

/** Index of the first entry that does not follow from those before; null when all do and end in `head`. */
export function firstBrokenLink({ entries, head }: Chain, sha256: Sha256): number | null {
  let last = sha256('')
  for (const [index, { entry, hash }] of entries.entries()) {
    last = sha256(`${last}\n${canonicalJson(entry)}`)
    if (last !== hash) return index
  }
  return last === head ? null : entries.length
}
