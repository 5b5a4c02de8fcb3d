import type { Platform } from '../../../platform/context.ts'
import type { Owner } from '../domain/ownership.ts'
import type { FoundHit, PartyFacts } from '../domain/party.ts'
import { screenParty } from '../engine/index.ts'
import { sha256Hex } from '../../../platform/documents/digest.ts'
import { askService } from './ask-service.ts'
import type { ProgrammeIndex } from './list-index.ts'

export interface CheckOptions {
  readonly threshold: number
  /** Only what was listed on this day; the service is not asked, because it knows of today alone. */
  readonly asOf?: string
}

/** Everything listed that the party or one of its owners may be. Throws when a service that is set up does not answer. */
export async function checkParty(
  platform: Platform,
  { index, entries }: ProgrammeIndex,
  { party, owners }: { readonly party: PartyFacts; readonly owners: readonly Owner[] },
  options: CheckOptions,
): Promise<FoundHit[]> {
  const found: FoundHit[] = []
  for (const { ownerKey, facts } of [
    { ownerKey: null, facts: party },
    ...owners.map((owner) => ({ ownerKey: owner.key, facts: owner.party })),
  ]) {
    for (const hit of screenParty(index, facts, options)) {
      const { entry, list } = entries.get(hit.entryId)!
      found.push({ key: hit.entryId, listName: list.name, fictional: list.fictional, ownerKey, hit, entry })
    }
    if (options.asOf === undefined) {
      for (const hit of await askService(platform, facts, options.threshold)) found.push({ ...hit, ownerKey })
    }
  }
  return found
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Names without doubles, in one order: the same party gives the same hash whoever hands it in. */
export function tidyParty({ kind, names, identifiers, countries }: PartyFacts): PartyFacts {
  return {
    kind,
    names: [...new Set(names.map((name) => name.trim()).filter(Boolean))].slice(0, 40),
    identifiers: identifiers.toSorted((a, b) => byText(a.kind + a.value, b.kind + b.value)),
    countries: [...new Set(countries)].toSorted(),
  }
}

export const hashParty = (party: PartyFacts, owners: readonly Owner[]): string =>
  sha256Hex(
    JSON.stringify([
      party.kind,
      party.names.toSorted(),
      party.identifiers.map(({ kind, value }) => [kind, value]),
      party.countries,
      owners.map((owner) => [owner.key, owner.share, owner.of, hashParty(owner.party, [])]),
    ]),
  )
