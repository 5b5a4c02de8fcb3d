import type { LocalizedText } from '../../kernel/locale.ts'

/** Where the facts of this file are from; printed beside every real organisation. */
export const SOURCE = 'Public reports of October and November 2020'

export const PROGRAMME = {
  slug: 'gyeonggi-russia-2020',
  demo: true,
  name: {
    ko: '2020 경기–러시아 기술협력',
    ru: 'Технологическое сотрудничество Кёнгидо и России, 2020',
    en: 'Gyeonggi–Russia technology cooperation 2020',
  },
  operatorName: { ko: '경기러시아기술협력센터', en: 'Gyeonggi-Russia Technology Cooperation Center' },
  hostName: { ko: '경기도', en: 'Gyeonggi Province' },
  description: {
    ko: '2020년 10월의 실제 상담회를 바탕으로 한 시범 사업입니다. 실제 기관에는 공개된 사실만 담았고, 그 밖의 기업·인물·일정은 모두 가상이며 화면에 가상으로 표시됩니다.',
    ru: 'Демонстрационная программа по материалам консультаций октября 2020 года. О реальных организациях приведены только опубликованные факты; остальные компании, люди и время вымышлены и так обозначены на экране.',
    en: 'A demonstration built on the consultations of October 2020. Real organisations carry published facts only; all other companies, people and times are invented and marked as synthetic.',
  },
  sides: [
    {
      code: 'gyeonggi',
      name: { ko: '경기도', ru: 'Кёнгидо', en: 'Gyeonggi Province, Korea' },
      country: 'KR',
      timeZone: 'Asia/Seoul',
      languages: ['ko', 'en'],
    },
    {
      code: 'russia',
      name: { ko: '러시아', ru: 'Россия', en: 'Russia' },
      country: 'RU',
      timeZone: 'Europe/Moscow',
      languages: ['ru', 'en'],
    },
  ],
} as const

export const EVENT_DATES = ['2020-10-26', '2020-10-28'] as const

export const EVENT_NAME: LocalizedText = {
  ko: '경기–러시아 온라인 기술상담회',
  ru: 'Онлайн-консультации «Кёнгидо – Россия»',
  en: 'Gyeonggi–Russia online technology consultation',
}

/** Companies that took part, as the records count them. */
export const RECORDED = { gyeonggi: 22, russia: 18 } as const

/** A real organisation, by what was published of it and nothing else. */
export interface RealOrganisation {
  readonly code: string
  readonly side: 'gyeonggi' | 'russia'
  readonly kind: 'company' | 'university'
  readonly name: LocalizedText
  /** What the report says happened; empty when the organisation is only named. */
  readonly description: LocalizedText
  /** What the agreement or the talk was about, for its profile; null when the organisation is only named. */
  readonly subject: {
    readonly title: LocalizedText
    readonly summary: LocalizedText
    readonly technologyKeywords: readonly string[]
    /** Code of the organisation it was with. */
    readonly with: string
    readonly reported: 'agreement' | 'talk'
  } | null
}

/** 과 after a final consonant, else 와. */
const withParticle = (word: string): string =>
  `${word}${((word.codePointAt(word.length - 1) ?? 0) - 0xac00) % 28 > 0 ? '과' : '와'}`

interface Alliance {
  readonly subject: { readonly ko: string; readonly en: string }
  readonly technologyKeywords: readonly string[]
  readonly gyeonggi: { readonly code: string; readonly ko: string; readonly en: string }
  readonly russia: { readonly code: string; readonly ko: string; readonly en: string; readonly kind?: 'university' }
}

const ALLIANCES: readonly Alliance[] = [
  {
    subject: { ko: '접합 공정용 스마트 포일', en: 'Smart foil for joining (bonding) processes' },
    technologyKeywords: ['mach.joining', 'mat.foil'],
    gyeonggi: { code: 'POWEL', ko: '파웰코퍼레이션', en: 'Powel Corporation' },
    russia: { code: 'POLYTECH', ko: '폴리텍 대학', en: 'Polytechnic University', kind: 'university' },
  },
  {
    subject: { ko: '자동차부품 3차원 검사 장비', en: '3D inspection equipment for automotive parts' },
    technologyKeywords: ['meas.3d', 'auto.parts'],
    gyeonggi: { code: 'MGEN', ko: '엠젠', en: 'MGEN' },
    russia: { code: 'DABAI', ko: '다바이 오토모티브', en: 'Dabai Automotive' },
  },
  {
    subject: {
      ko: '인터페로미터 기반 나노 변위 측정 스테이지',
      en: 'Interferometer-based nano-displacement measuring stage',
    },
    technologyKeywords: ['meas.nano'],
    gyeonggi: { code: 'S-LAB', ko: '에스랩', en: 'S-LAB' },
    russia: { code: 'NUMVISION', ko: '뉴메리칼비전', en: 'Numerical Vision' },
  },
  {
    subject: { ko: '반도체 공정 고온 히터', en: 'High-temperature heater for semiconductor processes' },
    technologyKeywords: ['sem.heating'],
    gyeonggi: { code: 'SMG', ko: '에스엠지머티리얼즈', en: 'SMG Materials' },
    russia: { code: 'PELCOM', ko: '펠콤', en: 'Pelcom' },
  },
]

const ofAlliance = (alliance: Alliance): RealOrganisation[] => {
  const { gyeonggi, russia } = alliance
  return [allied(alliance, 'gyeonggi', gyeonggi, russia), allied(alliance, 'russia', russia, gyeonggi)]
}

const allied = (
  { subject, technologyKeywords }: Alliance,
  side: RealOrganisation['side'],
  own: Alliance['russia'],
  partner: Alliance['russia'],
): RealOrganisation => ({
  code: own.code,
  side,
  kind: own.kind ?? 'company',
  name: { ko: own.ko, en: own.en },
  description: {
    ko: `2020년 10월 26일 ${withParticle(partner.ko)} 공동개발을 위한 기술제휴 협약 체결. 협약 대상: ${subject.ko}.`,
    en: `Signed a technology-alliance agreement for joint development with ${partner.en} on 26 October 2020. Subject: ${subject.en.charAt(0).toLowerCase()}${subject.en.slice(1)}.`,
  },
  subject: {
    title: subject,
    summary: { ko: `${subject.ko}. 상대: ${partner.ko}.`, en: `${subject.en}, with ${partner.en}.` },
    technologyKeywords,
    with: partner.code,
    reported: 'agreement',
  },
})

const TALKS: readonly RealOrganisation[] = [
  {
    code: 'SHINRYONG',
    side: 'gyeonggi',
    kind: 'company',
    name: { ko: '㈜신룡', en: 'Shinryong' },
    description: {
      ko: '엑스선 검사 장비 제조사와 기술협력 및 장비의 국내 도입을 상담. 양해각서 체결 예정.',
      en: 'Talked with a maker of X-ray inspection equipment about technical cooperation and import of the equipment to Korea; a memorandum of understanding is planned.',
    },
    subject: {
      title: {
        ko: '엑스선 검사 장비 기술협력과 국내 도입',
        en: 'Technical cooperation on X-ray inspection equipment and its import to Korea',
      },
      summary: {
        ko: '엑스선 검사 장비를 국내에 도입하고 기술협력을 추진.',
        en: 'X-ray inspection equipment to be imported to Korea, with technical cooperation.',
      },
      technologyKeywords: ['meas.xray'],
      with: 'XRAY',
      reported: 'talk',
    },
  },
  {
    code: 'XRAY',
    side: 'russia',
    kind: 'company',
    name: { ko: '엑스선 검사 장비 제조사 (이름 미공개)', en: 'Maker of X-ray inspection equipment (not named)' },
    description: {
      ko: '㈜신룡과 기술협력 및 장비의 한국 도입을 상담. 양해각서 체결 예정.',
      en: 'Talked with Shinryong about technical cooperation and import of the equipment to Korea; a memorandum of understanding is planned.',
    },
    subject: {
      title: { ko: '엑스선 검사 장비', en: 'X-ray inspection equipment' },
      summary: { ko: '엑스선 검사 장비 제조.', en: 'X-ray inspection equipment from its maker.' },
      technologyKeywords: ['meas.xray'],
      with: 'SHINRYONG',
      reported: 'talk',
    },
  },
  {
    code: 'RIBAN',
    side: 'gyeonggi',
    kind: 'company',
    name: { ko: '리반㈜', en: 'Riban' },
    description: {
      ko: '소형 라이다 기술 보유 기업과 자율주행용 하드웨어·소프트웨어 공동 제작을 상담. 화상 상담을 이어 갈 예정.',
      en: 'Talked with a holder of small-LiDAR technology about joint hardware and software production for autonomous driving; further video meetings follow.',
    },
    subject: {
      title: {
        ko: '자율주행용 하드웨어·소프트웨어 공동 제작',
        en: 'Joint hardware and software production for autonomous driving',
      },
      summary: {
        ko: '소형 라이다를 활용한 자율주행용 하드웨어·소프트웨어.',
        en: 'Hardware and software for autonomous driving with small LiDAR.',
      },
      technologyKeywords: ['auto.lidar'],
      with: 'LIDAR',
      reported: 'talk',
    },
  },
  {
    code: 'LIDAR',
    side: 'russia',
    kind: 'company',
    name: { ko: '소형 라이다 기술 보유 기업 (이름 미공개)', en: 'Holder of small-LiDAR technology (not named)' },
    description: {
      ko: '리반㈜과 자율주행용 하드웨어·소프트웨어 공동 제작을 상담. 화상 상담을 이어 갈 예정.',
      en: 'Talked with Riban about joint hardware and software production for autonomous driving; further video meetings follow.',
    },
    subject: {
      title: { ko: '소형 라이다 기술', en: 'Small-LiDAR technology' },
      summary: { ko: '자율주행용 소형 라이다 기술 보유.', en: 'Small LiDAR for autonomous driving.' },
      technologyKeywords: ['auto.lidar'],
      with: 'RIBAN',
      reported: 'talk',
    },
  },
  {
    code: 'INTREE',
    side: 'gyeonggi',
    kind: 'company',
    name: { ko: '㈜인트리', en: 'Intree' },
    description: {},
    subject: null,
  },
]

export const REAL_ORGANISATIONS: readonly RealOrganisation[] = [...ALLIANCES.flatMap(ofAlliance), ...TALKS]

export interface AnnouncedFact {
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly name: LocalizedText
  readonly asOf: string | null
  readonly source: string
  /** Why the records give another number, where that is known. */
  readonly explanation?: LocalizedText
}

/** Numbers as they were published. What the records give stands beside them and is never merged. */
export const ANNOUNCED_FIGURES: readonly AnnouncedFact[] = [
  {
    figure: 'participating-companies',
    value: 44,
    unit: 'companies',
    name: {
      ko: '참가 기업 (사전 발표)',
      ru: 'Компании-участники (объявлено заранее)',
      en: 'Participating companies, announced before',
    },
    asOf: null,
    source: SOURCE,
    explanation: {
      ko: '44개사는 행사 전에 발표된 수입니다. 기록에는 경기도 22개사와 러시아 18개사가 참가한 것으로 되어 있으며, 4개사가 적은 이유는 알려져 있지 않습니다.',
      ru: '44 объявили до мероприятия. По записям участвовали 22 компании из Кёнгидо и 18 из России; почему их на четыре меньше, неизвестно.',
      en: '44 were announced before the event. On record are 22 companies from Gyeonggi and 18 from Russia; why there are four fewer is not known.',
    },
  },
  {
    figure: 'recruited-partner-companies',
    value: 20,
    unit: 'companies',
    name: {
      ko: '모집 공고의 러시아 기업',
      ru: 'Российские компании в объявлении о наборе',
      en: 'Russian companies in the call for participants',
    },
    asOf: null,
    source: SOURCE,
  },
  {
    figure: 'results-day-attendees',
    value: 50,
    unit: 'people',
    name: { ko: '성과보고회 참석자', ru: 'Участники дня итогов', en: 'Attendees of the results day' },
    asOf: '2020-10-26',
    source: SOURCE,
  },
  {
    figure: 'investment-agreed',
    value: 5_000_000,
    unit: 'USD',
    name: { ko: '투자협약 금액', ru: 'Сумма инвестиционного соглашения', en: 'Investment agreed' },
    asOf: '2020-10-26',
    source: SOURCE,
  },
  {
    figure: 'investment-agreed-in-won',
    value: 5_700_000_000,
    unit: 'KRW',
    name: {
      ko: '투자협약 금액 (원화 발표)',
      ru: 'Сумма инвестиционного соглашения в вонах',
      en: 'Investment agreed, as announced in won',
    },
    asOf: '2020-10-26',
    source: SOURCE,
  },
  {
    figure: 'catalogue-partner-companies',
    value: 155,
    unit: 'companies',
    name: {
      ko: '파트너 기업 목록 (2022년 1월)',
      ru: 'Партнёрские компании в каталоге (январь 2022)',
      en: 'Partner companies in the catalogue, January 2022',
    },
    asOf: null,
    source: 'Public catalogue, January 2022',
  },
  {
    figure: 'catalogue-industry-groups',
    value: 28,
    unit: 'industry groups',
    name: {
      ko: '목록의 산업군 (2022년 1월)',
      ru: 'Отраслевые группы каталога (январь 2022)',
      en: 'Industry groups of the catalogue, January 2022',
    },
    asOf: null,
    source: 'Public catalogue, January 2022',
  },
  {
    figure: 'catalogue-share-fourth-industry',
    value: 48,
    unit: 'percent',
    name: {
      ko: '목록 중 4차 산업 기술',
      ru: 'Доля технологий четвёртой промышленной революции',
      en: 'Share of 4th-industry technologies',
    },
    asOf: null,
    source: 'Public catalogue, January 2022',
  },
  {
    figure: 'catalogue-share-materials-parts-equipment',
    value: 40,
    unit: 'percent',
    name: {
      ko: '목록 중 소재·부품·장비',
      ru: 'Доля материалов, компонентов и оборудования',
      en: 'Share of materials, parts and equipment',
    },
    asOf: null,
    source: 'Public catalogue, January 2022',
  },
  {
    figure: 'catalogue-share-medicine-bio',
    value: 12,
    unit: 'percent',
    name: { ko: '목록 중 의료·바이오', ru: 'Доля медицины и биотехнологий', en: 'Share of medicine and bio' },
    asOf: null,
    source: 'Public catalogue, January 2022',
  },
]
