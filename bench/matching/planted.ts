import { readFileSync } from 'node:fs'
import {
  type LanguageTools,
  type MatchParty,
  type Thesaurus,
  buildIndex,
  rankPartners,
} from '../../src/modules/matching/engine/index.ts'
import { makeRandom, printFigure, shareInterval } from './figures.ts'
import { buildParty, buildProfile } from './parties.ts'

interface LabelFile {
  readonly gced: readonly (readonly [string, string, string])[]
  readonly koru: readonly (readonly [string, string, readonly string[]])[]
}

const PAIRS = 400

export interface PlantedCase {
  readonly parties: readonly MatchParty[]
  /** Planted partner on the other side by id. */
  readonly partnerOf: ReadonlyMap<string, string>
}

/**
 * 400 Korean companies and 1,200 Russian ones. Each text names a few industries, in Korean on one side and by the
 * official Russian names on the other (the mapping is partly noisy, which is kept). For each Korean company one partner
 * fits both ways and two decoys fit one way only.
 */
export function plantPairs(folder: URL, seed: number, industriesPerText: number): PlantedCase {
  const file = JSON.parse(readFileSync(new URL('matching/industry-labels.json', folder), 'utf8')) as LabelFile
  const russian = new Map(file.gced.map(([code, ru]) => [code, ru]))
  const rows = file.koru.flatMap(([, ko, codes]) => {
    const found = codes.map((code) => russian.get(code)).filter((ru) => ru !== undefined)
    return found.length > 0 ? [{ ko, ru: found }] : []
  })
  const random = makeRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const topics = (): { ko: string; ru: string } => {
    const chosen = Array.from({ length: industriesPerText }, () => pick(rows))
    return { ko: chosen.map(({ ko }) => ko).join('. '), ru: chosen.map(({ ru }) => pick(ru)).join('. ') }
  }
  const parties: MatchParty[] = []
  const partnerOf = new Map<string, string>()
  const russianParty = (id: string, offer: string, request: string): MatchParty =>
    buildParty(id, 'ru', [
      buildProfile(`${id}-offer`, 'offer', [{ locale: 'ru', text: offer }]),
      buildProfile(`${id}-request`, 'request', [{ locale: 'ru', text: request }]),
    ])
  for (let at = 0; at < PAIRS; at += 1) {
    const wanted = topics()
    const offered = topics()
    parties.push(
      buildParty(`k${at}`, 'ko', [
        buildProfile(`k${at}-request`, 'request', [{ locale: 'ko', text: wanted.ko }]),
        buildProfile(`k${at}-offer`, 'offer', [{ locale: 'ko', text: offered.ko }]),
      ]),
      russianParty(`r${at}-true`, wanted.ru, offered.ru),
      russianParty(`r${at}-offers`, wanted.ru, topics().ru),
      russianParty(`r${at}-wants`, topics().ru, offered.ru),
    )
    partnerOf.set(`k${at}`, `r${at}-true`)
  }
  return { parties, partnerOf }
}

/** With three industries a text is about as telling as a short profile; with two it is harder than any real one. */
export function measurePlanted(folder: URL, thesaurus: Thesaurus, language: LanguageTools): void {
  for (const [name, industries] of [
    ['planted-reciprocal', 3],
    ['planted-reciprocal-short', 2],
  ] as const) {
    const { parties, partnerOf } = plantPairs(folder, 7, industries)
    const index = buildIndex(parties, thesaurus, language)
    const ranks = [...partnerOf].map(([own, partner]) =>
      rankPartners(index, own, 5).findIndex(({ b }) => b === partner),
    )
    for (const [metric, depth, goal] of [
      ['R@1', 1, 0.5],
      ['R@5', 5, 0.75],
    ] as const) {
      const hits = ranks.filter((rank) => rank >= 0 && rank < depth).length
      printFigure({
        case: name,
        metric,
        value: hits / ranks.length,
        unit: 'share',
        goal: { atLeast: goal },
        n: ranks.length,
        ...shareInterval(hits, ranks.length),
      })
    }
  }
}
