import { defineMessages } from '../../../kernel/locale.ts'

export const messages = defineMessages({
  en: {
    title: 'Sign in',
    lead: 'Where companies of two shores find each other, meet, and keep what they agree.',
    how: 'We send you a link by e-mail. No password.',
    email: 'E-mail address',
    emailPlaceholder: 'name@company.com',
    send: 'Send the link',
    sentTitle: 'Check your mail',
    sentTo: 'If {email} is known here, a link is on its way. It works once and for fifteen minutes.',
    other: 'Use another address',
    again: 'Send again',
    localTitle: 'This instance sends no mail',
    local:
      'No mail server is configured. Letters are put into the outbox folder of the data directory, and the demo’s links are printed in the window where the server was started.',
    waiting: 'This page goes on by itself once you have opened the link.',
  },
  ko: {
    title: '로그인',
    lead: '두 지역의 기업이 서로를 찾고, 만나고, 약속을 지켜 가는 곳입니다.',
    how: '이메일로 로그인 링크를 보내 드립니다. 비밀번호는 필요 없습니다.',
    email: '이메일 주소',
    emailPlaceholder: 'name@company.co.kr',
    send: '링크 받기',
    sentTitle: '메일을 확인해 주세요',
    sentTo: '{email} 주소가 등록되어 있다면 로그인 링크가 곧 도착합니다. 링크는 15분 동안 한 번만 사용할 수 있습니다.',
    other: '다른 주소 사용',
    again: '다시 보내기',
    localTitle: '메일이 발송되지 않는 환경입니다',
    local:
      '메일 서버가 설정되어 있지 않습니다. 메일은 데이터 폴더의 outbox에 저장되며, 시연용 링크는 서버를 시작한 창에 표시됩니다.',
    waiting: '링크를 열면 이 화면은 자동으로 넘어갑니다.',
  },
  ru: {
    title: 'Вход',
    lead: 'Здесь компании двух берегов находят друг друга, встречаются и выполняют то, о чём договорились.',
    how: 'Мы пришлём ссылку для входа по электронной почте. Пароль не нужен.',
    email: 'Адрес электронной почты',
    emailPlaceholder: 'name@company.ru',
    send: 'Получить ссылку',
    sentTitle: 'Проверьте почту',
    sentTo:
      'Если адрес {email} нам известен, ссылка уже отправлена. Она действует один раз в течение пятнадцати минут.',
    other: 'Указать другой адрес',
    again: 'Отправить ещё раз',
    localTitle: 'Почта отсюда не отправляется',
    local:
      'Почтовый сервер не настроен. Письма складываются в папку outbox каталога данных, а ссылки демонстрации показаны в окне, где запущен сервер.',
    waiting: 'Когда вы откроете ссылку, эта страница продолжит сама.',
  },
})
