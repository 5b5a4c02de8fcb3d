import { z } from 'zod'
import type { Platform } from '../../../platform/context.ts'
import { hostOf, openOutside } from '../../../platform/outbound.ts'
import type { FoundHit, PartyFacts } from '../domain/party.ts'
import type { Hit, ListEntry } from '../engine/index.ts'

const TIMEOUT_MS = 10_000
const MAX_BYTES = 5_000_000

/** As far as it is read here; the service's own answer has more. */
const answer = z.object({
  responses: z.object({
    party: z.object({
      results: z
        .array(
          z.object({
            id: z.string().max(200),
            caption: z.string().max(500),
            score: z.number().min(0).max(1),
            match: z.boolean(),
            datasets: z.array(z.string().max(100)).max(200).default([]),
            properties: z.record(z.string().max(100), z.array(z.unknown()).max(500)).default({}),
          }),
        )
        .max(100),
    }),
  }),
})
type Result = z.output<typeof answer>['responses']['party']['results'][number]

const SCHEMAS = { person: 'Person', organisation: 'Organization', vessel: 'Vessel', other: 'LegalEntity' } as const

/** From here on the service itself calls it the same party. */
const STRONG = 0.9

/**
 * Asks a yente service (the API of OpenSanctions, `POST /match/default`) for a party. The address comes from the
 * environment alone and a redirect is an error. Throws for anything but a whole answer: no answer is no clearance.
 */
export async function askService(
  { config }: Platform,
  party: PartyFacts,
  threshold: number,
): Promise<Omit<FoundHit, 'ownerKey'>[]> {
  if (config.screening === null) return []
  const { url, key } = config.screening
  const response = await openOutside(`${url}/match/default?threshold=${threshold}&limit=50`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `ApiKey ${key}` }) },
    body: JSON.stringify({ queries: { party: queryOf(party) } }),
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
    trustedHosts: [hostOf(url)],
  })
  if (!response.ok) throw new Error(`The screening service gave no answer: ${response.failure}`)
  if (response.status < 200 || response.status > 299)
    throw new Error(`The screening service answered ${response.status}`)
  const { results } = answer.parse(JSON.parse(response.text)).responses.party
  return results.filter(({ score }) => score >= threshold).map((result) => foundHit(result, party))
}

const queryOf = ({ kind, names, countries, identifiers }: PartyFacts) => ({
  schema: SCHEMAS[kind],
  properties: {
    name: names,
    ...(countries.length > 0 ? { country: countries.map((code) => code.toLowerCase()) } : {}),
    ...(identifiers.length > 0 ? { registrationNumber: identifiers.map(({ value }) => value) } : {}),
  },
})

function foundHit({ id, caption, score, datasets, properties }: Result, party: PartyFacts): Omit<FoundHit, 'ownerKey'> {
  const texts = (property: string): string[] =>
    (properties[property] ?? []).flatMap((value) => (typeof value === 'string' ? [value.slice(0, 500)] : []))
  const entry: ListEntry = {
    id,
    kind: party.kind,
    names: [caption, ...texts('name'), ...texts('alias')].map((text) => ({ text, weak: false })),
    identifiers: texts('registrationNumber').map((value) => ({ kind: 'registration', value })),
    countries: texts('country').map((code) => code.toUpperCase()),
    birthDates: texts('birthDate'),
    programmes: datasets,
    effect: 'block',
    listedOn: null,
    delistedOn: null,
  }
  const partyName = party.names[0] ?? ''
  const hit: Hit = {
    entryId: id,
    score,
    tier: score >= STRONG ? 'strong' : 'review',
    partyName,
    listName: caption,
    explanation: [{ kind: 'similar', from: partyName, to: caption, weight: score }],
    weakAlias: false,
  }
  return { key: `service/${id}`, listName: 'yente', fictional: false, hit, entry }
}
