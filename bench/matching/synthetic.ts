import type { Locale } from '../../src/kernel/locale.ts'
import type { Concept, MatchParty, Thesaurus } from '../../src/modules/matching/engine/index.ts'
import { makeRandom } from './figures.ts'
import { buildParty, buildProfile } from './parties.ts'

type Frame = (terms: readonly string[]) => string

/** Sentences an offer is written in; frames of one position say the same in each language. */
export const OFFERS: Readonly<Record<Locale, readonly Frame[]>> = {
  ko: [
    ([a, b, c]) => `당사는 ${a}와 ${b}을 개발하고 생산하며 ${c} 분야에 공급합니다.`,
    ([a, b, c]) => `${a} 전문기업으로 ${b} 기술을 보유하고 있으며 ${c} 양산 경험이 있습니다.`,
  ],
  ru: [
    ([a, b, c]) => `Компания разрабатывает и выпускает: ${a}, ${b}. Применение: ${c}.`,
    ([a, b, c]) => `Предлагаем: ${a}; ${b}. Опыт внедрения: ${c}.`,
  ],
  en: [
    ([a, b, c]) => `We develop and produce ${a} and ${b}, supplied to customers in ${c}.`,
    ([a, b, c]) => `Our company specialises in ${a}; we own technology of ${b} and have experience in ${c}.`,
  ],
}

export const REQUESTS: Readonly<Record<Locale, Frame>> = {
  ko: ([a, b]) => `${a} 및 ${b} 기술을 가진 협력사를 찾습니다. 공동개발을 희망합니다.`,
  ru: ([a, b]) => `Ищем партнёра с технологиями: ${a}, ${b}. Возможна совместная разработка.`,
  en: ([a, b]) => `Looking for a partner with technology for ${a} and ${b}; joint development is possible.`,
}

/** The five fields of the source case. */
const FIELDS = ['semiconductor', 'display', 'autonomous', 'machinetool', 'information-technology']

/** Concepts of a programme with five fields: everything below them. */
export function conceptsOfFields({ concepts }: Thesaurus): Concept[] {
  const parents = new Map(concepts.map(({ id, parentId }) => [id, parentId]))
  const belongs = (id: string): boolean => {
    for (let at: string | null | undefined = id; at; at = parents.get(at)) if (FIELDS.includes(at)) return true
    return false
  }
  return concepts.filter(({ id }) => belongs(id))
}

/** Companies that do not exist, in sentences of our own over thesaurus terms; side and language alternate ko, ru. */
export function makeCompanies(
  { concepts }: { readonly concepts: readonly Concept[] },
  count: number,
  seed: number,
  prefix: string,
): MatchParty[] {
  const random = makeRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, (_, at) => {
    const side = at % 2 === 0 ? 'ko' : 'ru'
    const locale: Locale = random() < 0.15 ? 'en' : side
    const term = (): string => pick(pick(concepts).terms[locale])
    const id = `${prefix}${at}`
    return buildParty(id, side, [
      buildProfile(`${id}-offer`, 'offer', [{ locale, text: pick(OFFERS[locale])([term(), term(), term()]) }]),
      buildProfile(`${id}-request`, 'request', [{ locale, text: REQUESTS[locale]([term(), term()]) }]),
    ])
  })
}
