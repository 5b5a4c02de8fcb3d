import { defineMessages } from '../../kernel/locale.ts'

export const messages = defineMessages({
  en: {
    errors: {
      absent: 'There is nothing at this address, or you may not see it.',
      forbidden: 'Your role does not allow this.',
      'too-many-links':
        'Too many sign-in links were asked for from here. Please try again in {minutes, number} minutes.',
      'role-already-held': 'This person already has this role.',
      'scope-missing': 'Say for whom this role is: choose a company or an interpreter.',
      'scope-not-allowed': 'This role is for the whole programme, not for one company or interpreter.',
      'last-operator': 'This is the last operator of the programme. Appoint another one first.',
      'passkey-refused': 'The passkey could not be used. Please try again, or ask for a link by mail.',
      'too-many-tokens': 'You have {limit, number} tokens already. Revoke one you no longer need.',
      'too-many-requests': 'This token has asked too often. Look at the header RateLimit and wait.',
      'token-reads-only': 'This token may read only. Make one that may write for this.',
      'consent-outdated': 'The text has changed. Please read it again.',
      'address-differs': 'This is not your address.',
      'no-single-sign-on': 'Signing in through your organisation is not set up here.',
    },
    consents: {
      'overseas-transfer': {
        title: 'Name and work address across the border',
        v1: 'I agree that my name, office, employer and work contact details are shown to companies and operators of the other country whom I meet through this programme. They are kept as long as I have a part in the programme. I can withdraw this at any time; meetings that were already agreed stay.',
      },
      publicity: {
        title: 'Photographs and name in the news',
        v1: 'I agree that photographs of me taken at events of this programme, and my name and office beside them, appear in its newsroom. I can withdraw this at any time; from then on nothing new is published.',
      },
    },
    roles: {
      operator: 'Operator',
      broker: 'Broker',
      official: 'Official',
      auditor: 'Auditor',
      'company-representative': 'Company representative',
      interpreter: 'Interpreter',
    },
    mail: {
      signIn: {
        subject: 'Your link to sign in to Naru',
        text: 'Dear {name},\n\nthis link signs you in to Naru:\n\n{url}\n\nIt works once and for {minutes, number} minutes. If you did not ask for it, you need not do anything.\n',
      },
    },
  },
  ko: {
    errors: {
      absent: '해당 주소에 내용이 없거나 볼 수 있는 권한이 없습니다.',
      forbidden: '현재 역할로는 할 수 없는 작업입니다.',
      'too-many-links':
        '이 위치에서 로그인 링크를 너무 많이 요청했습니다. {minutes, number}분 후에 다시 시도해 주세요.',
      'role-already-held': '이미 이 역할을 맡고 있는 분입니다.',
      'scope-missing': '누구를 위한 역할인지 기업 또는 통역사를 선택해 주세요.',
      'scope-not-allowed': '이 역할은 특정 기업이나 통역사가 아니라 사업 전체에 대한 역할입니다.',
      'last-operator': '이 사업의 마지막 운영자입니다. 먼저 다른 운영자를 지정해 주세요.',
      'passkey-refused': '패스키를 사용할 수 없습니다. 다시 시도하시거나 메일로 로그인 링크를 받아 주세요.',
      'too-many-tokens': '이미 토큰이 {limit, number}개 있습니다. 더 이상 쓰지 않는 토큰을 폐기해 주세요.',
      'too-many-requests': '이 토큰의 요청 횟수가 한도를 넘었습니다. RateLimit 헤더를 확인한 뒤 기다려 주세요.',
      'token-reads-only': '이 토큰은 조회만 할 수 있습니다. 쓰기 권한이 있는 토큰을 만들어 주세요.',
      'consent-outdated': '동의서 내용이 변경되었습니다. 다시 읽어 주세요.',
      'address-differs': '본인의 이메일 주소가 아닙니다.',
      'no-single-sign-on': '이 서버에는 기관 계정 로그인이 설정되어 있지 않습니다.',
    },
    consents: {
      'overseas-transfer': {
        title: '성명·업무 연락처의 국외 제공',
        v1: '본 사업을 통해 만나는 상대국의 기업과 운영기관에 본인의 성명, 직위, 소속, 업무용 연락처를 제공하는 데 동의합니다. 보유 기간은 본 사업에 참여하는 동안입니다. 동의는 언제든지 철회할 수 있으며, 이미 확정된 상담은 그대로 유지됩니다.',
      },
      publicity: {
        title: '사진·성명의 보도 활용',
        v1: '본 사업 행사에서 촬영된 본인의 사진과 성명, 직위를 본 사업의 소식란에 싣는 데 동의합니다. 동의는 언제든지 철회할 수 있으며, 철회한 뒤에는 새로 게재하지 않습니다.',
      },
    },
    roles: {
      operator: '운영자',
      broker: '매칭 담당자',
      official: '담당 공무원',
      auditor: '감사 담당자',
      'company-representative': '기업 담당자',
      interpreter: '통역사',
    },
    mail: {
      signIn: {
        subject: '나루 로그인 링크',
        text: '{name} 님, 안녕하십니까.\n\n아래 링크를 누르시면 나루에 로그인됩니다.\n\n{url}\n\n이 링크는 {minutes, number}분 동안 한 번만 사용하실 수 있습니다. 직접 요청하지 않으셨다면 이 메일은 무시하셔도 됩니다.\n',
      },
    },
  },
  ru: {
    errors: {
      absent: 'По этому адресу ничего нет, или у вас нет права это видеть.',
      forbidden: 'Ваша роль не позволяет выполнить это действие.',
      'too-many-links':
        'Отсюда запрошено слишком много ссылок для входа. Повторите попытку через {minutes, plural, one {# минуту} few {# минуты} other {# минут}}.',
      'role-already-held': 'У этого человека уже есть эта роль.',
      'scope-missing': 'Укажите, для кого эта роль: выберите компанию или переводчика.',
      'scope-not-allowed': 'Эта роль относится ко всей программе, а не к отдельной компании или переводчику.',
      'last-operator': 'Это последний оператор программы. Сначала назначьте другого.',
      'passkey-refused': 'Не удалось использовать ключ доступа. Попробуйте ещё раз или запросите ссылку по почте.',
      'too-many-tokens':
        'У вас уже {limit, plural, one {# токен} few {# токена} other {# токенов}}. Отзовите тот, который больше не нужен.',
      'too-many-requests': 'Этот токен обращался слишком часто. Посмотрите заголовок RateLimit и подождите.',
      'token-reads-only': 'Этот токен даёт право только на чтение. Создайте токен с правом записи.',
      'consent-outdated': 'Текст изменился. Прочитайте его ещё раз.',
      'address-differs': 'Это не ваш адрес.',
      'no-single-sign-on': 'Вход через учётную запись организации здесь не настроен.',
    },
    consents: {
      'overseas-transfer': {
        title: 'Передача имени и рабочих контактов за границу',
        v1: 'Я согласен (согласна) на то, чтобы мои имя, должность, место работы и рабочие контакты были показаны компаниям и операторам другой страны, с которыми я встречаюсь в рамках программы. Срок — пока я участвую в программе. Согласие можно отозвать в любое время; уже назначенные встречи сохраняются.',
      },
      publicity: {
        title: 'Фотографии и имя в новостях',
        v1: 'Я согласен (согласна) на то, чтобы мои фотографии с мероприятий программы, а также имя и должность рядом с ними публиковались в её новостях. Согласие можно отозвать в любое время; после этого ничего нового публиковаться не будет.',
      },
    },
    roles: {
      operator: 'Оператор',
      broker: 'Брокер',
      official: 'Представитель ведомства',
      auditor: 'Аудитор',
      'company-representative': 'Представитель компании',
      interpreter: 'Переводчик',
    },
    mail: {
      signIn: {
        subject: 'Ссылка для входа в Naru',
        text: 'Здравствуйте, {name}!\n\nЭта ссылка выполнит вход в Naru:\n\n{url}\n\nОна действует один раз в течение {minutes, plural, one {# минуты} few {# минут} other {# минут}}. Если вы её не запрашивали, ничего делать не нужно.\n',
      },
    },
  },
})
