import type { Id } from '../../../kernel/id.ts'
import type { Identifier } from './identifier.ts'

/** By what a row and a stored company are recognised as the same. */
export interface CompanyTrace {
  readonly code: string | null
  readonly identifiers: readonly Identifier[]
  readonly domain: string | null
  readonly nameKeys: readonly string[]
}

export interface KnownCompany extends CompanyTrace {
  readonly id: Id
  readonly code: string
}

/**
 * - `known`: the code or a registration number says so.
 * - `similar`: website or name are the same, which only a person can decide.
 * - `new`: nothing in common.
 */
export type CompanyMatch<T> =
  | { readonly kind: 'known'; readonly company: T; readonly by: 'code' | 'identifier' }
  | { readonly kind: 'similar'; readonly company: T; readonly by: 'domain' | 'name' }
  | { readonly kind: 'new' }

export interface CompanyLookup<T> {
  match(trace: CompanyTrace): CompanyMatch<T>
  /** Whose number this is, if anybody's. */
  bearerOf(identifier: Identifier): T | null
}

const numberKey = ({ scheme, value }: Identifier): string => `${scheme}:${value}`

/** Code before registration number before website before name; of several similar ones the first. */
export function createCompanyLookup<T extends KnownCompany>(companies: readonly T[]): CompanyLookup<T> {
  const byCode = new Map(companies.map((company) => [company.code, company]))
  const byNumber = new Map<string, T>()
  const byDomain = new Map<string, T>()
  const byName = new Map<string, T>()
  const addFirst = (index: Map<string, T>, key: string, company: T) => {
    if (!index.has(key)) index.set(key, company)
  }
  for (const company of companies) {
    for (const identifier of company.identifiers) byNumber.set(numberKey(identifier), company)
    if (company.domain !== null) addFirst(byDomain, company.domain, company)
    for (const key of company.nameKeys) addFirst(byName, key, company)
  }
  const firstOf = (index: Map<string, T>, keys: readonly string[]): T | null =>
    keys.map((key) => index.get(key)).find((company) => company !== undefined) ?? null

  return {
    match({ code, identifiers, domain, nameKeys }) {
      const coded = code === null ? undefined : byCode.get(code)
      if (coded) return { kind: 'known', company: coded, by: 'code' }
      const numbered = firstOf(byNumber, identifiers.map(numberKey))
      if (numbered) return { kind: 'known', company: numbered, by: 'identifier' }
      const named = firstOf(byName, nameKeys)
      const hosted = domain === null ? null : (byDomain.get(domain) ?? null)
      if (hosted) return { kind: 'similar', company: hosted, by: 'domain' }
      return named ? { kind: 'similar', company: named, by: 'name' } : { kind: 'new' }
    },
    bearerOf: (identifier) => byNumber.get(numberKey(identifier)) ?? null,
  }
}

/** Names the rows of one file by what must be there once; tells the row that had it first. */
export class FirstRows {
  readonly #rows = new Map<string, number>()

  /** The earlier row with this key, or null, in which case this row is now the first. */
  claim(key: string, row: number): number | null {
    const first = this.#rows.get(key)
    if (first === undefined) this.#rows.set(key, row)
    return first ?? null
  }
}
