import type { LocalizedText } from '../../../kernel/locale.ts'
import type { FlowLink } from '../../ui/shore-flow.tsx'

interface ShoreCompany {
  readonly id: string
  readonly sideId: string
  readonly code: string
  readonly name: LocalizedText
  readonly synthetic: boolean
}

interface ShoreFacts<C extends ShoreCompany> {
  readonly companies: readonly C[]
  readonly links: readonly { readonly companyId: string; readonly partnerId: string; readonly score: number }[]
  readonly unseen: readonly string[]
}

export interface DrawnShores<C> {
  readonly left: readonly C[]
  readonly right: readonly C[]
  readonly links: readonly FlowLink[]
  /** How many of the two sides there are in all. */
  readonly total: number
}

/**
 * What of the two sides is drawn: everybody while a shore holds them, else those with the strongest links, the
 * selected one and its partners, and whoever nobody sees. The order of the server stays.
 */
export function drawShores<C extends ShoreCompany>(
  facts: ShoreFacts<C>,
  [leftSide, rightSide]: readonly [string, string],
  selectedId: string | null,
  mostPerShore: number,
): DrawnShores<C> {
  const sideOf = new Map(facts.companies.map(({ id, sideId }) => [id, sideId]))
  const links = facts.links.flatMap(({ companyId, partnerId, score }): FlowLink[] => {
    const [a, b] = [sideOf.get(companyId), sideOf.get(partnerId)]
    if (a === leftSide && b === rightSide) return [{ from: companyId, to: partnerId, strength: score }]
    return a === rightSide && b === leftSide ? [{ from: partnerId, to: companyId, strength: score }] : []
  })
  const best = new Map<string, number>()
  for (const { from, to, strength } of links) {
    for (const id of [from, to]) {
      const isNear = from === selectedId || to === selectedId
      best.set(id, Math.max(best.get(id) ?? 0, isNear ? Number.POSITIVE_INFINITY : strength))
    }
  }
  const unseen = new Set(facts.unseen)
  const weight = ({ id }: C): number =>
    id === selectedId ? Number.POSITIVE_INFINITY : unseen.has(id) ? Number.MAX_VALUE : (best.get(id) ?? 0)
  const shore = (side: string): C[] => {
    const own = facts.companies.filter(({ sideId }) => sideId === side)
    if (own.length <= mostPerShore) return own
    const kept = new Set(own.toSorted((a, b) => weight(b) - weight(a)).slice(0, mostPerShore))
    return own.filter((company) => kept.has(company))
  }
  const [left, right] = [shore(leftSide), shore(rightSide)]
  const drawn = new Set([...left, ...right].map(({ id }) => id))
  return {
    left,
    right,
    links: links.filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
    total: facts.companies.filter(({ sideId }) => sideId === leftSide || sideId === rightSide).length,
  }
}

export interface UnseenCompany<C> {
  readonly company: C
  /** Its own best partner, which has three others that fit better; null when it fits nobody at all. */
  readonly best: { readonly partner: C; readonly score: number } | null
}

/** Companies among the best of no other, each with the partner it comes closest to. */
export function unseenCompanies<C extends ShoreCompany>({
  companies,
  links,
  unseen,
}: ShoreFacts<C>): UnseenCompany<C>[] {
  const byId = new Map(companies.map((company) => [company.id, company]))
  return unseen.flatMap((id) => {
    const company = byId.get(id)
    if (!company) return []
    let best: UnseenCompany<C>['best'] = null
    for (const { companyId, partnerId, score } of links) {
      const partner = companyId === id ? byId.get(partnerId) : partnerId === id ? byId.get(companyId) : undefined
      if (partner && score > 0 && (best === null || score > best.score)) best = { partner, score }
    }
    return [{ company, best }]
  })
}
