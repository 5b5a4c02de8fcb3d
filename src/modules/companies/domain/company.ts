import type { Id } from '../../../kernel/id.ts'
import { LOCALES, type LocalizedText } from '../../../kernel/locale.ts'
import { nameKeys, nameSounds, websiteDomain } from './company-name.ts'
import { type Identifier, isWellFormed, normaliseIdentifier } from './identifier.ts'
import type { CompanyKind, CompanySize } from './profile.ts'
import type { ProblemOf } from './profile-rules.ts'
import { searchText, textGrams } from './search-text.ts'

/** What people say about a company. */
export interface CompanyFacts {
  readonly sideId: Id
  readonly code: string
  readonly kind: CompanyKind
  readonly name: LocalizedText
  readonly legalName: string | null
  readonly country: string
  readonly region: string | null
  readonly website: string | null
  readonly size: CompanySize | null
  readonly employees: number | null
  readonly foundedYear: number | null
  readonly description: LocalizedText
  readonly certifications: readonly string[]
  readonly languages: readonly string[]
  readonly anonymous: boolean
  readonly identifiers: readonly Identifier[]
}

/** What follows from the facts and is stored with them, so that a company is found again. */
export interface CompanyIndex {
  readonly domain: string | null
  readonly nameKeys: string[]
  readonly nameSounds: string[]
  readonly searchText: string
  readonly grams: string[]
}

export function indexCompany({
  name,
  legalName,
  code,
  region,
  website,
}: Pick<CompanyFacts, 'name' | 'legalName' | 'code' | 'region' | 'website'>): CompanyIndex {
  const domain = websiteDomain(website)
  const text = searchText([...LOCALES.map((locale) => name[locale]), legalName, code, region, domain])
  return {
    domain,
    nameKeys: nameKeys(name, legalName),
    nameSounds: nameSounds(name, legalName),
    searchText: text,
    grams: textGrams(text),
  }
}

export const indexProfile = ({
  code,
  title,
  summary,
}: {
  readonly code: string
  readonly title: LocalizedText
  readonly summary: LocalizedText
}): { searchText: string; grams: string[] } => {
  const text = searchText([code, ...LOCALES.flatMap((locale) => [title[locale], summary[locale]])])
  return { searchText: text, grams: textGrams(text) }
}

export type CompanyProblemCode = 'identifier-malformed' | 'scheme-twice' | 'side-absent'

/** Everything that keeps a company from being stored, as far as it can be seen without other companies. */
export function companyProblems(
  facts: Pick<CompanyFacts, 'sideId' | 'identifiers'>,
  sides: readonly { readonly id: Id }[],
): ProblemOf<CompanyProblemCode>[] {
  const problems: ProblemOf<CompanyProblemCode>[] = []
  if (!sides.some(({ id }) => id === facts.sideId)) problems.push({ code: 'side-absent', field: 'sideId', values: {} })
  const schemes = new Set<string>()
  for (const { scheme, value } of facts.identifiers) {
    if (schemes.has(scheme)) problems.push({ code: 'scheme-twice', field: 'identifiers', values: { scheme } })
    else if (!isWellFormed({ scheme, value })) {
      problems.push({ code: 'identifier-malformed', field: 'identifiers', values: { scheme, value } })
    }
    schemes.add(scheme)
  }
  return problems
}

/** Identifiers in the one form that is stored, in the order of their schemes. */
export const normaliseIdentifiers = (identifiers: readonly Identifier[]): Identifier[] =>
  identifiers.map(normaliseIdentifier).toSorted((a, b) => (a.scheme < b.scheme ? -1 : 1))

/** Names of the facts that differ; lists and texts are compared by content, an absent text is an empty one. */
export function changedFacts<T extends object>(before: T, after: T): (keyof T & string)[] {
  const keys = Object.keys(after) as (keyof T & string)[]
  return keys.filter((key) => canonical(before[key]) !== canonical(after[key]))
}

/** JSON with the keys of objects in order: a database keeps them in another one. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
