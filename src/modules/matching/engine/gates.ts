import type { GateCode, GateResult } from './match.ts'
import type { MatchParty, MatchProfile } from './party.ts'

/** Rules of the programme that the engine is told, not rules of matching itself. */
export interface PairPolicy {
  /** May companies of one side be matched with each other? */
  readonly sameSide: 'allowed' | 'excluded'
}

type PartyRule = (a: MatchParty, b: MatchParty, policy: PairPolicy) => boolean
type ProfileRule = (own: MatchProfile, owner: MatchParty, other: MatchProfile, otherOwner: MatchParty) => boolean

const differentCompany: PartyRule = (a, b) => a.id !== b.id
const differentSide: PartyRule = (a, b, policy) => policy.sameSide === 'allowed' || a.sideId !== b.sideId
const notBlocked: PartyRule = (a, b) => !a.blockedPartners?.includes(b.id) && !b.blockedPartners?.includes(a.id)
const compliant: PartyRule = (a, b) => a.complianceBlocked !== true && b.complianceBlocked !== true

const allows = (wanted: readonly string[], value: string): boolean => wanted.length === 0 || wanted.includes(value)

const countryWanted: ProfileRule = (own, _, __, otherOwner) => allows(own.targetCountries, otherOwner.country)
const partnershipShared: ProfileRule = (own, _, other) =>
  own.partnershipTypes.length === 0 ||
  other.partnershipTypes.length === 0 ||
  own.partnershipTypes.some((type) => other.partnershipTypes.includes(type))
const kindWanted: ProfileRule = (own, _, __, otherOwner) => allows(own.partnerKinds, otherOwner.kind)

/** Conditions on the two companies, in the order they are shown. */
export const PARTY_GATES: readonly (readonly [GateCode, PartyRule])[] = [
  ['same-company', differentCompany],
  ['same-side', differentSide],
  ['blocked-pair', notBlocked],
  ['compliance', compliant],
]

/** Conditions on a request and an offer; each is asked both ways round. */
export const PROFILE_GATES: readonly (readonly [GateCode, ProfileRule])[] = [
  ['target-country', countryWanted],
  ['partnership-type', partnershipShared],
  ['partner-kind', kindWanted],
]

export const passesPartyGates = (a: MatchParty, b: MatchParty, policy: PairPolicy): boolean =>
  PARTY_GATES.every(([, rule]) => rule(a, b, policy))

/** May this request be answered by this offer? */
export const passesProfileGates = (
  need: MatchProfile,
  needOwner: MatchParty,
  offer: MatchProfile,
  offerOwner: MatchParty,
): boolean =>
  PROFILE_GATES.every(
    ([, rule]) => rule(need, needOwner, offer, offerOwner) && rule(offer, offerOwner, need, needOwner),
  )

/** Profiles that say and are the same in everything the profile gates look at; one stands for all. */
export interface GateClasses {
  readonly numbers: Map<string, number>
  readonly examples: { readonly profile: MatchProfile; readonly owner: MatchParty }[]
}

/** Number of the class a profile belongs to; opens a new one where needed. */
export function gateClassOf(classes: GateClasses, profile: MatchProfile, owner: MatchParty): number {
  const { targetCountries, partnershipTypes, partnerKinds } = profile
  const key = JSON.stringify([targetCountries, partnershipTypes, partnerKinds, owner.country, owner.kind])
  let number = classes.numbers.get(key)
  if (number === undefined) {
    number = classes.examples.length
    classes.numbers.set(key, number)
    classes.examples.push({ profile, owner })
  }
  return number
}

/** By class: 1 where the profile gates are open between `own` and profiles of the class, else 0. */
export function openClasses({ examples }: GateClasses, own: MatchProfile, owner: MatchParty): Uint8Array {
  return Uint8Array.from(examples, ({ profile, owner: other }) =>
    Number(
      own.kind === 'request'
        ? passesProfileGates(own, owner, profile, other)
        : passesProfileGates(profile, other, own, owner),
    ),
  )
}

/**
 * All gates of a pair. The profile gates pass while at least one request–offer pair is open (or there is none at
 * all, because then nothing was refused); when none is open, every gate that shuts one of them has failed.
 */
export function judgeGates(a: MatchParty, b: MatchParty, policy: PairPolicy): GateResult[] {
  const pairs = [...pairProfiles(a, b), ...pairProfiles(b, a)]
  const anyOpen = pairs.length === 0 || pairs.some((pair) => passesProfileGates(...pair))
  const holds = (rule: ProfileRule): boolean =>
    pairs.every(
      ([need, needOwner, offer, offerOwner]) =>
        rule(need, needOwner, offer, offerOwner) && rule(offer, offerOwner, need, needOwner),
    )
  return [
    ...PARTY_GATES.map(([code, rule]) => ({ code, passed: rule(a, b, policy) })),
    ...PROFILE_GATES.map(([code, rule]) => ({ code, passed: anyOpen || holds(rule) })),
  ]
}

function pairProfiles(a: MatchParty, b: MatchParty): [MatchProfile, MatchParty, MatchProfile, MatchParty][] {
  return a.profiles
    .filter(({ kind }) => kind === 'request')
    .flatMap((need) =>
      b.profiles
        .filter(({ kind }) => kind === 'offer')
        .map((offer): [MatchProfile, MatchParty, MatchProfile, MatchParty] => [need, a, offer, b]),
    )
}
