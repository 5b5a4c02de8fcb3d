import type { InterpreterFacts } from '../../modules/events/index.ts'
import type { GeneratedCompany, GeneratedContact, GeneratedPerson, SideCode } from './generated.ts'
import type { Random } from './random.ts'

/** Family and given names as they are common; whoever they make up is nobody. */
const KOREAN = {
  family: ['김', '이', '박', '최', '정', '강', '조', '윤', '장', '임', '한', '오', '서', '신'],
  given: [
    '가람',
    '나래',
    '다온',
    '라온',
    '마루',
    '보람',
    '슬기',
    '아름',
    '하늘',
    '한결',
    '새롬',
    '누리',
    '다솜',
    '온유',
  ],
} as const
const RUSSIAN = {
  men: {
    given: ['Антон', 'Борис', 'Виктор', 'Глеб', 'Денис', 'Егор', 'Кирилл', 'Максим'],
    family: ['Берёзин', 'Лесков', 'Полянов', 'Речной', 'Снегов', 'Туманов'],
  },
  women: {
    given: ['Алина', 'Вера', 'Дарья', 'Елена', 'Ирина', 'Мария', 'Нина', 'Ольга'],
    family: ['Берёзина', 'Лескова', 'Полянова', 'Речная', 'Снегова', 'Туманова'],
  },
} as const

const inventName = (random: Random, side: SideCode): string => {
  if (side === 'gyeonggi') return `${random.pick(KOREAN.family)}${random.pick(KOREAN.given)}`
  const { given, family } = random.pick([RUSSIAN.men, RUSSIAN.women])
  return `${random.pick(given)} ${random.pick(family)}`
}

const JOB_TITLES = {
  gyeonggi: ['해외사업팀장', '연구소장', '기술영업 과장', '대표이사'],
  russia: ['Директор по развитию', 'Главный технолог', 'Руководитель международных проектов', 'Генеральный директор'],
} as const

const LOCALE = { gyeonggi: 'ko', russia: 'ru' } as const

export const contactOf = (random: Random, side: SideCode, code: string): GeneratedContact => ({
  name: inventName(random, side),
  jobTitle: random.pick(JOB_TITLES[side]),
  email: `contact@${code.toLowerCase()}.example`,
  locale: LOCALE[side],
})

/** Of each side the first invented companies get somebody who signs in for them. */
const REPRESENTATIVES_PER_SIDE = 4
const INTERPRETERS_WHO_SIGN_IN = 2

/** Whoever signs in to the demo, all at addresses that cannot exist. */
export function generatePeople(
  random: Random,
  companies: readonly GeneratedCompany[],
  interpreters: readonly InterpreterFacts[],
): GeneratedPerson[] {
  const representatives = (['gyeonggi', 'russia'] as const).flatMap((side) =>
    companies
      .filter((company) => company.side === side && company.synthetic)
      .slice(0, REPRESENTATIVES_PER_SIDE)
      .map(({ code, contacts }): GeneratedPerson => ({
        role: 'company-representative',
        name: contacts[0]?.name ?? inventName(random, side),
        email: `${code.toLowerCase()}@naru.example`,
        locale: LOCALE[side],
        of: code,
      })),
  )
  return [
    { role: 'operator', name: '한나루', email: 'operator@naru.example', locale: 'en', of: null },
    { role: 'official', name: '오가람', email: 'official@naru.example', locale: 'ko', of: null },
    ...representatives,
    ...interpreters.slice(0, INTERPRETERS_WHO_SIGN_IN).map(({ name }, at): GeneratedPerson => ({
      role: 'interpreter',
      name,
      email: `interpreter-${at + 1}@naru.example`,
      locale: at % 2 === 0 ? 'ko' : 'ru',
      of: name,
    })),
  ]
}
