import { describe, expect, test } from 'vitest'
import { generateProgramme } from './generate-programme.ts'
import { KEYWORDS } from './keywords.ts'
import { SUBJECTS } from './subjects.ts'

const demo = generateProgramme()
const bySide = (side: string) => demo.companies.filter((company) => company.side === side)

describe('the source case', () => {
  test('has 22 and 18 companies, and the announced 44 stand beside them', () => {
    expect([bySide('gyeonggi').length, bySide('russia').length]).toEqual([22, 18])
    expect(demo.figures.find(({ figure }) => figure === 'participating-companies')?.value).toBe(44)
  })

  test('real organisations carry these facts and nothing else', () => {
    const real = demo.companies.filter(({ synthetic }) => !synthetic)
    const nothingElse = {
      country: expect.stringMatching(/^(KR|RU)$/),
      region: null,
      website: null,
      size: null,
      employees: null,
      foundedYear: null,
      certifications: [],
      languages: [],
      contacts: [],
      synthetic: false,
      source: 'Public reports of October and November 2020',
      profiles: expect.any(Array),
    }
    expect(real).toEqual(FACTS.map((fact) => ({ ...nothingElse, ...fact })))
    for (const { profiles } of real) {
      for (const { title, summary, technologyKeywords, code: _code, type: _type, ...rest } of profiles) {
        expect(Object.values(rest).flatMap((value) => (value === null ? [] : Object.values(value)))).toEqual([])
        expect([Object.keys(title), Object.keys(summary)]).toEqual([
          ['ko', 'en'],
          ['ko', 'en'],
        ])
        expect(technologyKeywords.length).toBeGreaterThan(0)
      }
    }
  })

  test('the subject of an agreement or a talk is the title of the profile', () => {
    const titles = demo.companies.flatMap(({ code, synthetic, profiles }) =>
      synthetic ? [] : profiles.map(({ title }) => [code, title.en]),
    )
    expect(titles).toEqual([
      ['POWEL', 'Smart foil for joining (bonding) processes'],
      ['MGEN', '3D inspection equipment for automotive parts'],
      ['S-LAB', 'Interferometer-based nano-displacement measuring stage'],
      ['SMG', 'High-temperature heater for semiconductor processes'],
      ['SHINRYONG', 'Technical cooperation on X-ray inspection equipment and its import to Korea'],
      ['RIBAN', 'Joint hardware and software production for autonomous driving'],
      ['POLYTECH', 'Smart foil for joining (bonding) processes'],
      ['DABAI', '3D inspection equipment for automotive parts'],
      ['NUMVISION', 'Interferometer-based nano-displacement measuring stage'],
      ['PELCOM', 'High-temperature heater for semiconductor processes'],
      ['XRAY', 'X-ray inspection equipment'],
      ['LIDAR', 'Small-LiDAR technology'],
    ])
  })

  test('real organisations meet those with whom the report names them, with a note that says what is reported', () => {
    const real = new Set(FACTS.map(({ code }) => code))
    const pairs = demo.requests.filter(({ host, guest }) => real.has(host) || real.has(guest))
    expect(pairs.map(({ host, guest }) => `${host} ${guest}`)).toEqual([
      'POWEL POLYTECH',
      'MGEN DABAI',
      'S-LAB NUMVISION',
      'SMG PELCOM',
      'SHINRYONG XRAY',
      'RIBAN LIDAR',
    ])
    expect(pairs.every(({ note }) => note?.includes('synthetic'))).toBe(true)
  })

  test('there are 90 accepted requests and some of every other fate', () => {
    expect(
      Object.fromEntries(
        Object.entries(Object.groupBy(demo.requests, ({ fate }) => fate)).map(([fate, of]) => [fate, of.length]),
      ),
    ).toEqual({
      accepted: 90,
      pending: 6,
      declined: 4,
      expired: 3,
    })
  })

  test('everybody who signs in has an address that cannot exist', () => {
    expect(demo.people.map(({ role }) => role).toSorted()).toEqual([
      ...Array<string>(8).fill('company-representative'),
      'interpreter',
      'interpreter',
      'official',
      'operator',
    ])
    expect(demo.people.every(({ email }) => email.endsWith('@naru.example'))).toBe(true)
  })
})

describe('invented companies', () => {
  const invented = demo.companies.filter(({ synthetic }) => synthetic)

  test('say so, speak their language, and have one to three profiles', () => {
    expect(invented).toHaveLength(27)
    for (const { code, side, name, source, description, profiles } of invented) {
      const own = side === 'gyeonggi' ? 'ko' : 'ru'
      expect([name[own]?.startsWith(code), name.en?.startsWith(code), source]).toEqual([
        true,
        true,
        'Invented for the demonstration',
      ])
      expect(description[own]).toMatch(/가상|Вымышленная/)
      expect(profiles.length >= 1 && profiles.length <= 3).toBe(true)
      for (const { title, summary } of profiles) expect([!!title[own], !!summary[own]]).toEqual([true, true])
    }
  })

  test('stay within what a profile may hold, with keywords of the lists', () => {
    const known = new Set(KEYWORDS.map(({ code }) => code))
    for (const { title, summary, technologyKeywords, marketKeywords } of invented.flatMap(({ profiles }) => profiles)) {
      expect(Object.values(title).every((text) => text.length <= 256)).toBe(true)
      expect(Object.values(summary).every((text) => text.length <= 500)).toBe(true)
      expect([...technologyKeywords, ...marketKeywords].filter((code) => !known.has(code))).toEqual([])
    }
  })

  test('need what the other side works on', () => {
    const sideOf = new Map(SUBJECTS.map(({ code, side }) => [code, side]))
    for (const { side, needs } of SUBJECTS) {
      expect(new Set(needs.map((need) => sideOf.get(need)))).toEqual(
        new Set([side === 'gyeonggi' ? 'russia' : 'gyeonggi']),
      )
    }
  })
})

describe('the generator', () => {
  test('makes the same of the same seed and something else of another', () => {
    expect(generateProgramme({ seed: 9 })).toEqual(generateProgramme({ seed: 9 }))
    expect(generateProgramme({ seed: 9 })).not.toEqual(generateProgramme({ seed: 10 }))
  })

  test('makes a pair once, whoever asks', () => {
    const pairs = demo.requests.map(({ host, guest }) => [host, guest].toSorted().join(' '))
    expect(new Set(pairs).size).toBe(pairs.length)
  })

  test('makes as many companies as asked for', () => {
    const large = generateProgramme({ gyeonggi: 200, russia: 150, realOrganisations: false, accepted: 500 })
    expect(large.companies.map(({ code }) => code).filter((_, at) => at % 175 === 0)).toEqual(['G-001', 'G-176'])
    expect([large.companies.length, new Set(large.companies.map(({ code }) => code)).size]).toEqual([350, 350])
    expect(large.requests.filter(({ fate }) => fate === 'accepted')).toHaveLength(500)
  })
})

const agreed = (partner: string, partnerKo: string, subject: string, subjectKo: string) => ({
  ko: `2020년 10월 26일 ${partnerKo} 공동개발을 위한 기술제휴 협약 체결. 협약 대상: ${subjectKo}.`,
  en: `Signed a technology-alliance agreement for joint development with ${partner} on 26 October 2020. Subject: ${subject}.`,
})
const foil = ['smart foil for joining (bonding) processes', '접합 공정용 스마트 포일'] as const
const inspection = ['3D inspection equipment for automotive parts', '자동차부품 3차원 검사 장비'] as const
const stage = [
  'interferometer-based nano-displacement measuring stage',
  '인터페로미터 기반 나노 변위 측정 스테이지',
] as const
const heater = ['high-temperature heater for semiconductor processes', '반도체 공정 고온 히터'] as const

/** What was published, written down a second time: whoever adds to a real organisation has to add here too. */
const FACTS = [
  {
    side: 'gyeonggi',
    code: 'POWEL',
    kind: 'company',
    name: { ko: '파웰코퍼레이션', en: 'Powel Corporation' },
    description: agreed('Polytechnic University', '폴리텍 대학과', ...foil),
  },
  {
    side: 'gyeonggi',
    code: 'MGEN',
    kind: 'company',
    name: { ko: '엠젠', en: 'MGEN' },
    description: agreed('Dabai Automotive', '다바이 오토모티브와', ...inspection),
  },
  {
    side: 'gyeonggi',
    code: 'S-LAB',
    kind: 'company',
    name: { ko: '에스랩', en: 'S-LAB' },
    description: agreed('Numerical Vision', '뉴메리칼비전과', ...stage),
  },
  {
    side: 'gyeonggi',
    code: 'SMG',
    kind: 'company',
    name: { ko: '에스엠지머티리얼즈', en: 'SMG Materials' },
    description: agreed('Pelcom', '펠콤과', ...heater),
  },
  {
    side: 'gyeonggi',
    code: 'SHINRYONG',
    kind: 'company',
    name: { ko: '㈜신룡', en: 'Shinryong' },
    description: {
      ko: '엑스선 검사 장비 제조사와 기술협력 및 장비의 국내 도입을 상담. 양해각서 체결 예정.',
      en: 'Talked with a maker of X-ray inspection equipment about technical cooperation and import of the equipment to Korea; a memorandum of understanding is planned.',
    },
  },
  {
    side: 'gyeonggi',
    code: 'RIBAN',
    kind: 'company',
    name: { ko: '리반㈜', en: 'Riban' },
    description: {
      ko: '소형 라이다 기술 보유 기업과 자율주행용 하드웨어·소프트웨어 공동 제작을 상담. 화상 상담을 이어 갈 예정.',
      en: 'Talked with a holder of small-LiDAR technology about joint hardware and software production for autonomous driving; further video meetings follow.',
    },
  },
  { side: 'gyeonggi', code: 'INTREE', kind: 'company', name: { ko: '㈜인트리', en: 'Intree' }, description: {} },
  {
    side: 'russia',
    code: 'POLYTECH',
    kind: 'university',
    name: { ko: '폴리텍 대학', en: 'Polytechnic University' },
    description: agreed('Powel Corporation', '파웰코퍼레이션과', ...foil),
  },
  {
    side: 'russia',
    code: 'DABAI',
    kind: 'company',
    name: { ko: '다바이 오토모티브', en: 'Dabai Automotive' },
    description: agreed('MGEN', '엠젠과', ...inspection),
  },
  {
    side: 'russia',
    code: 'NUMVISION',
    kind: 'company',
    name: { ko: '뉴메리칼비전', en: 'Numerical Vision' },
    description: agreed('S-LAB', '에스랩과', ...stage),
  },
  {
    side: 'russia',
    code: 'PELCOM',
    kind: 'company',
    name: { ko: '펠콤', en: 'Pelcom' },
    description: agreed('SMG Materials', '에스엠지머티리얼즈와', ...heater),
  },
  {
    side: 'russia',
    code: 'XRAY',
    kind: 'company',
    name: { ko: '엑스선 검사 장비 제조사 (이름 미공개)', en: 'Maker of X-ray inspection equipment (not named)' },
    description: {
      ko: '㈜신룡과 기술협력 및 장비의 한국 도입을 상담. 양해각서 체결 예정.',
      en: 'Talked with Shinryong about technical cooperation and import of the equipment to Korea; a memorandum of understanding is planned.',
    },
  },
  {
    side: 'russia',
    code: 'LIDAR',
    kind: 'company',
    name: { ko: '소형 라이다 기술 보유 기업 (이름 미공개)', en: 'Holder of small-LiDAR technology (not named)' },
    description: {
      ko: '리반㈜과 자율주행용 하드웨어·소프트웨어 공동 제작을 상담. 화상 상담을 이어 갈 예정.',
      en: 'Talked with Riban about joint hardware and software production for autonomous driving; further video meetings follow.',
    },
  },
]
