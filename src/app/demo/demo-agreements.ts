import type { Id } from '../../kernel/id.ts'
import type { LocalizedText } from '../../kernel/locale.ts'
import type { Result } from '../../kernel/result.ts'
import { systemActor } from '../../modules/accounts/index.ts'
import { type RecordAgreement, recordAgreement } from '../../modules/agreements/index.ts'
import { createCommitment } from '../../modules/commitments/index.ts'
import type { Platform } from '../../platform/context.ts'
import { SOURCE } from './source-case.ts'

const SIGNED_ON = '2020-10-26'

const NOTE: LocalizedText = {
  ko: '공개 보도에 나온 사실만 기록했습니다. 협약 본문과 서명자, 체결 이후의 경과는 알려져 있지 않습니다.',
  ru: 'Внесены только опубликованные факты. Текст, подписанты и дальнейшая судьба соглашения неизвестны.',
  en: 'Only published facts are recorded. The text, the signatories and what became of the agreement later are not known.',
}

const FATE_NOT_KNOWN: LocalizedText = {
  ko: '발표된 약속입니다. 이후 이행 여부는 알려져 있지 않습니다.',
  ru: 'Объявленное обещание. Исполнено ли оно впоследствии, неизвестно.',
  en: 'A promise as it was announced. Whether it was kept later is not known.',
}

interface DemoParty {
  /** Of the company in the programme; null: a party that is named and does not take part. */
  readonly code: string | null
  readonly ko: string
  readonly en: string
}

interface DemoAgreement extends Pick<
  RecordAgreement,
  'number' | 'type' | 'title' | 'subject' | 'amount' | 'announcedAs'
> {
  readonly parties: readonly DemoParty[]
  readonly commitments: readonly {
    readonly party: number
    readonly what: LocalizedText
    readonly dueOn: string | null
    readonly evidenceKind: 'registration' | 'visit'
  }[]
}

const INVESTMENT: DemoAgreement = {
  number: '2020-IA-01',
  type: 'investment',
  title: { ko: '투자 협약', ru: 'Инвестиционное соглашение', en: 'Investment agreement' },
  subject: {
    ko: '하지마비 환자용 착용형 외골격 보행 로봇을 만드는 엑소아틀레트 글로벌의 경기도 투자',
    ru: 'Инвестиции в Кёнгидо компании ExoAtlet Global, производителя экзоскелетов для ходьбы людей с параличом ног',
    en: 'Investment in Gyeonggi by ExoAtlet Global, maker of wearable exoskeleton walking robots for people with paralysed legs',
  },
  amount: { minor: 500_000_000, currency: 'USD' },
  // The rate behind the won figure was not published, so it is not judged.
  announcedAs: { amount: { minor: 5_700_000_000, currency: 'KRW' }, rate: null },
  parties: [
    { code: null, ko: '경기도', en: 'Gyeonggi Province' },
    { code: null, ko: '가스프롬', en: 'Gazprom' },
    { code: null, ko: '엑소아틀레트 글로벌', en: 'ExoAtlet Global' },
  ],
  commitments: [
    {
      party: 3,
      what: {
        ko: '경기도 내 법인 설립 완료(룩셈부르크에서 본사 이전)',
        ru: 'Завершить регистрацию компании в Кёнгидо (перенос штаб-квартиры из Люксембурга)',
        en: 'Complete incorporation in Gyeonggi (headquarters moves from Luxembourg)',
      },
      dueOn: '2020-11-30',
      evidenceKind: 'registration',
    },
    {
      party: 3,
      what: {
        ko: '한양대 ERICA 창업보육센터 내 경기러시아기술협력센터 입주',
        ru: 'Разместиться в Центре технологического сотрудничества Кёнгидо и России в бизнес-инкубаторе Ханян ERICA',
        en: 'Move into the Gyeonggi-Russia Technology Cooperation Center in the Hanyang ERICA startup incubator',
      },
      dueOn: null,
      evidenceKind: 'visit',
    },
    {
      party: 3,
      what: { ko: '코스닥 상장', ru: 'Разместить акции на бирже KOSDAQ', en: 'List on KOSDAQ' },
      dueOn: '2023-12-31',
      evidenceKind: 'registration',
    },
  ],
}

const ALLIANCE_TITLE: LocalizedText = {
  ko: '공동개발을 위한 기술제휴 협약',
  ru: 'Соглашение о технологическом альянсе (совместная разработка)',
  en: 'Technology-alliance agreement (joint development)',
}

const alliance = (number: string, subject: LocalizedText, gyeonggi: DemoParty, russia: DemoParty): DemoAgreement => ({
  number,
  type: 'joint-development',
  title: ALLIANCE_TITLE,
  subject,
  amount: null,
  announcedAs: null,
  parties: [gyeonggi, russia],
  commitments: [],
})

const AGREEMENTS: readonly DemoAgreement[] = [
  INVESTMENT,
  alliance(
    '2020-JD-01',
    {
      ko: '접합 공정용 스마트 포일',
      ru: 'Умная фольга для процессов соединения',
      en: 'Smart foil for joining (bonding) processes',
    },
    { code: 'POWEL', ko: '파웰코퍼레이션', en: 'Powel Corporation' },
    { code: 'POLYTECH', ko: '폴리텍 대학', en: 'Polytechnic University' },
  ),
  alliance(
    '2020-JD-02',
    {
      ko: '자동차부품 3차원 검사 장비',
      ru: 'Оборудование для 3D-контроля автомобильных деталей',
      en: '3D inspection equipment for automotive parts',
    },
    { code: 'MGEN', ko: '엠젠', en: 'MGEN' },
    { code: 'DABAI', ko: '다바이 오토모티브', en: 'Dabai Automotive' },
  ),
  alliance(
    '2020-JD-03',
    {
      ko: '인터페로미터 기반 나노 변위 측정 스테이지',
      ru: 'Интерферометрический столик для измерения нанометровых перемещений',
      en: 'Interferometer-based nano-displacement measuring stage',
    },
    { code: 'S-LAB', ko: '에스랩', en: 'S-LAB' },
    { code: 'NUMVISION', ko: '뉴메리칼비전', en: 'Numerical Vision' },
  ),
  alliance(
    '2020-JD-04',
    {
      ko: '반도체 공정 고온 히터',
      ru: 'Высокотемпературный нагреватель для полупроводниковых процессов',
      en: 'High-temperature heater for semiconductor processes',
    },
    { code: 'SMG', ko: '에스엠지머티리얼즈', en: 'SMG Materials' },
    { code: 'PELCOM', ko: '펠콤', en: 'Pelcom' },
  ),
]

/** The demo has no rule to break: a refusal here is a defect of its data. */
function expectOk<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demo was refused: ${result.refusal.code} ${JSON.stringify(result.refusal.detail ?? {})}`)
}

/**
 * Enters the five agreements and three promises of 26 October 2020 as they were reported: concluded elsewhere, with the
 * facts of the report and no more. The promises are not followed, because what became of them is not known. Gives the
 * agreements by their numbers.
 */
export async function loadDemoAgreements(
  platform: Platform,
  programmeId: Id,
  companiesByCode: ReadonlyMap<string, Id>,
): Promise<ReadonlyMap<string, Id>> {
  const actor = systemActor('demo')
  const recorded = new Map<string, Id>()
  for (const { parties, commitments, ...facts } of AGREEMENTS) {
    const { id: agreementId, partyIds } = expectOk(
      await recordAgreement(platform, actor, {
        programmeId,
        ...facts,
        parties: parties.map(({ code, ko, en }) => ({
          companyId: (code && companiesByCode.get(code)) || null,
          sideId: null,
          name: { ko, en },
          // Legal names were not published: the names of the report stand in their place.
          legalName: ko,
          latinName: en,
          identifier: null,
        })),
        signedOn: SIGNED_ON,
        source: SOURCE,
        note: NOTE,
      }),
    )
    recorded.set(facts.number, agreementId)
    for (const { party, what, dueOn, evidenceKind } of commitments) {
      const promise = { programmeId, agreementId, partyId: partyIds[party - 1]!, what, dueOn, evidenceKind }
      expectOk(
        await createCommitment(platform, actor, {
          ...promise,
          amount: null,
          followed: false,
          source: SOURCE,
          note: FATE_NOT_KNOWN,
        }),
      )
    }
  }
  return recorded
}
