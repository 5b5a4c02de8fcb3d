import type { ClauseTemplate } from './clause-template.ts'

/** Clauses that several types share. Starting points in a professional register, to be reviewed by counsel before use. */
export const PARTIES: ClauseTemplate = {
  key: 'parties',
  heading: { ko: '당사자', en: 'Parties', ru: 'Стороны' },
  body: {
    ko: '본 협약은 다음 당사자(이하 개별적으로 “당사자”, 총칭하여 “당사자들”) 사이에 체결된다.\n{{parties}}',
    en: 'This agreement is made between the following parties (each a “Party” and together the “Parties”).\n{{parties}}',
    ru: 'Настоящее соглашение заключено между следующими сторонами (по отдельности — «Сторона», совместно — «Стороны»).\n{{parties}}',
  },
}

export const CONTRIBUTIONS: ClauseTemplate = {
  key: 'contributions',
  appliesTo: ({ contributions }) => contributions.length > 0,
  heading: { ko: '당사자의 역할과 기여', en: 'Roles and contributions', ru: 'Роли и вклад Сторон' },
  body: {
    ko: '각 당사자는 다음 사항을 제공한다.\n{{contributions}}\n별도의 서면 합의가 없는 한 각 당사자는 자신의 기여에 드는 비용을 부담한다.',
    en: 'The Parties shall contribute as follows.\n{{contributions}}\nUnless otherwise agreed in writing, each Party bears the costs of its own contribution.',
    ru: 'Стороны вносят следующий вклад.\n{{contributions}}\nЕсли иное не согласовано в письменной форме, каждая Сторона несёт расходы, связанные с её вкладом.',
  },
}

export const MILESTONES: ClauseTemplate = {
  key: 'milestones',
  appliesTo: ({ milestones }) => milestones.length > 0,
  heading: { ko: '이행 약속과 기한', en: 'Commitments and dates', ru: 'Обязательства и сроки' },
  body: {
    ko: '당사자들은 다음 사항을 정해진 기한까지 이행하고, 이행 사실을 증빙하여 상대방에게 통지한다.\n{{milestones}}\n기한의 변경은 사유를 밝힌 서면 합의로만 할 수 있다.',
    en: 'The Parties shall perform the following by the dates stated, and shall give the other Parties notice and evidence of performance.\n{{milestones}}\nA date may be changed only by written agreement stating the reason.',
    ru: 'Стороны исполняют нижеследующее в указанные сроки, уведомляют другие Стороны об исполнении и представляют подтверждение.\n{{milestones}}\nСрок может быть изменён только письменным соглашением с указанием причины.',
  },
}

export const BACKGROUND_IP: ClauseTemplate = {
  key: 'background-ip',
  heading: {
    ko: '기존 지식재산',
    en: 'Background intellectual property',
    ru: 'Ранее созданная интеллектуальная собственность',
  },
  body: {
    ko: '각 당사자가 본 협약 이전에 보유하였거나 본 협약과 무관하게 취득한 지식재산은 그 당사자에게 귀속된다. 각 당사자는 협력의 수행에 필요한 범위와 기간에 한하여 상대방에게 무상의 비독점적 사용을 허락하며, 제3자에 대한 재허락은 허용하지 아니한다.',
    en: 'Intellectual property which a Party held before this agreement, or acquires independently of it, remains the property of that Party. To the extent and for as long as the cooperation requires, each Party grants the others a non-exclusive right of use free of charge, without the right to sublicense.',
    ru: 'Интеллектуальная собственность, которой Сторона обладала до заключения настоящего соглашения или которую она приобретает независимо от него, остаётся собственностью этой Стороны. В объёме и на срок, необходимые для сотрудничества, каждая Сторона предоставляет другим Сторонам безвозмездное неисключительное право использования без права выдачи сублицензий.',
  },
}

const FOREGROUND_HEADING = {
  ko: '결과물의 지식재산',
  en: 'Foreground intellectual property',
  ru: 'Результаты интеллектуальной деятельности',
}

export const FOREGROUND_IP: readonly ClauseTemplate[] = [
  {
    key: 'foreground-ip',
    appliesTo: ({ foreground }) => foreground === 'joint',
    heading: FOREGROUND_HEADING,
    body: {
      ko: '본 협약의 수행 과정에서 창출된 결과물의 지식재산은 당사자들의 공유로 한다. 지분, 출원, 비용 및 실시 조건은 출원 전에 별도의 서면으로 정하며, 어느 당사자도 다른 당사자들의 서면 동의 없이 지분을 처분하거나 제3자에게 실시를 허락할 수 없다.',
      en: 'Intellectual property in results created in the performance of this agreement is owned jointly by the Parties. Shares, filing, costs and exploitation shall be settled in writing before any application is filed; no Party may dispose of its share or license a third party without the written consent of the others.',
      ru: 'Права на результаты, созданные при исполнении настоящего соглашения, принадлежат Сторонам совместно. Доли, порядок подачи заявок, расходы и условия использования согласуются в письменной форме до подачи заявки; ни одна из Сторон не вправе распоряжаться своей долей или выдавать лицензию третьему лицу без письменного согласия других Сторон.',
    },
  },
  {
    key: 'foreground-ip',
    appliesTo: ({ foreground }) => foreground === 'inventor',
    heading: FOREGROUND_HEADING,
    body: {
      ko: '본 협약의 수행 과정에서 창출된 결과물의 지식재산은 이를 창출한 당사자에게 귀속된다. 공동으로 창출된 결과물은 공유로 한다. 창출한 당사자는 다른 당사자들에게 협력의 수행을 위한 무상의 비독점적 사용을 허락한다.',
      en: 'Intellectual property in results created in the performance of this agreement belongs to the Party that created them; results created jointly are owned jointly. The creating Party grants the others a non-exclusive right of use, free of charge, for the purposes of the cooperation.',
      ru: 'Права на результаты, созданные при исполнении настоящего соглашения, принадлежат создавшей их Стороне; совместно созданные результаты принадлежат Сторонам совместно. Создавшая Сторона предоставляет другим Сторонам безвозмездное неисключительное право использования для целей сотрудничества.',
    },
  },
  {
    key: 'foreground-ip',
    appliesTo: ({ foreground }) => foreground === 'first-party',
    heading: FOREGROUND_HEADING,
    body: {
      ko: '본 협약의 수행 과정에서 창출된 결과물의 지식재산은 {{firstParty}}에 귀속된다. 다른 당사자들은 권리의 이전과 등록에 필요한 협력을 제공한다.',
      en: 'Intellectual property in results created in the performance of this agreement belongs to {{firstParty}}. The other Parties shall give the cooperation needed to transfer and register those rights.',
      ru: 'Права на результаты, созданные при исполнении настоящего соглашения, принадлежат стороне {{firstParty}}. Другие Стороны оказывают содействие, необходимое для передачи и регистрации этих прав.',
    },
  },
]

export const CONFIDENTIALITY: ClauseTemplate = {
  key: 'confidentiality',
  appliesTo: ({ confidentialityMonths }) => confidentialityMonths !== null,
  heading: { ko: '비밀유지', en: 'Confidentiality', ru: 'Конфиденциальность' },
  body: {
    ko: '각 당사자는 상대방으로부터 비밀로 표시되어 제공받은 정보를 협력의 목적으로만 사용하고 제3자에게 공개하지 아니한다. 이 의무는 정보를 받은 날부터 {{confidentialityMonths}}개월간 존속하며, 공지된 정보, 독자적으로 개발한 정보 및 법령에 따라 공개가 요구되는 정보에는 적용되지 아니한다.',
    en: 'Each Party shall use information received from another and marked as confidential for the purposes of the cooperation only, and shall not disclose it to third parties. This duty continues for {{confidentialityMonths}} months from receipt. It does not apply to information that is public, independently developed, or required to be disclosed by law.',
    ru: 'Каждая Сторона использует информацию, полученную от другой Стороны и обозначенную как конфиденциальная, исключительно для целей сотрудничества и не раскрывает её третьим лицам. Эта обязанность действует в течение {{confidentialityMonths}} месяцев с даты получения и не распространяется на общедоступную информацию, информацию, разработанную независимо, и информацию, раскрытие которой требуется по закону.',
  },
}

export const EXPORT_CONTROL: ClauseTemplate = {
  key: 'export-control',
  appliesTo: ({ exportControl }) => exportControl,
  heading: { ko: '수출통제와 제재', en: 'Export control and sanctions', ru: 'Экспортный контроль и санкции' },
  body: {
    ko: '당사자들은 물품, 소프트웨어 및 기술의 이전에 적용되는 모든 수출통제 및 제재 법령을 준수한다. 필요한 허가를 받기 전에는 어떠한 이전도 하지 아니한다. 각 당사자는 자신과 자신을 지배하는 자가 적용되는 제재 명단에 올라 있지 아니함을 확인하며, 변동이 있는 경우 지체 없이 통지한다. 법령에 따라 이행이 금지되는 동안 해당 의무는 정지되고, 그로 인한 불이행에 대하여 책임을 지지 아니한다.',
    en: 'The Parties shall comply with all export-control and sanctions laws that apply to transfers of goods, software and technology. No transfer takes place before the required licence has been granted. Each Party confirms that neither it nor those who control it are on an applicable sanctions list, and shall give notice of any change without delay. While performance is prohibited by law the obligation concerned is suspended, and no Party is liable for the resulting non-performance.',
    ru: 'Стороны соблюдают все применимые нормы экспортного контроля и санкционного законодательства при передаче товаров, программного обеспечения и технологий. Передача не осуществляется до получения необходимого разрешения. Каждая Сторона подтверждает, что ни она, ни контролирующие её лица не включены в применимые санкционные списки, и незамедлительно уведомляет об изменениях. На время, когда исполнение запрещено законом, соответствующее обязательство приостанавливается, и Сторона не несёт ответственности за вызванное этим неисполнение.',
  },
}

export const TERM: ClauseTemplate = {
  key: 'term',
  appliesTo: ({ termMonths }) => termMonths !== null,
  heading: { ko: '효력과 기간', en: 'Entry into force and term', ru: 'Вступление в силу и срок действия' },
  body: {
    ko: '본 협약은 마지막 당사자가 서명한 날 효력이 발생하고 {{termMonths}}개월간 유효하다. 기간의 연장과 내용의 변경은 당사자들의 서면 합의에 의한다.',
    en: 'This agreement enters into force on the day the last Party signs it and remains in force for {{termMonths}} months. It may be extended or amended by written agreement of the Parties.',
    ru: 'Настоящее соглашение вступает в силу в день подписания последней из Сторон и действует в течение {{termMonths}} месяцев. Продление и изменение соглашения возможны по письменному соглашению Сторон.',
  },
}

export const LAW: ClauseTemplate = {
  key: 'law',
  appliesTo: ({ law }) => Object.keys(law).length > 0,
  heading: { ko: '준거법과 분쟁 해결', en: 'Governing law and disputes', ru: 'Применимое право и разрешение споров' },
  body: {
    ko: '본 협약의 준거법은 다음과 같다. {{law}}\n당사자들은 분쟁을 우선 협의로 해결하도록 노력한다.',
    en: 'The law governing this agreement is the following. {{law}}\nThe Parties shall first endeavour to settle any dispute by consultation.',
    ru: 'К настоящему соглашению применяется следующее право. {{law}}\nСтороны прежде всего стремятся урегулировать споры путём консультаций.',
  },
}

export const E_EXECUTION: ClauseTemplate = {
  key: 'electronic-execution',
  appliesTo: ({ electronicExecution }) => electronicExecution,
  heading: { ko: '전자적 체결', en: 'Electronic execution', ru: 'Подписание в электронной форме' },
  body: {
    ko: '당사자들은 본 협약을 전자적 방식으로 체결할 수 있음에 동의한다. 서명은 단순 전자서명이며, 서명자의 전자우편 주소로 보낸 일회용 코드로 확인된다. 법령이 다른 형식을 요구하는 경우 당사자들은 그 형식을 갖춘다.',
    en: 'The Parties agree that this agreement may be executed electronically. The signatures are simple electronic signatures, confirmed by a one-time code sent to the mail address of the signatory. Where the law requires another form, the Parties shall comply with it.',
    ru: 'Стороны согласны с тем, что настоящее соглашение может быть подписано в электронной форме. Используются простые электронные подписи, подтверждаемые одноразовым кодом, который направляется на адрес электронной почты подписанта. Если закон требует иной формы, Стороны её соблюдают.',
  },
}

export const PREVAILING_LANGUAGE: ClauseTemplate = {
  key: 'prevailing-language',
  heading: { ko: '언어', en: 'Language', ru: 'Язык' },
  body: {
    ko: '본 협약은 {{versions}}으로 작성된다. 각 언어본 사이에 해석상 차이가 있는 경우 {{prevailing}}이 우선한다.',
    en: 'This agreement is drawn up in {{versions}}. In the event of any difference of interpretation between the versions, the {{prevailing}} version shall prevail.',
    ru: 'Настоящее соглашение составлено на следующих языках: {{versions}}. При расхождении в толковании преимущественную силу имеет текст на {{prevailing}} языке.',
  },
}
