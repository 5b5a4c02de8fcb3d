import type { PartyKind } from '../shapes.ts'

const KINDS: Readonly<Record<string, PartyKind>> = {
  person: 'person',
  company: 'organisation',
  organization: 'organisation',
  publicbody: 'organisation',
  legalentity: 'other',
  vessel: 'vessel',
  airplane: 'other',
  vehicle: 'other',
  asset: 'other',
  security: 'other',
  cryptowallet: 'other',
}

/** Schemas of Follow the Money that tell of others and are nobody themselves. */
const LINKS = new Set(
  'address sanction ownership directorship identification passport family associate unknownlink employment occupancy position membership representation succession debt payment document'.split(
    ' ',
  ),
)

export const kindOfSchema = (schema: string): PartyKind | null => KINDS[schema.toLowerCase()] ?? null

export const isLinkSchema = (schema: string): boolean => LINKS.has(schema.toLowerCase())
