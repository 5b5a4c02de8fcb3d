import type { Id } from '../../../kernel/id.ts'
import { sha256Hex } from '../../../platform/documents/digest.ts'
import type { GateParty } from '../domain/party.ts'

/** A party that no record of the programme stands for, known by its names alone. The same names are the same party. */
export function partyByName(programmeId: Id, names: readonly string[]): GateParty {
  const hash = sha256Hex(JSON.stringify([programmeId, ...names.toSorted()]))
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ]
  return {
    subjectKind: 'prospect',
    subjectId: parts.join('-'),
    party: { kind: 'organisation', names, identifiers: [], countries: [] },
  }
}
