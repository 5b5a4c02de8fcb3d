import type { Id } from '../../../kernel/id.ts'
import type { Hit, ListEntry, Party } from '../engine/shapes.ts'

export type { ListEntry, Party as PartyFacts } from '../engine/shapes.ts'

/** What a party is in the programme. A `prospect` is a name that somebody asked after before there was a record. */
export const SUBJECT_KINDS = ['company', 'agreement-party', 'person', 'prospect'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** A party as another stage hands it in: which record it is, and everything that names it. */
export interface GateParty {
  readonly subjectKind: SubjectKind
  readonly subjectId: Id
  readonly party: Party
}

/** A hit with a copy of what was listed, so that it stays explained after the list has changed. */
export interface FoundHit {
  /** `code of the list/id of the entry`, or `service/id`. */
  readonly key: string
  readonly listName: string
  readonly fictional: boolean
  /** The owner that was found; null: the party itself. */
  readonly ownerKey: string | null
  readonly hit: Hit
  readonly entry: ListEntry
}

/** A number in common: no reason but another person's can set it aside. */
export const sharesIdentifier = ({ hit }: FoundHit): boolean =>
  hit.explanation.some(({ kind }) => kind === 'identifier')

/** What people say a party differs by from who is listed. */
export const ATTRIBUTES = [
  'country',
  'address',
  'registration-number',
  'legal-form',
  'activity',
  'founding-date',
  'birth-date',
  'owners',
] as const
export type DistinguishingAttribute = (typeof ATTRIBUTES)[number]
