import type { Locale } from '../../kernel/locale.ts'

type Sentence = Readonly<Record<Locale, string>>

/** Sentences that fit any subject, so that a description reads like one and no two read alike. */
export const BACKGROUND: readonly Sentence[] = [
  {
    ko: '설립 초기부터 한 분야에만 집중해 온 전문 기업입니다.',
    ru: 'С основания компания занимается только этим направлением.',
    en: 'The company has worked in this one field since it was founded.',
  },
  {
    ko: '대학 연구실에서 시작해 지금은 자체 생산 라인을 갖추고 있습니다.',
    ru: 'Компания выросла из университетской лаборатории и сегодня имеет собственное производство.',
    en: 'It grew out of a university laboratory and now runs its own production.',
  },
  {
    ko: '직원의 절반이 연구 인력이며 시험 설비를 자체 보유하고 있습니다.',
    ru: 'Половина сотрудников – исследователи, испытательное оборудование собственное.',
    en: 'Half of the staff work in research, with test equipment of their own.',
  },
  {
    ko: '대기업 협력사로 품질 관리를 배웠고 이제 해외 고객을 찾고 있습니다.',
    ru: 'Компания много лет поставляет продукцию крупным заказчикам и теперь ищет клиентов за рубежом.',
    en: 'Years as a supplier of large firms have taught it quality control; now it looks for customers abroad.',
  },
  {
    ko: '소규모 팀이지만 설계부터 시험까지 외주 없이 수행합니다.',
    ru: 'Команда небольшая, но от проекта до испытаний обходится без подрядчиков.',
    en: 'The team is small, yet design and testing are done without subcontractors.',
  },
  {
    ko: '최근 3년 동안 정부 연구 과제 두 건을 완료했습니다.',
    ru: 'За последние три года завершены два исследовательских проекта с государственной поддержкой.',
    en: 'Two publicly funded research projects were completed in the last three years.',
  },
]

export const TRACK_RECORD: readonly Sentence[] = [
  {
    ko: '시제품은 고객 현장에서 6개월 이상 가동되었습니다.',
    ru: 'Опытный образец отработал у заказчика более шести месяцев.',
    en: 'A prototype has run at a customer’s site for more than six months.',
  },
  {
    ko: '첫 해외 납품을 마쳤고 반복 주문을 받고 있습니다.',
    ru: 'Первая поставка за рубеж выполнена, получены повторные заказы.',
    en: 'The first delivery abroad is done and orders are repeated.',
  },
  {
    ko: '시험 성적서와 공정 조건을 비밀유지계약 후 제공할 수 있습니다.',
    ru: 'Протоколы испытаний и режимы предоставляются после соглашения о неразглашении.',
    en: 'Test reports and process conditions are available under a non-disclosure agreement.',
  },
  {
    ko: '견본을 보내 주시면 2주 안에 시험 결과를 드립니다.',
    ru: 'По присланному образцу результаты испытаний готовы через две недели.',
    en: 'Send a sample and the test results follow within two weeks.',
  },
  {
    ko: '핵심 공정은 등록된 특허로 보호되어 있습니다.',
    ru: 'Ключевой процесс защищён патентом.',
    en: 'The key process is protected by a granted patent.',
  },
  {
    ko: '양산 전환 시 설비 투자 없이 생산량을 두 배로 늘릴 수 있습니다.',
    ru: 'При переходе к серии выпуск можно удвоить без новых вложений в оборудование.',
    en: 'Output can be doubled for series production without new equipment.',
  },
]

export const OFFER_PLAN: readonly Sentence[] = [
  {
    ko: '상대국 시장을 잘 아는 제조 파트너와 공동 제품을 내는 것이 목표입니다.',
    ru: 'Цель – совместный продукт с производителем, который знает рынок своей страны.',
    en: 'The aim is a joint product with a manufacturer who knows the market of the other country.',
  },
  {
    ko: '기술 이전과 현지 조립을 함께 논의할 수 있습니다.',
    ru: 'Готовы обсуждать передачу технологии и сборку на месте.',
    en: 'Transfer of technology and local assembly are both open to discussion.',
  },
  {
    ko: '공동 시험을 거쳐 장기 공급 계약으로 이어 가기를 희망합니다.',
    ru: 'После совместных испытаний хотели бы перейти к долгосрочным поставкам.',
    en: 'Joint tests should lead to a long-term supply agreement.',
  },
  {
    ko: '상대 기업의 장비에 맞춘 변형 설계도 가능합니다.',
    ru: 'Возможна доработка под оборудование партнёра.',
    en: 'The design can be adapted to the partner’s equipment.',
  },
]

export const REQUEST_PLAN: readonly Sentence[] = [
  {
    ko: '현재 공급처의 납기가 길어 새로운 협력사를 찾고 있습니다.',
    ru: 'Сроки нынешнего поставщика слишком велики, поэтому ищем нового партнёра.',
    en: 'The present supplier takes too long, so a new partner is wanted.',
  },
  {
    ko: '차기 제품의 핵심 요소로, 내년 상반기까지 시험을 마치려 합니다.',
    ru: 'Это ключевая часть следующего изделия, испытания планируем завершить в первом полугодии.',
    en: 'It is a key part of the next product, and tests are to end in the first half of next year.',
  },
  {
    ko: '시료 평가 후 공동개발 또는 라이선스 계약을 검토합니다.',
    ru: 'После оценки образцов возможны совместная разработка или лицензия.',
    en: 'After samples are evaluated, joint development or a licence is possible.',
  },
  {
    ko: '자체 개발을 시도했으나 시간이 부족하여 외부 기술을 도입하기로 했습니다.',
    ru: 'Собственная разработка заняла бы слишком много времени, поэтому решено привлечь готовую технологию.',
    en: 'Developing it in house would take too long, so the technology is to come from outside.',
  },
]

export const PARTNER_FOR_OFFER: readonly Sentence[] = [
  {
    ko: '제품을 시험하고 자국 고객에게 소개할 제조사 또는 장비사.',
    ru: 'Производитель или изготовитель оборудования, который испытает изделие и представит его заказчикам своей страны.',
    en: 'A manufacturer or equipment maker who tests the product and introduces it to customers at home.',
  },
  {
    ko: '공동개발 비용과 인증 절차를 나눌 기업.',
    ru: 'Компания, готовая разделить расходы на разработку и сертификацию.',
    en: 'A company that shares the cost of development and certification.',
  },
  {
    ko: '현지 판매와 사후 관리를 맡을 파트너.',
    ru: 'Партнёр, который возьмёт на себя продажи и обслуживание на месте.',
    en: 'A partner for sales and service on the spot.',
  },
]

export const PARTNER_FOR_REQUEST: readonly Sentence[] = [
  {
    ko: '기술을 보유하고 시료와 기술 자료를 제공할 수 있는 기업 또는 연구 기관.',
    ru: 'Компания или институт, которые владеют технологией и могут предоставить образцы и документацию.',
    en: 'A company or institute that owns the technology and can supply samples and documents.',
  },
  {
    ko: '양산 단계까지 기술 지원을 약속할 수 있는 공급사.',
    ru: 'Поставщик, готовый сопровождать внедрение до серии.',
    en: 'A supplier who will support the work until series production.',
  },
  {
    ko: '공동 시험에 참여하고 결과를 함께 활용할 파트너.',
    ru: 'Партнёр для совместных испытаний с общим правом на результаты.',
    en: 'A partner for joint trials who shares the results.',
  },
]

export const REQUEST_NOTES: readonly Sentence[] = [
  {
    ko: '시료를 미리 검토했으며 기술 담당자와 직접 이야기하고 싶습니다.',
    ru: 'Образцы уже рассмотрели, хотели бы поговорить с техническим специалистом.',
    en: 'We have looked at the samples and would like to speak with an engineer.',
  },
  {
    ko: '공동개발 일정과 비용 분담을 논의하고자 합니다.',
    ru: 'Предлагаем обсудить сроки совместной разработки и распределение расходов.',
    en: 'Please let us discuss the time plan and cost sharing of a joint development.',
  },
  {
    ko: '귀사의 제안이 당사의 다음 제품에 맞을 것으로 보입니다.',
    ru: 'Ваше предложение, по-видимому, подходит для нашего следующего изделия.',
    en: 'Your offer seems to fit our next product.',
  },
  {
    ko: '가격과 최소 주문 수량을 알고 싶습니다.',
    ru: 'Интересуют цена и минимальная партия.',
    en: 'We would like to know the price and the smallest order.',
  },
]

export const DECLINE_REASONS: readonly Sentence[] = [
  {
    ko: '해당 분야는 현재 진행 중인 다른 협의가 있어 이번에는 어렵습니다.',
    ru: 'По этому направлению уже идут другие переговоры, сейчас встретиться не сможем.',
    en: 'Other talks in this field are under way, so we have to pass this time.',
  },
  {
    ko: '요청하신 사양은 당사의 생산 범위를 벗어납니다.',
    ru: 'Запрошенные характеристики выходят за пределы наших возможностей.',
    en: 'The specification is outside what we can make.',
  },
]
