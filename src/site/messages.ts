import { defineMessages } from '../kernel/locale.ts'

export const messages = defineMessages({
  en: {
    title: 'Naru – cooperation between two shores',
    lead: 'From the profile of a company to the meeting that brings two companies together: one place for programmes that connect the companies of two regions.',
    signIn: 'Sign in',
    open: 'Open Naru',
    language: 'Language',
    steps: {
      title: 'How a programme travels',
      companies: {
        title: 'Companies',
        text: 'Profiles of what companies offer and look for, side by side in Korean, Russian and English.',
      },
      matches: { title: 'Matches', text: 'Who fits whom in both directions, each with the reasons for it.' },
      requests: { title: 'Requests', text: 'Companies say whom they must, want and never want to meet.' },
      schedule: {
        title: 'Schedule',
        text: 'A timetable in both time zones with tables, interpreters and a reason for every request that could not be met.',
      },
    },
    demo: {
      title: 'The demonstration programme',
      text: 'This instance holds a programme to try out. Real organisations appear in it with published facts only; everything else is made up and marked so.',
      operator: 'Operator',
      host: 'Host',
      sides: 'Sides',
    },
    foot: { api: 'API', health: 'Open source, Apache License 2.0' },
    continue: {
      title: 'Sign in to Naru',
      text: 'This link signs you in once. Press the button to use it.',
      button: 'Continue',
    },
    problem: { back: 'To the start page', number: 'Number of this request: {requestId}' },
  },
  ko: {
    title: '나루 – 두 지역을 잇는 기술 협력',
    lead: '기업 소개부터 두 기업이 마주 앉는 상담까지, 두 지역의 기업을 잇는 사업을 한곳에서 운영합니다.',
    signIn: '로그인',
    open: '나루 열기',
    language: '언어',
    steps: {
      title: '사업이 진행되는 순서',
      companies: {
        title: '기업',
        text: '기업이 제공하는 기술과 찾는 기술을 한국어·러시아어·영어로 나란히 보여 줍니다.',
      },
      matches: { title: '매칭', text: '양쪽의 요구를 함께 따져 서로 맞는 기업을 찾고 그 이유를 밝힙니다.' },
      requests: {
        title: '상담 신청',
        text: '꼭 만날 기업, 만나고 싶은 기업, 만나지 않을 기업을 기업이 직접 정합니다.',
      },
      schedule: {
        title: '일정',
        text: '두 시간대를 함께 표시하는 일정표에 상담 자리와 통역사를 배정하고, 배정하지 못한 신청에는 이유를 남깁니다.',
      },
    },
    demo: {
      title: '체험용 사업',
      text: '이 서버에는 직접 사용해 보실 수 있는 사업이 들어 있습니다. 실제 기관은 공개된 사실만 담았고, 그 밖의 내용은 가상이며 화면에 표시됩니다.',
      operator: '운영 기관',
      host: '주최',
      sides: '참여 지역',
    },
    foot: { api: 'API', health: '오픈 소스, 아파치 라이선스 2.0' },
    continue: {
      title: '나루 로그인',
      text: '이 링크는 한 번만 사용할 수 있습니다. 버튼을 누르면 로그인됩니다.',
      button: '계속',
    },
    problem: { back: '첫 화면으로', number: '요청 번호: {requestId}' },
  },
  ru: {
    title: 'Naru – сотрудничество двух берегов',
    lead: 'От профиля компании до встречи, на которой две компании садятся за один стол: единое место для программ, связывающих компании двух регионов.',
    signIn: 'Войти',
    open: 'Открыть Naru',
    language: 'Язык',
    steps: {
      title: 'Путь программы',
      companies: {
        title: 'Компании',
        text: 'Что компании предлагают и что ищут — рядом на корейском, русском и английском языках.',
      },
      matches: { title: 'Подбор партнёров', text: 'Кто кому подходит в обе стороны и по каким причинам.' },
      requests: {
        title: 'Заявки',
        text: 'Компании сами указывают, с кем встреча обязательна, желательна или исключена.',
      },
      schedule: {
        title: 'Расписание',
        text: 'Время в обоих часовых поясах, столы и переводчики, а для каждой неисполненной заявки — причина.',
      },
    },
    demo: {
      title: 'Демонстрационная программа',
      text: 'На этом сервере есть программа для знакомства. Реальные организации представлены в ней только опубликованными фактами; всё остальное вымышлено и отмечено.',
      operator: 'Оператор',
      host: 'Организатор',
      sides: 'Стороны',
    },
    foot: { api: 'API', health: 'Открытый исходный код, лицензия Apache 2.0' },
    continue: {
      title: 'Вход в Naru',
      text: 'Ссылка действует один раз. Нажмите кнопку, чтобы войти.',
      button: 'Продолжить',
    },
    problem: { back: 'На главную', number: 'Номер запроса: {requestId}' },
  },
})
