import {
  type LanguageTools,
  type Thesaurus,
  buildIndex,
  rankPartners,
} from '../../src/modules/matching/engine/index.ts'
import { printFigure } from './figures.ts'
import { buildParty, buildProfile } from './parties.ts'
import { makeCompanies } from './synthetic.ts'

/**
 * The four technology alliances of 26 October 2020. What is public is the subject of each; each side's texts say it in
 * its own language, as a request on one side and an offer on the other, and name the other half of the work.
 */
const ALLIANCES = [
  {
    gyeonggi: 'powel',
    russia: 'polytechnic',
    koRequest: '접합 공정용 스마트 포일 기술',
    ruOffer: 'Умная фольга для процессов соединения материалов',
    ruRequest: 'Промышленное применение процессов соединения деталей',
    koOffer: '접합 공정의 양산 적용',
  },
  {
    gyeonggi: 'mgen',
    russia: 'dabai',
    koRequest: '자동차부품 3차원 검사 기술',
    ruOffer: 'Оборудование для трёхмерного контроля автомобильных деталей',
    ruRequest: 'Изготовитель контрольного оборудования для автокомпонентов',
    koOffer: '자동차부품 검사 장비 제조',
  },
  {
    gyeonggi: 's-lab',
    russia: 'numerical-vision',
    koRequest: '인터페로미터 기반 나노 변위 측정',
    ruOffer: 'Измерение наноперемещений на основе интерферометра',
    ruRequest: 'Измерительный столик для нанометровых перемещений',
    koOffer: '나노 변위 측정 스테이지',
  },
  {
    gyeonggi: 'smg-materials',
    russia: 'pelcom',
    koRequest: '반도체 공정용 고온 히터 기술',
    ruOffer: 'Высокотемпературные нагреватели для полупроводникового производства',
    ruRequest: 'Материалы и детали для высокотемпературных нагревателей',
    koOffer: '고온 히터 소재 및 부품',
  },
] as const

const DECOYS = 2_400

export function measureSourceCase(thesaurus: Thesaurus, language: LanguageTools): void {
  const real = ALLIANCES.flatMap(({ gyeonggi, russia, koRequest, koOffer, ruRequest, ruOffer }) => [
    buildParty(gyeonggi, 'ko', [
      buildProfile(`${gyeonggi}-request`, 'request', [{ locale: 'ko', text: koRequest }]),
      buildProfile(`${gyeonggi}-offer`, 'offer', [{ locale: 'ko', text: koOffer }]),
    ]),
    buildParty(russia, 'ru', [
      buildProfile(`${russia}-request`, 'request', [{ locale: 'ru', text: ruRequest }]),
      buildProfile(`${russia}-offer`, 'offer', [{ locale: 'ru', text: ruOffer }]),
    ]),
  ])
  const index = buildIndex([...real, ...makeCompanies(thesaurus, DECOYS, 3, 'decoy-')], thesaurus, language)
  const ranks = ALLIANCES.flatMap(({ gyeonggi, russia }) => [
    1 + rankPartners(index, gyeonggi, 50).findIndex(({ b }) => b === russia),
    1 + rankPartners(index, russia, 50).findIndex(({ b }) => b === gyeonggi),
  ])
  process.stderr.write(`source case: ranks ${ranks.join(' ')} (0: beyond 50) among ${DECOYS / 2} a side\n`)
  const within = (depth: number): number => ranks.filter((rank) => rank >= 1 && rank <= depth).length
  printFigure({ case: 'source-case', metric: 'rank <= 3', value: within(3), unit: 'of 8', goal: { atLeast: 8 }, n: 8 })
  printFigure({ case: 'source-case', metric: 'rank 1', value: within(1), unit: 'of 8', goal: { atLeast: 6 }, n: 8 })
}
