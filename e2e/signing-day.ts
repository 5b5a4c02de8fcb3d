import type { LocalizedText } from '../src/kernel/locale.ts'
import type { Caller } from './api.ts'

type NewAgreement = Parameters<Caller['api']['agreements']['createAgreement']>[0]
type Party = NewAgreement['parties'][number]

const text = (ko: string, en: string, ru: string): LocalizedText => ({ ko, en, ru })

/** Somebody who signs, invented; the parties carry the names of the public reports. */
const party = (name: LocalizedText, sideId: string | null, signatory: string): Party => ({
  companyId: null,
  sideId,
  name,
  legalName: name.ko ?? '',
  latinName: name.en ?? '',
  identifier: null,
  signatory: {
    name: signatory,
    latinName: signatory,
    office: 'Director',
    email: `${(name.en ?? '').toLowerCase().replaceAll(/[^a-z]+/g, '-')}@naru.example`,
    locale: 'en',
    authority: 'Articles of association',
    authorityFrom: null,
    authorityUntil: null,
  },
})

const EMPTY_TERMS: Omit<NewAgreement['terms'], 'subject'> = {
  contributions: [],
  milestones: [],
  amount: null,
  announcedAs: null,
  foreground: 'joint',
  confidentialityMonths: 36,
  termMonths: 24,
  law: text('대한민국법', 'The law of the Republic of Korea', 'Право Республики Корея'),
  exportControl: true,
  electronicExecution: true,
}

const agreement = (
  programmeId: string,
  facts: Pick<NewAgreement, 'number' | 'type' | 'title' | 'parties' | 'signingOrder'> & {
    readonly terms: Pick<NewAgreement['terms'], 'subject'> & Partial<NewAgreement['terms']>
  },
): NewAgreement => ({
  programmeId,
  languages: ['ko', 'en', 'ru'],
  prevailing: 'en',
  mode: 'ceremony',
  ...facts,
  terms: { ...EMPTY_TERMS, ...facts.terms },
})

const GYEONGGI = text('경기도', 'Gyeonggi Province', 'Провинция Кёнгидо')
const GAZPROM = text('가스프롬', 'Gazprom', '«Газпром»')
const EXOATLET = text('엑소아틀레트 글로벌', 'ExoAtlet Global', 'ExoAtlet Global')

/** Three parties, five million dollars and three promises. `dueOn`: of the first promise. */
export const investmentAgreement = (programmeId: string, dueOn: string): NewAgreement =>
  agreement(programmeId, {
    number: '2020-IA-01',
    type: 'investment',
    title: text('투자 협약', 'Investment agreement', 'Инвестиционное соглашение'),
    parties: [
      party(GYEONGGI, null, 'Signatory A'),
      party(GAZPROM, null, 'Signatory B'),
      party(EXOATLET, null, 'Signatory C'),
    ],
    signingOrder: 'in-order',
    terms: {
      subject: text(
        '외골격 보행 로봇 제조사의 경기도 투자',
        'Investment in Gyeonggi by a maker of exoskeleton walking robots',
        'Инвестиции производителя экзоскелетов в Кёнгидо',
      ),
      amount: { minor: 500_000_000, currency: 'USD' },
      milestones: [
        {
          key: 'incorporation',
          party: 3,
          what: text('경기도 내 법인 설립', 'Complete incorporation in Gyeonggi', 'Завершить регистрацию в Кёнгидо'),
          dueOn,
          evidenceKind: 'registration',
          amount: null,
        },
        {
          key: 'residence',
          party: 3,
          what: text(
            '기술협력센터 입주',
            'Move into the technology cooperation centre',
            'Разместиться в центре технологического сотрудничества',
          ),
          dueOn: null,
          evidenceKind: 'visit',
          amount: null,
        },
        {
          key: 'listing',
          party: 3,
          what: text('코스닥 상장', 'List on KOSDAQ', 'Разместить акции на бирже KOSDAQ'),
          dueOn: null,
          evidenceKind: 'registration',
          amount: null,
        },
      ],
    },
  })

const ALLIANCES = [
  [
    text('접합 공정용 스마트 포일', 'Smart foil for joining', 'Умная фольга для соединения'),
    '파웰코퍼레이션',
    'Powel Corporation',
    '폴리텍 대학',
    'Polytechnic University',
  ],
  [
    text(
      '자동차부품 검사 장비',
      'Inspection equipment for automotive parts',
      'Оборудование для контроля автомобильных деталей',
    ),
    '엠젠',
    'MGEN',
    '다바이 오토모티브',
    'Dabai Automotive',
  ],
  [
    text(
      '나노 변위 측정 스테이지',
      'Nano-displacement measuring stage',
      'Столик для измерения нанометровых перемещений',
    ),
    '에스랩',
    'S-LAB',
    '뉴메리칼비전',
    'Numerical Vision',
  ],
  [
    text(
      '반도체 공정 고온 히터',
      'High-temperature heater for semiconductor processes',
      'Нагреватель для полупроводниковых процессов',
    ),
    '에스엠지머티리얼즈',
    'SMG Materials',
    '펠콤',
    'Pelcom',
  ],
] as const

/** The four technology alliances, each between a company of either side. */
export const jointDevelopments = (programmeId: string, [first, second]: readonly string[]): NewAgreement[] =>
  ALLIANCES.map(([subject, ko, en, partnerKo, partnerEn], index) =>
    agreement(programmeId, {
      number: `2020-JD-0${index + 1}`,
      type: 'joint-development',
      title: text(
        '공동개발을 위한 기술제휴 협약',
        'Technology-alliance agreement (joint development)',
        'Соглашение о совместной разработке',
      ),
      parties: [
        party(text(ko, en, en), first ?? null, 'Signatory D'),
        party(text(partnerKo, partnerEn, partnerEn), second ?? null, 'Signatory E'),
      ],
      signingOrder: 'parallel',
      terms: { subject },
    }),
  )
