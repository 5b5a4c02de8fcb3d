import { defineMessages } from '../../kernel/locale.ts'

/** `stages.<stage>.facts` are drawn from the facts each stage reports; `nextSteps` from its steps. */
export const messages = defineMessages({
  en: {
    errors: {
      'may-not-open': 'Programmes are opened here by operators only, or by nobody but the installation itself.',
      'feature-off': 'This programme does without this part. An operator can switch it on in the settings.',
      archived: 'This programme is archived: it can be read, not changed.',
      'not-archived': 'This programme is not archived.',
      'screening-in-force':
        'Screening is in force in this programme. It is suspended there, by two people, before it can be switched off here.',
      'accent-malformed': 'Give the colour as # and six digits, such as #0b5f5c.',
      'accent-contrast':
        'This colour cannot be read well enough on the pages: its contrast is {found, number}, and at least {least, number} is needed. Choose a darker one.',
      'logo-type': 'This file is no PNG, JPEG or WebP picture. SVG is not accepted, because it can carry scripts.',
      'logo-too-large': 'The picture may have {maxKilobytes, number} kB and 8,000 pixels a side at most.',
      'placeholder-unknown': 'There is no placeholder {placeholder}.',
      'brace-open': "Braces only stand around a placeholder, such as '{name}'.",
      'subject-lines': 'The subject is one line without control characters.',
      'removal-on-record': 'Something of it is on record ({what}), and what is on record is not removed.',
      'restore-conflict': 'It cannot be put back as it was: another record has taken its place meanwhile.',
      'webhook-address': 'Give an address that begins with https:// and holds no user or password.',
      'webhooks-too-many': 'A programme has at most {limit, number} webhooks.',
      absent: 'There is no such programme, or you have no role in it.',
      forbidden: 'Your role does not allow this.',
      'slug-taken': 'Another programme already uses the address “{slug}”.',
      'slug-malformed': 'The address “{slug}” may only have lower-case letters, digits and hyphens.',
      'name-missing': 'Give a name in at least one language.',
      'too-few-sides': 'A programme needs at least two sides.',
      'side-twice': 'Two sides have the code “{code}”.',
      'side-code-malformed': 'The code “{code}” of a side may only have lower-case letters, digits and hyphens.',
      'country-unknown': 'The country of side “{code}” must be two capital letters, such as KR.',
      'time-zone-unknown': '“{timeZone}” of side “{code}” is not a time zone such as Asia/Seoul.',
      'languages-missing': 'Side “{code}” needs at least one language.',
      'keyword-twice': 'A keyword stands in the list twice.',
      'keyword-malformed': '“{code}” is not a keyword code: letters, digits, full stops and hyphens, 31 at most.',
      'keyword-parent-absent': 'The heading that keyword “{code}” belongs under is missing or lies below it.',
    },
    stages: {
      compliance: {
        name: 'Compliance',
        facts:
          '{inForce, select, true {{parties, plural, one {# party checked} other {# parties checked}}: {waiting, number} waiting, {stopped, number} stopped} other {Screening not in force}}',
      },
      accounts: {
        name: 'People',
        facts:
          '{people, plural, =0 {Nobody has a role} one {# person with a role} other {# people with a role}}{neverSignedIn, plural, =0 {} other {, # not signed in yet}}',
      },
      programmes: {
        name: 'Programme',
        facts:
          '{sides, plural, one {# side} other {# sides}}, {technologyKeywords, number} technology and {marketKeywords, number} market keywords',
      },
      companies: {
        name: 'Companies',
        facts:
          '{companies, plural, =0 {No companies} one {# company} other {# companies}}, {published, number} of {profiles, plural, one {# profile} other {# profiles}} published',
      },
      matching: {
        name: 'Matches',
        facts:
          '{pairs, plural, =0 {Nothing ranked} one {# pair ranked} other {# pairs ranked}}, {shortlisted, number} shortlisted',
      },
      events: {
        name: 'Event',
        facts:
          '{events, plural, =0 {No event} one {# event} other {# events}}: {participants, plural, one {# participant} other {# participants}}, {timeslots, plural, one {# timeslot} other {# timeslots}}, {interpreters, plural, one {# interpreter} other {# interpreters}}',
      },
      meetings: {
        name: 'Requests',
        facts:
          '{requests, plural, =0 {No requests} one {# request} other {# requests}}: {accepted, number} accepted, {pending, number} open, {declined, number} declined',
      },
      scheduling: {
        name: 'Schedule',
        facts:
          '{version, plural, =0 {Not released} other {Version # released}}: {planned, plural, one {# meeting} other {# meetings}}, {unmet, number} unmet',
      },
      rooms: { name: 'Rooms', facts: 'Not in use yet' },
      cases: {
        name: 'Cases',
        facts:
          '{cases, plural, =0 {No cases} one {# case} other {# cases}}: {open, number} open, {agreed, number} with an agreement',
      },
      agreements: {
        name: 'Agreements',
        facts:
          '{agreements, plural, =0 {No agreements} one {# agreement} other {# agreements}}: {signed, number} signed, {underWay, number} under way',
      },
      commitments: {
        name: 'Commitments',
        facts:
          '{commitments, plural, =0 {No promises} one {# promise} other {# promises}}: {fulfilled, number} kept, {overdue, number} overdue',
      },
      outcomes: {
        name: 'Outcomes',
        facts: '{figures, plural, =0 {No figures} one {# announced figure} other {# announced figures}}',
      },
      newsroom: {
        name: 'Newsroom',
        facts:
          '{published, plural, =0 {Nothing published} one {# article published} other {# articles published}}, {drafts, plural, one {# draft} other {# drafts}}, {corrected, number} corrected',
      },
    },
    nextSteps: {
      'review-hits': 'Look at {count, plural, one {# possible match} other {# possible matches}} with a watch list',
      'update-lists': 'Read in a current watch list: hard gates are closed',
      'import-companies': 'Import the companies',
      'publish-profiles': 'Publish {count, plural, one {# draft profile} other {# draft profiles}}',
      'rank-companies': 'Rank who fits whom',
      'set-up-event': 'Set up the consultation event',
      'register-participants': 'Register participants',
      'request-meetings': 'Ask for meetings',
      'answer-requests': 'See to {count, plural, one {# unanswered request} other {# unanswered requests}}',
      'solve-schedule': 'Make the schedule',
      'release-schedule': 'Release the schedule',
      'see-to-cases': 'See to {count, plural, one {# case} other {# cases}} with an overdue action',
      'give-cases-owner': 'Give {count, plural, one {# case} other {# cases}} an owner',
      'see-to-overdue': 'See to {count, plural, one {# overdue promise} other {# overdue promises}}',
      'judge-evidence': 'Judge the evidence of {count, plural, one {# promise} other {# promises}}',
      'see-to-consent':
        'See to {count, plural, one {# published article} other {# published articles}} that name or show somebody without consent',
      'explain-differences':
        'Explain {count, plural, one {# difference} other {# differences}} between announced and recorded figures',
    },
    mail: {
      invitation: {
        subject: '{programme}: your access to Naru',
        text: 'Dear {name},\n\n{operator} has given you access to “{programme}” as: {role}.\n\nThis link signs you in. It works once and for seven days:\n\n{url}\n\nAfterwards you can ask for a new link on the sign-in page at any time.\n',
      },
    },
  },
  ko: {
    errors: {
      'may-not-open': '사업은 운영자만 개설할 수 있으며, 서버 설정에 따라 화면에서의 개설이 제한될 수 있습니다.',
      'feature-off': '이 사업에서 사용하지 않는 기능입니다. 운영자가 설정에서 켤 수 있습니다.',
      archived: '보관된 사업입니다. 조회만 가능하며 변경할 수 없습니다.',
      'not-archived': '보관된 사업이 아닙니다.',
      'screening-in-force':
        '이 사업에는 규제 확인이 적용되어 있습니다. 해당 화면에서 두 사람의 승인으로 중지한 뒤 끌 수 있습니다.',
      'accent-malformed': '색상은 #0b5f5c처럼 #과 여섯 자리로 입력해 주세요.',
      'accent-contrast':
        '화면에서 읽기 어려운 색상입니다. 명도 대비가 {found, number}로, {least, number} 이상이어야 합니다. 더 진한 색을 선택해 주세요.',
      'logo-type': 'PNG, JPEG, WebP 이미지가 아닙니다. SVG는 스크립트를 포함할 수 있어 사용할 수 없습니다.',
      'logo-too-large': '이미지는 {maxKilobytes, number}kB, 한 변 8,000픽셀까지 등록할 수 있습니다.',
      'placeholder-unknown': '{placeholder}은(는) 사용할 수 없는 자리표시자입니다.',
      'brace-open': "중괄호는 '{name}'처럼 자리표시자에만 사용할 수 있습니다.",
      'subject-lines': '제목은 제어 문자가 없는 한 줄이어야 합니다.',
      'removal-on-record': '기록으로 남아야 하는 자료({what})가 있어 삭제할 수 없습니다.',
      'restore-conflict': '그사이 같은 자리를 차지한 자료가 있어 원래대로 되돌릴 수 없습니다.',
      'webhook-address': 'https://로 시작하고 사용자 이름이나 비밀번호가 들어 있지 않은 주소를 입력해 주세요.',
      'webhooks-too-many': '한 사업에는 웹훅을 {limit, number}개까지 등록할 수 있습니다.',
      absent: '해당 사업이 없거나 참여 권한이 없습니다.',
      forbidden: '현재 역할로는 할 수 없는 작업입니다.',
      'slug-taken': '주소 ‘{slug}’은(는) 다른 사업에서 이미 사용하고 있습니다.',
      'slug-malformed': '주소 ‘{slug}’에는 영문 소문자, 숫자, 하이픈만 사용할 수 있습니다.',
      'name-missing': '한 가지 언어 이상으로 이름을 입력해 주세요.',
      'too-few-sides': '사업에는 두 곳 이상의 참여 지역이 있어야 합니다.',
      'side-twice': '코드 ‘{code}’인 지역이 두 곳입니다.',
      'side-code-malformed': '지역 코드 ‘{code}’에는 영문 소문자, 숫자, 하이픈만 사용할 수 있습니다.',
      'country-unknown': '지역 ‘{code}’의 국가는 KR과 같은 영문 대문자 두 글자여야 합니다.',
      'time-zone-unknown': '지역 ‘{code}’의 ‘{timeZone}’은(는) Asia/Seoul과 같은 시간대 이름이 아닙니다.',
      'languages-missing': '지역 ‘{code}’에 언어를 하나 이상 지정해 주세요.',
      'keyword-twice': '목록에 같은 키워드가 두 번 있습니다.',
      'keyword-malformed':
        '‘{code}’은(는) 키워드 코드로 쓸 수 없습니다. 영문자, 숫자, 마침표, 하이픈으로 31자까지 가능합니다.',
      'keyword-parent-absent': '키워드 ‘{code}’의 상위 항목이 없거나 그 아래에 있습니다.',
    },
    stages: {
      compliance: {
        name: '규제 확인',
        facts:
          '{inForce, select, true {확인 대상 {parties, number}건: 대기 {waiting, number}건, 중지 {stopped, number}건} other {규제 확인 미적용}}',
      },
      accounts: {
        name: '사용자',
        facts:
          '{people, plural, =0 {역할을 맡은 사람 없음} other {역할을 맡은 사람 #명}}{neverSignedIn, plural, =0 {} other {, 아직 로그인하지 않은 사람 #명}}',
      },
      programmes: {
        name: '사업',
        facts:
          '참여 지역 {sides, number}곳, 기술 키워드 {technologyKeywords, number}개, 시장 키워드 {marketKeywords, number}개',
      },
      companies: {
        name: '기업',
        facts:
          '{companies, plural, =0 {등록 기업 없음} other {기업 #곳}}, 프로필 {profiles, number}건 중 {published, number}건 공개',
      },
      matching: {
        name: '매칭',
        facts: '{pairs, plural, =0 {순위 산정 전} other {#쌍 순위 산정}}, 후보 {shortlisted, number}건',
      },
      events: {
        name: '상담회',
        facts:
          '{events, plural, =0 {상담회 없음} other {상담회 #건}}: 참가 기업 {participants, number}곳, 상담 시간 {timeslots, number}개, 통역사 {interpreters, number}명',
      },
      meetings: {
        name: '상담 신청',
        facts:
          '{requests, plural, =0 {신청 없음} other {신청 #건}}: 수락 {accepted, number}건, 대기 {pending, number}건, 거절 {declined, number}건',
      },
      scheduling: {
        name: '일정',
        facts: '{version, plural, =0 {미확정} other {#차 확정}}: 상담 {planned, number}건, 미배정 {unmet, number}건',
      },
      rooms: { name: '상담실', facts: '아직 사용하지 않음' },
      cases: { name: '후속 관리', facts: '{cases, number}건 · 진행 {open, number}건, 협약 체결 {agreed, number}건' },
      agreements: {
        name: '협약',
        facts:
          '{agreements, plural, =0 {협약 없음} other {협약 #건}}: 체결 {signed, number}건, 진행 중 {underWay, number}건',
      },
      commitments: {
        name: '이행 약속',
        facts:
          '{commitments, plural, =0 {약속 없음} other {약속 #건}}: 이행 {fulfilled, number}건, 기한 경과 {overdue, number}건',
      },
      outcomes: { name: '성과', facts: '{figures, plural, =0 {수치 없음} other {발표 수치 #건}}' },
      newsroom: {
        name: '보도',
        facts:
          '{published, plural, =0 {게시된 기사 없음} other {게시 #건}}, 초안 {drafts, number}건, 정정 {corrected, number}건',
      },
    },
    nextSteps: {
      'review-hits': '감시목록과 일치할 가능성 {count, number}건 검토',
      'update-lists': '최신 감시목록 불러오기(관문이 닫혀 있음)',
      'import-companies': '기업 명단 가져오기',
      'publish-profiles': '작성 중인 프로필 {count, number}건 공개하기',
      'rank-companies': '서로 맞는 기업 순위 산정하기',
      'set-up-event': '상담회 준비하기',
      'register-participants': '참가 기업 등록하기',
      'request-meetings': '상담 신청하기',
      'answer-requests': '답변을 기다리는 신청 {count, number}건 살펴보기',
      'solve-schedule': '일정 편성하기',
      'release-schedule': '일정 확정하여 알리기',
      'see-to-cases': '조치 기한이 지난 후속 건 {count, number}건 확인하기',
      'give-cases-owner': '담당자가 없는 후속 건 {count, number}건 배정하기',
      'see-to-overdue': '기한이 지난 약속 {count, number}건 확인하기',
      'judge-evidence': '증빙이 제출된 약속 {count, number}건 판정하기',
      'see-to-consent': '게재 동의가 없는 인물이 나오는 기사 {count, number}건 확인하기',
      'explain-differences': '발표 수치와 기록 수치의 차이 {count, number}건 설명하기',
    },
    mail: {
      invitation: {
        subject: '[{programme}] 나루 이용 안내',
        text: '{name} 님, 안녕하십니까.\n\n{operator}에서 ‘{programme}’ 사업의 이용 권한을 드렸습니다.\n역할: {role}\n\n아래 링크를 누르시면 로그인됩니다. 링크는 7일 동안 한 번만 사용하실 수 있습니다.\n\n{url}\n\n이후에는 로그인 화면에서 언제든지 새 링크를 요청하실 수 있습니다.\n',
      },
    },
  },
  ru: {
    errors: {
      'may-not-open':
        'Программы здесь открывают только операторы, а если так настроен сервер — только его администратор.',
      'feature-off': 'Эта программа обходится без этой части. Включить её может оператор в настройках.',
      archived: 'Программа в архиве: её можно читать, но не изменять.',
      'not-archived': 'Программа не в архиве.',
      'screening-in-force':
        'В программе действует проверка. Сначала её приостанавливают на её странице решением двух человек.',
      'accent-malformed': 'Укажите цвет знаком # и шестью цифрами, например #0b5f5c.',
      'accent-contrast':
        'Этот цвет плохо читается на страницах: контраст {found, number}, а нужен не менее {least, number}. Выберите цвет темнее.',
      'logo-type': 'Это не изображение PNG, JPEG или WebP. SVG не принимается: в нём могут быть скрипты.',
      'logo-too-large': 'Изображение — не более {maxKilobytes, number} кБ и 8000 пикселей по стороне.',
      'placeholder-unknown': 'Подстановки {placeholder} не существует.',
      'brace-open': "Фигурные скобки ставятся только вокруг подстановки, например '{name}'.",
      'subject-lines': 'Тема — одна строка без управляющих символов.',
      'removal-on-record': 'Часть этого уже в учёте ({what}), а учтённое не удаляется.',
      'restore-conflict': 'Вернуть как было нельзя: за это время место заняла другая запись.',
      'webhook-address': 'Укажите адрес, который начинается с https:// и не содержит имени пользователя и пароля.',
      'webhooks-too-many': 'В программе может быть не более {limit, plural, one {# вебхука} other {# вебхуков}}.',
      absent: 'Такой программы нет, или у вас нет в ней роли.',
      forbidden: 'Ваша роль не позволяет выполнить это действие.',
      'slug-taken': 'Адрес «{slug}» уже занят другой программой.',
      'slug-malformed': 'В адресе «{slug}» допустимы только строчные латинские буквы, цифры и дефис.',
      'name-missing': 'Укажите название хотя бы на одном языке.',
      'too-few-sides': 'В программе должно быть не менее двух сторон.',
      'side-twice': 'Код «{code}» указан у двух сторон.',
      'side-code-malformed': 'В коде стороны «{code}» допустимы только строчные латинские буквы, цифры и дефис.',
      'country-unknown': 'Страна стороны «{code}» указывается двумя заглавными латинскими буквами, например RU.',
      'time-zone-unknown': '«{timeZone}» у стороны «{code}» — не название часового пояса вида Europe/Moscow.',
      'languages-missing': 'Укажите для стороны «{code}» хотя бы один язык.',
      'keyword-twice': 'Ключевое слово указано в списке дважды.',
      'keyword-malformed':
        '«{code}» не может быть кодом ключевого слова: латинские буквы, цифры, точки и дефисы, не более 31 знака.',
      'keyword-parent-absent':
        'Раздел, к которому относится ключевое слово «{code}», отсутствует или находится под ним.',
    },
    stages: {
      compliance: {
        name: 'Проверка',
        facts:
          '{inForce, select, true {{parties, plural, one {Проверена # сторона} few {Проверено # стороны} many {Проверено # сторон} other {Проверено # стороны}}: ждут решения — {waiting, number}, остановлены — {stopped, number}} other {Проверка не действует}}',
      },
      accounts: {
        name: 'Участники системы',
        facts:
          '{people, plural, =0 {Ни у кого нет роли} one {# человек с ролью} few {# человека с ролью} other {# человек с ролью}}{neverSignedIn, plural, =0 {} other {, ещё не входили: #}}',
      },
      programmes: {
        name: 'Программа',
        facts:
          '{sides, plural, one {# сторона} few {# стороны} other {# сторон}}; ключевых слов по технологиям: {technologyKeywords, number}, по рынкам: {marketKeywords, number}',
      },
      companies: {
        name: 'Компании',
        facts:
          '{companies, plural, =0 {Компаний нет} one {# компания} few {# компании} other {# компаний}}, опубликовано профилей: {published, number} из {profiles, number}',
      },
      matching: {
        name: 'Подбор партнёров',
        facts:
          '{pairs, plural, =0 {Подбор не проводился} one {Оценена # пара} few {Оценено # пары} other {Оценено # пар}}, отобрано: {shortlisted, number}',
      },
      events: {
        name: 'Мероприятие',
        facts:
          '{events, plural, =0 {Мероприятий нет} one {# мероприятие} few {# мероприятия} other {# мероприятий}}: участников — {participants, number}, интервалов — {timeslots, number}, переводчиков — {interpreters, number}',
      },
      meetings: {
        name: 'Заявки на встречи',
        facts:
          '{requests, plural, =0 {Заявок нет} one {# заявка} few {# заявки} other {# заявок}}: принято — {accepted, number}, ожидает — {pending, number}, отклонено — {declined, number}',
      },
      scheduling: {
        name: 'Расписание',
        facts:
          '{version, plural, =0 {Не выпущено} other {Выпущена версия #}}: встреч — {planned, number}, без встречи — {unmet, number}',
      },
      rooms: { name: 'Переговорные', facts: 'Пока не используется' },
      cases: {
        name: 'Сопровождение',
        facts:
          '{cases, plural, =0 {Дел нет} one {# дело} few {# дела} other {# дел}}: открыто {open, number}, с соглашением {agreed, number}',
      },
      agreements: {
        name: 'Соглашения',
        facts:
          '{agreements, plural, =0 {Нет соглашений} one {# соглашение} few {# соглашения} many {# соглашений} other {# соглашения}}: подписано {signed, number}, готовится {underWay, number}',
      },
      commitments: {
        name: 'Обязательства',
        facts:
          '{commitments, plural, =0 {Нет обязательств} one {# обязательство} few {# обязательства} many {# обязательств} other {# обязательства}}: исполнено {fulfilled, number}, просрочено {overdue, number}',
      },
      outcomes: {
        name: 'Результаты',
        facts:
          '{figures, plural, =0 {Показателей нет} one {# объявленный показатель} few {# объявленных показателя} other {# объявленных показателей}}',
      },
      newsroom: {
        name: 'Новости',
        facts:
          '{published, plural, =0 {Ничего не опубликовано} one {Опубликована # статья} few {Опубликованы # статьи} many {Опубликовано # статей} other {Опубликовано # статьи}}, черновиков {drafts, number}, исправлено {corrected, number}',
      },
    },
    nextSteps: {
      'review-hits':
        'Рассмотреть {count, plural, one {# возможное совпадение} few {# возможных совпадения} many {# возможных совпадений} other {# возможного совпадения}} со списком',
      'update-lists': 'Загрузить актуальный контрольный список: переходы закрыты',
      'import-companies': 'Загрузить компании',
      'publish-profiles':
        'Опубликовать {count, plural, one {# черновик профиля} few {# черновика профилей} other {# черновиков профилей}}',
      'rank-companies': 'Определить, кто кому подходит',
      'set-up-event': 'Подготовить мероприятие',
      'register-participants': 'Зарегистрировать участников',
      'request-meetings': 'Подать заявки на встречи',
      'answer-requests':
        'Разобрать {count, plural, one {# заявку без ответа} few {# заявки без ответа} other {# заявок без ответа}}',
      'solve-schedule': 'Составить расписание',
      'release-schedule': 'Выпустить расписание',
      'see-to-cases': 'Проверить {count, plural, one {# дело} few {# дела} other {# дел}} с просроченным шагом',
      'give-cases-owner': 'Назначить ответственного по {count, plural, one {# делу} other {# делам}}',
      'see-to-overdue':
        'Разобраться с {count, plural, one {# просроченным обязательством} other {# просроченными обязательствами}}',
      'judge-evidence': 'Оценить подтверждения по {count, plural, one {# обязательству} other {# обязательствам}}',
      'see-to-consent':
        'Проверить {count, plural, one {# статью} few {# статьи} many {# статей} other {# статьи}}, где кто-то назван или показан без согласия',
      'explain-differences':
        'Объяснить {count, plural, one {# расхождение} few {# расхождения} other {# расхождений}} объявленного с записанным',
    },
    mail: {
      invitation: {
        subject: '{programme}: доступ к Naru',
        text: 'Здравствуйте, {name}!\n\n{operator} предоставляет вам доступ к программе «{programme}». Ваша роль: {role}.\n\nЭта ссылка выполнит вход. Она действует один раз в течение семи дней:\n\n{url}\n\nПозже новую ссылку можно в любое время запросить на странице входа.\n',
      },
    },
  },
})
