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
      'no-single-sign-on': 'Signing in through your organisation is not set up here.',
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
      'no-single-sign-on': '이 서버에는 기관 계정 로그인이 설정되어 있지 않습니다.',
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
      'no-single-sign-on': 'Вход через учётную запись организации здесь не настроен.',
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
