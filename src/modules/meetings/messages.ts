import { defineMessages } from '../../kernel/locale.ts'

export const messages = defineMessages({
  en: {
    errors: {
      absent: 'There is nothing at this address, or you may not see it.',
      'not-the-guest': 'Only the company that was asked can answer.',
      'not-the-host': 'Only the company that asked can take the request back.',
      'to-oneself': 'A company cannot meet itself. Choose another one.',
      'event-not-open':
        '{status, select, setup {The event is not open for requests yet.} closed {The event is closed.} other {The event is not open.}}',
      'host-withdrawn': 'The company that asks has withdrawn from the event.',
      'own-side': 'At this event companies meet companies of another side only.',
      'pair-already-live':
        '{status, select, accepted {These two companies have agreed on a meeting already.} other {There is an open request between these two companies already.}}',
      'not-available': 'This company is not available for further meetings.',
      'never-meet': 'One of the two does not want to meet the other.',
      'own-never-meet': 'This company is on the list of those not to be met. Take it off the list first.',
      'quota-reached':
        'No more than {max, plural, one {# request} other {# requests}} can be under way at once. Take one back first.',
      'already-decided':
        '{known, select, true {{decidedBy} has already {status, select, accepted {accepted} declined {declined} cancelled {cancelled} other {decided}} this request, at {decidedTime}.} other {This request has already been {status, select, accepted {accepted} declined {declined} cancelled {cancelled} other {decided}}.}}',
      expired: 'The time to answer this request has run out.',
    },
    wishes: { must: 'Must', want: 'Want' },
    statuses: {
      pending: 'Open',
      accepted: 'Accepted',
      declined: 'Declined',
      cancelled: 'Cancelled',
      expired: 'Expired',
    },
    mail: {
      asked: {
        subject: '{host} asks you for a meeting',
        text: 'Dear {name},\n\n{host} would like to meet {guest} at “{event}”.{note}\n\nPlease answer by {expires}; after that the request expires.\n\nAnswer here:\n{url}\n',
      },
      arranged: {
        subject: 'A meeting with {host} is planned',
        text: 'Dear {name},\n\n{host} would like to meet {guest} at “{event}”.{note}\n\nAt this event a request counts as accepted. If you do not wish to meet, please decline it here:\n{url}\n',
      },
      accepted: {
        subject: '{guest} has accepted your request',
        text: 'Dear {name},\n\n{guest} will meet {host} at “{event}”. You will be told of time and place as soon as the schedule is released.\n\nYour requests:\n{url}\n',
      },
      declined: {
        subject: '{guest} has declined your request',
        text: 'Dear {name},\n\n{guest} cannot meet {host} at “{event}”.{note}\n\nYour requests:\n{url}\n',
      },
      note: '\n\nMessage from {company}:\n{note}',
    },
    sheets: {
      requests: {
        title: 'Requests',
        note: 'One row for each meeting that one company asks another for. Companies are named by their codes.',
        host: 'Asks (code)',
        guest: 'Is asked (code)',
        wish: 'Wish',
        wishNote: 'Empty: want.',
        message: 'Message',
        status: 'State',
        statusNote: 'Empty: open, or accepted where requests count until they are declined.',
      },
      neverMeet: {
        title: 'Never meet',
        note: 'One row for each company that another does not want to meet. Companies are named by their codes.',
        participant: 'Company (code)',
        unwanted: 'Does not want to meet (code)',
      },
    },
    importIssues: {
      'event-unknown': 'There is no such event in this programme.',
      'participant-unknown': 'The company {code} does not take part in the event.',
      'pair-twice': 'Row {firstRow} has the same two companies.',
      'asked-the-other-way':
        'There is a request between the two already, asked by the other company. The row is left out.',
      'accepted-stays': 'The request has been accepted already and stays so.',
      'waits-for-screening':
        'A company of this pair is not cleared under Compliance. The request is entered as open; accept it once the company is cleared.',
      'to-oneself': 'A company cannot meet itself.',
      'event-not-open': 'The event is closed.',
      'host-withdrawn': 'The company that asks has withdrawn from the event.',
      'own-side': 'At this event companies meet companies of another side only.',
      'pair-already-live': 'There is a live request between the two. Cancel it first.',
      'not-available': 'The company that is asked has withdrawn, or has as many meetings as it wants.',
      'never-meet': 'One of the two does not want to meet the other.',
      'own-never-meet': 'The company that asks has the other on its never-meet list.',
      'quota-reached': 'The company would have more than {max, plural, one {# request} other {# requests}} under way.',
    },
  },
  ko: {
    errors: {
      absent: '해당 주소에 내용이 없거나 볼 수 있는 권한이 없습니다.',
      'not-the-guest': '신청을 받은 기업만 답변할 수 있습니다.',
      'not-the-host': '신청한 기업만 신청을 취소할 수 있습니다.',
      'to-oneself': '자기 기업에는 상담을 신청할 수 없습니다. 다른 기업을 선택해 주세요.',
      'event-not-open':
        '{status, select, setup {아직 상담 신청 기간이 아닙니다.} closed {행사가 마감되었습니다.} other {진행 중인 행사가 아닙니다.}}',
      'host-withdrawn': '신청하는 기업이 참가를 취소했습니다.',
      'own-side': '이 행사에서는 상대 지역 기업과만 상담할 수 있습니다.',
      'pair-already-live':
        '{status, select, accepted {두 기업은 이미 상담하기로 했습니다.} other {두 기업 사이에 답변을 기다리는 신청이 이미 있습니다.}}',
      'not-available': '이 기업은 더 이상 상담 신청을 받을 수 없습니다.',
      'never-meet': '두 기업 중 한 곳이 상대 기업과의 상담을 원하지 않습니다.',
      'own-never-meet': '상담 제외 목록에 있는 기업입니다. 먼저 목록에서 빼 주세요.',
      'quota-reached': '동시에 진행할 수 있는 신청은 최대 {max}건입니다. 먼저 다른 신청을 취소해 주세요.',
      'already-decided':
        '{known, select, true {{decidedBy} 님이 {decidedTime}에 이미 이 신청을 {status, select, accepted {수락했습니다} declined {거절했습니다} cancelled {취소했습니다} other {처리했습니다}}.} other {이미 {status, select, accepted {수락된} declined {거절된} cancelled {취소된} other {처리된}} 신청입니다.}}',
      expired: '이 신청의 답변 기한이 지났습니다.',
    },
    wishes: { must: '필수', want: '희망' },
    statuses: { pending: '답변 대기', accepted: '수락', declined: '거절', cancelled: '취소', expired: '기한 만료' },
    mail: {
      asked: {
        subject: '[상담 신청] {host}에서 상담을 신청했습니다',
        text: '{name} 님, 안녕하십니까.\n\n「{event}」 상담 신청이 도착하여 안내해 드립니다.\n\n신청 기업: {host}\n신청받은 기업: {guest}{note}\n\n답변 기한: {expires}\n기한이 지나면 신청은 자동으로 만료됩니다. 아래 주소에서 답변해 주시기 바랍니다.\n\n{url}\n\n감사합니다.\n',
      },
      arranged: {
        subject: '[상담 예정] {host}에서 상담을 신청했습니다',
        text: '{name} 님, 안녕하십니까.\n\n「{event}」 상담 신청이 도착하여 안내해 드립니다.\n\n신청 기업: {host}\n신청받은 기업: {guest}{note}\n\n이 행사에서는 거절하지 않은 신청은 수락된 것으로 봅니다. 상담을 원하지 않으시면 아래 주소에서 거절해 주시기 바랍니다.\n\n{url}\n\n감사합니다.\n',
      },
      accepted: {
        subject: '[상담 수락] {guest}에서 상담 신청을 수락했습니다',
        text: '{name} 님, 안녕하십니까.\n\n「{event}」 상담 신청이 수락되어 안내해 드립니다.\n\n신청 기업: {host}\n수락 기업: {guest}\n\n상담 시간과 장소는 일정이 확정되는 대로 안내해 드리겠습니다.\n\n상담 신청 현황:\n{url}\n\n감사합니다.\n',
      },
      declined: {
        subject: '[상담 거절] {guest}에서 상담 신청을 거절했습니다',
        text: '{name} 님, 안녕하십니까.\n\n아쉽게도 「{event}」 상담 신청에 응하기 어렵다는 답변이 도착하여 안내해 드립니다.\n\n신청 기업: {host}\n답변 기업: {guest}{note}\n\n상담 신청 현황:\n{url}\n\n감사합니다.\n',
      },
      note: '\n\n{company}의 메시지:\n{note}',
    },
    sheets: {
      requests: {
        title: '상담신청',
        note: '한 기업이 다른 기업에 신청하는 상담마다 한 행씩 작성합니다. 기업은 기업 코드로 구분합니다.',
        host: '신청 기업(코드)',
        guest: '신청받는 기업(코드)',
        wish: '희망 정도',
        wishNote: '비워 두면 희망입니다.',
        message: '메시지',
        status: '상태',
        statusNote: '비워 두면 답변 대기, 거절하지 않으면 성립하는 행사에서는 수락입니다.',
      },
      neverMeet: {
        title: '상담제외',
        note: '한 기업이 상담을 원하지 않는 기업마다 한 행씩 작성합니다. 기업은 기업 코드로 구분합니다.',
        participant: '기업(코드)',
        unwanted: '상담을 원하지 않는 기업(코드)',
      },
    },
    importIssues: {
      'event-unknown': '이 사업에 해당 행사가 없습니다.',
      'participant-unknown': '{code} 기업은 이 행사의 참가기업이 아닙니다.',
      'pair-twice': '{firstRow}행에 같은 두 기업이 있습니다.',
      'asked-the-other-way': '상대 기업이 먼저 신청한 상담이 있어 이 행은 건너뜁니다.',
      'accepted-stays': '이미 수락된 신청이므로 그대로 둡니다.',
      'waits-for-screening':
        '두 기업 중 규제 확인이 끝나지 않은 기업이 있어 답변 대기 상태로 등록됩니다. 확인이 끝난 뒤에 수락해 주세요.',
      'to-oneself': '자기 기업에는 상담을 신청할 수 없습니다.',
      'event-not-open': '마감된 행사입니다.',
      'host-withdrawn': '신청하는 기업이 참가를 취소했습니다.',
      'own-side': '이 행사에서는 상대 지역 기업과만 상담할 수 있습니다.',
      'pair-already-live': '두 기업 사이에 진행 중인 신청이 있습니다. 먼저 취소해 주세요.',
      'not-available': '신청받는 기업이 참가를 취소했거나 원하는 상담 수를 모두 채웠습니다.',
      'never-meet': '두 기업 중 한 곳이 상대 기업과의 상담을 원하지 않습니다.',
      'own-never-meet': '신청하는 기업의 상담 제외 목록에 있는 기업입니다.',
      'quota-reached': '진행 중인 신청이 최대 {max}건을 넘게 됩니다.',
    },
  },
  ru: {
    errors: {
      absent: 'По этому адресу ничего нет, или у вас нет права это видеть.',
      'not-the-guest': 'Ответить может только компания, которой направлена заявка.',
      'not-the-host': 'Отозвать заявку может только компания, которая её направила.',
      'to-oneself': 'Компания не может встретиться сама с собой. Выберите другую.',
      'event-not-open':
        '{status, select, setup {Заявки на это мероприятие ещё не принимаются.} closed {Мероприятие закрыто.} other {Мероприятие не открыто.}}',
      'host-withdrawn': 'Компания, от которой направляется заявка, отказалась от участия.',
      'own-side': 'На этом мероприятии встречаются только компании разных сторон.',
      'pair-already-live':
        '{status, select, accepted {Эти компании уже договорились о встрече.} other {Между этими компаниями уже есть заявка, ожидающая ответа.}}',
      'not-available': 'Эта компания больше не принимает заявки на встречи.',
      'never-meet': 'Одна из компаний не хочет встречаться с другой.',
      'own-never-meet': 'Эта компания в списке нежелательных встреч. Сначала уберите её из списка.',
      'quota-reached':
        'Одновременно может действовать не более {max, plural, one {# заявки} few {# заявок} many {# заявок} other {# заявки}}. Сначала отзовите одну из них.',
      'already-decided':
        '{known, select, true {{status, select, accepted {Заявка уже принята} declined {Заявка уже отклонена} cancelled {Заявка уже отменена} other {По заявке уже принято решение}}: {decidedBy}, {decidedTime}.} other {{status, select, accepted {Заявка уже принята.} declined {Заявка уже отклонена.} cancelled {Заявка уже отменена.} other {По заявке уже принято решение.}}}}',
      expired: 'Срок ответа на эту заявку истёк.',
    },
    wishes: { must: 'Обязательно', want: 'Желательно' },
    statuses: {
      pending: 'Ожидает ответа',
      accepted: 'Принята',
      declined: 'Отклонена',
      cancelled: 'Отменена',
      expired: 'Срок истёк',
    },
    mail: {
      asked: {
        subject: 'Заявка на встречу: {host}',
        text: 'Здравствуйте, {name}!\n\n{host} предлагает компании {guest} встретиться на мероприятии «{event}».{note}\n\nСрок ответа: {expires}. После этого заявка станет недействительной.\n\nОтветить можно здесь:\n{url}\n\nС уважением,\nорганизаторы\n',
      },
      arranged: {
        subject: 'Запланирована встреча: {host}',
        text: 'Здравствуйте, {name}!\n\n{host} предлагает компании {guest} встретиться на мероприятии «{event}».{note}\n\nНа этом мероприятии заявка считается принятой, пока она не отклонена. Если встреча вам не подходит, пожалуйста, отклоните заявку здесь:\n{url}\n\nС уважением,\nорганизаторы\n',
      },
      accepted: {
        subject: 'Заявка на встречу принята: {guest}',
        text: 'Здравствуйте, {name}!\n\nКомпания {guest} согласилась встретиться с компанией {host} на мероприятии «{event}». О времени и месте мы сообщим, как только будет опубликовано расписание.\n\nВаши заявки:\n{url}\n\nС уважением,\nорганизаторы\n',
      },
      declined: {
        subject: 'Заявка на встречу отклонена: {guest}',
        text: 'Здравствуйте, {name}!\n\nК сожалению, компания {guest} не сможет встретиться с компанией {host} на мероприятии «{event}».{note}\n\nВаши заявки:\n{url}\n\nС уважением,\nорганизаторы\n',
      },
      note: '\n\nСообщение от компании {company}:\n{note}',
    },
    sheets: {
      requests: {
        title: 'Заявки',
        note: 'По одной строке на каждую встречу, о которой одна компания просит другую. Компании указываются кодами.',
        host: 'Кто просит (код)',
        guest: 'Кого просят (код)',
        wish: 'Желание',
        wishNote: 'Пусто: желательно.',
        message: 'Сообщение',
        status: 'Состояние',
        statusNote: 'Пусто: ожидает ответа; если заявки действуют до отклонения — принята.',
      },
      neverMeet: {
        title: 'Не встречаться',
        note: 'По одной строке на каждую компанию, с которой другая не хочет встречаться. Компании указываются кодами.',
        participant: 'Компания (код)',
        unwanted: 'Не хочет встречаться с (код)',
      },
    },
    importIssues: {
      'event-unknown': 'В этой программе нет такого мероприятия.',
      'participant-unknown': 'Компания {code} не участвует в мероприятии.',
      'pair-twice': 'Те же две компании указаны в строке {firstRow}.',
      'asked-the-other-way': 'Заявка уже направлена другой компанией этой пары. Строка пропущена.',
      'accepted-stays': 'Заявка уже принята и остаётся принятой.',
      'waits-for-screening':
        'Одна из компаний ещё не прошла проверку. Заявка внесена как ожидающая ответа; примите её, когда компания пройдёт проверку.',
      'to-oneself': 'Компания не может встретиться сама с собой.',
      'event-not-open': 'Мероприятие закрыто.',
      'host-withdrawn': 'Компания, которая просит о встрече, отказалась от участия.',
      'own-side': 'На этом мероприятии встречаются только компании разных сторон.',
      'pair-already-live': 'Между компаниями есть действующая заявка. Сначала отмените её.',
      'not-available':
        'Компания, которую просят о встрече, отказалась от участия или уже набрала желаемое число встреч.',
      'never-meet': 'Одна из компаний не хочет встречаться с другой.',
      'own-never-meet': 'Другая компания в списке нежелательных встреч той, которая просит.',
      'quota-reached':
        'У компании было бы больше {max, plural, one {# действующей заявки} few {# действующих заявок} many {# действующих заявок} other {# действующей заявки}}.',
    },
  },
})
