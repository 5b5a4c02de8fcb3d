import type { AgreementType } from '../agreement.ts'
import type { Terms } from '../terms.ts'
import type { ClauseTemplate } from './clause-template.ts'
import {
  BACKGROUND_IP,
  CONFIDENTIALITY,
  CONTRIBUTIONS,
  EXPORT_CONTROL,
  E_EXECUTION,
  FOREGROUND_IP,
  LAW,
  MILESTONES,
  PARTIES,
  PREVAILING_LANGUAGE,
  TERM,
} from './clauses-of-every-type.ts'

const hasAmount = ({ amount }: Terms): boolean => amount !== null

const purpose = (ko: string, en: string, ru: string): ClauseTemplate => ({
  key: 'purpose',
  heading: { ko: '목적', en: 'Purpose', ru: 'Предмет' },
  body: { ko, en, ru },
})

const amount = (ko: string, en: string, ru: string): ClauseTemplate => ({
  key: 'amount',
  appliesTo: hasAmount,
  heading: { ko: '금액', en: 'Amount', ru: 'Сумма' },
  body: { ko, en, ru },
})

const CLOSING = [EXPORT_CONTROL, TERM, LAW, E_EXECUTION, PREVAILING_LANGUAGE]

const MOU: readonly ClauseTemplate[] = [
  PARTIES,
  purpose(
    '당사자들은 다음 분야에서 서로 협력하고자 한다. {{subject}}',
    'The Parties intend to cooperate with each other in the following field. {{subject}}',
    'Стороны намерены сотрудничать друг с другом в следующей области. {{subject}}',
  ),
  CONTRIBUTIONS,
  MILESTONES,
  amount(
    '당사자들이 예상하는 협력의 규모는 {{amount}}이며, 이는 지급 의무를 발생시키지 아니한다.',
    'The Parties expect the cooperation to have a volume of {{amount}}; this creates no obligation to pay.',
    'Стороны ожидают, что объём сотрудничества составит {{amount}}; это не создаёт обязательства по оплате.',
  ),
  {
    key: 'non-binding',
    heading: { ko: '법적 성격', en: 'Legal nature', ru: 'Правовая природа' },
    body: {
      ko: '본 양해각서는 당사자들의 의향을 기록한 것으로서, 비밀유지, 수출통제와 제재, 준거법 및 언어에 관한 조항을 제외하고는 법적 구속력을 가지지 아니한다.',
      en: 'This memorandum records the intentions of the Parties. Save for the clauses on confidentiality, export control and sanctions, governing law and language, it is not legally binding.',
      ru: 'Настоящий меморандум фиксирует намерения Сторон. За исключением положений о конфиденциальности, экспортном контроле и санкциях, применимом праве и языке, он не имеет обязательной юридической силы.',
    },
  },
  CONFIDENTIALITY,
  ...CLOSING,
]

const JOINT_DEVELOPMENT: readonly ClauseTemplate[] = [
  PARTIES,
  purpose(
    '당사자들은 기술제휴를 통하여 다음 대상을 공동으로 개발한다. {{subject}}',
    'By way of a technology alliance the Parties shall jointly develop the following. {{subject}}',
    'В рамках технологического альянса Стороны совместно разрабатывают следующее. {{subject}}',
  ),
  CONTRIBUTIONS,
  MILESTONES,
  {
    key: 'acceptance',
    appliesTo: ({ milestones }) => milestones.length > 0,
    heading: { ko: '검수', en: 'Acceptance', ru: 'Приёмка' },
    body: {
      ko: '이행 약속의 결과는 미리 합의한 기준(측정량, 단위, 한계값 및 측정 방법)에 따라 판정한다. 측정 자료를 제출받은 당사자는 이를 수락하거나 사유를 밝혀 이의를 제기한다.',
      en: 'The result of a commitment is judged by criteria agreed beforehand (quantity, unit, limit and method of measurement). A Party that receives the measurement data accepts the result or objects, stating its reasons.',
      ru: 'Результат обязательства оценивается по заранее согласованным критериям (величина, единица, предельное значение и метод измерения). Сторона, получившая данные измерений, принимает результат или возражает с указанием причин.',
    },
  },
  amount(
    '공동개발의 총사업비는 {{amount}}로 한다.',
    'The total budget of the joint development is {{amount}}.',
    'Общий бюджет совместной разработки составляет {{amount}}.',
  ),
  BACKGROUND_IP,
  ...FOREGROUND_IP,
  CONFIDENTIALITY,
  ...CLOSING,
]

const INVESTMENT: readonly ClauseTemplate[] = [
  PARTIES,
  purpose(
    '당사자들은 다음 투자를 실행하고 지원하기로 합의한다. {{subject}}',
    'The Parties agree to carry out and support the following investment. {{subject}}',
    'Стороны договорились осуществить и поддержать следующие инвестиции. {{subject}}',
  ),
  amount(
    '투자 금액은 {{amount}}로 한다. 납입의 시기와 조건은 별도의 서면으로 정한다.',
    'The amount of the investment is {{amount}}. Times and conditions of payment shall be settled in a separate document.',
    'Сумма инвестиций составляет {{amount}}. Сроки и условия внесения определяются отдельным документом.',
  ),
  CONTRIBUTIONS,
  MILESTONES,
  {
    key: 'support',
    heading: { ko: '행정 지원', en: 'Administrative support', ru: 'Административная поддержка' },
    body: {
      ko: '공공기관인 당사자는 관계 법령의 범위 안에서 인허가, 입지 및 정착에 필요한 행정 지원을 제공한다. 이는 특정한 허가나 지원금의 교부를 보장하지 아니한다.',
      en: 'A Party that is a public body shall, within the limits of the law, give administrative support for permits, premises and settlement. This does not guarantee the grant of any particular permit or subsidy.',
      ru: 'Сторона, являющаяся публичным органом, в пределах закона оказывает административную поддержку в получении разрешений, размещении и обустройстве. Это не гарантирует выдачи какого-либо разрешения или предоставления субсидии.',
    },
  },
  CONFIDENTIALITY,
  ...CLOSING,
]

const COMMERCIAL: readonly ClauseTemplate[] = [
  PARTIES,
  purpose(
    '당사자들은 기술지원을 수반하는 다음 거래를 진행한다. {{subject}}',
    'The Parties shall carry out the following business accompanied by technical assistance. {{subject}}',
    'Стороны осуществляют следующую коммерческую деятельность, сопровождаемую технической помощью. {{subject}}',
  ),
  {
    key: 'technical-assistance',
    heading: { ko: '기술지원', en: 'Technical assistance', ru: 'Техническая помощь' },
    body: {
      ko: '기술을 제공하는 당사자는 도입에 필요한 문서, 교육 및 현장 지원을 제공하고, 제공받는 당사자는 이를 위한 인력과 설비를 갖춘다.',
      en: 'The Party providing the technology supplies the documentation, training and on-site support needed for its introduction; the receiving Party provides staff and equipment for that purpose.',
      ru: 'Сторона, предоставляющая технологию, обеспечивает документацию, обучение и поддержку на месте, необходимые для внедрения; принимающая Сторона выделяет для этого персонал и оборудование.',
    },
  },
  CONTRIBUTIONS,
  MILESTONES,
  amount(
    '거래 금액은 {{amount}}로 한다.',
    'The price of the business is {{amount}}.',
    'Цена сделки составляет {{amount}}.',
  ),
  BACKGROUND_IP,
  ...FOREGROUND_IP,
  CONFIDENTIALITY,
  ...CLOSING,
]

const LICENCE: readonly ClauseTemplate[] = [
  PARTIES,
  purpose(
    '실시를 허락하는 권리의 대상은 다음과 같다. {{subject}}',
    'The subject of the licensed rights is the following. {{subject}}',
    'Предметом предоставляемых прав является следующее. {{subject}}',
  ),
  {
    key: 'grant',
    heading: { ko: '실시 허락', en: 'Grant of licence', ru: 'Предоставление лицензии' },
    body: {
      ko: '{{firstParty}}는 다른 당사자에게 비독점적이고 양도할 수 없는 실시권을 허락한다. 재실시의 허락에는 사전 서면 동의가 필요하다.',
      en: '{{firstParty}} grants the other Party a non-exclusive, non-transferable licence. Sublicences require prior written consent.',
      ru: '{{firstParty}} предоставляет другой Стороне неисключительную непередаваемую лицензию. Сублицензии требуют предварительного письменного согласия.',
    },
  },
  amount(
    '실시료는 {{amount}}로 한다.',
    'The licence fee is {{amount}}.',
    'Лицензионное вознаграждение составляет {{amount}}.',
  ),
  CONTRIBUTIONS,
  MILESTONES,
  BACKGROUND_IP,
  CONFIDENTIALITY,
  ...CLOSING,
]

const SUPPLY: readonly ClauseTemplate[] = [
  PARTIES,
  purpose(
    '공급의 대상은 다음과 같다. {{subject}}',
    'The subject of the supply is the following. {{subject}}',
    'Предметом поставки является следующее. {{subject}}',
  ),
  amount(
    '공급 대금은 {{amount}}로 한다.',
    'The price of the supply is {{amount}}.',
    'Цена поставки составляет {{amount}}.',
  ),
  {
    key: 'delivery',
    heading: { ko: '인도와 검사', en: 'Delivery and inspection', ru: 'Поставка и проверка' },
    body: {
      ko: '인도 조건, 포장 및 검사 방법은 각 주문서에 정한다. 매수인은 인도받은 물품을 지체 없이 검사하고 하자를 통지한다.',
      en: 'Terms of delivery, packaging and inspection are stated in each order. The buyer inspects delivered goods without delay and gives notice of defects.',
      ru: 'Условия поставки, упаковка и порядок проверки указываются в каждом заказе. Покупатель незамедлительно проверяет поставленный товар и уведомляет о недостатках.',
    },
  },
  CONTRIBUTIONS,
  MILESTONES,
  CONFIDENTIALITY,
  ...CLOSING,
]

const NDA: readonly ClauseTemplate[] = [
  PARTIES,
  purpose(
    '당사자들은 다음 사항을 검토하기 위하여 비밀정보를 교환한다. {{subject}}',
    'The Parties exchange confidential information in order to examine the following. {{subject}}',
    'Стороны обмениваются конфиденциальной информацией для рассмотрения следующего. {{subject}}',
  ),
  CONFIDENTIALITY,
  {
    key: 'return',
    heading: { ko: '반환과 폐기', en: 'Return and destruction', ru: 'Возврат и уничтожение' },
    body: {
      ko: '당사자는 상대방이 서면으로 요청하는 경우 받은 비밀정보와 그 사본을 반환하거나 폐기하고 이를 확인한다.',
      en: 'At the written request of another Party, a Party returns or destroys the confidential information received and all copies, and confirms that it has done so.',
      ru: 'По письменному требованию другой Стороны Сторона возвращает или уничтожает полученную конфиденциальную информацию и все её копии и подтверждает это.',
    },
  },
  MILESTONES,
  ...CLOSING,
]

/** Clauses of each type in their order. */
export const TYPE_CLAUSES: Readonly<Record<AgreementType, readonly ClauseTemplate[]>> = {
  mou: MOU,
  'joint-development': JOINT_DEVELOPMENT,
  investment: INVESTMENT,
  'commercial-with-technical-assistance': COMMERCIAL,
  licence: LICENCE,
  supply: SUPPLY,
  nda: NDA,
}
