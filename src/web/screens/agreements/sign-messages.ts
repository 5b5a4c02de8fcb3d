import { defineMessages } from '../../../kernel/locale.ts'

/** The page a signatory opens from a mail. */
export const messages = defineMessages({
  en: {
    title: 'Sign an agreement',
    looking: 'Looking at the link…',
    ask: {
      title: 'An agreement for you to sign',
      known: 'You are signed in with the address this agreement was sent to, so it opens without a code.',
      lead: 'A six-digit code opens it. It goes to {address} and nowhere else.',
      notTurn: 'Another party signs first. You can read the text already; we write when it is your turn.',
      signed: 'You have signed. The code opens the text once more.',
      expires: 'To be signed by',
      stranger:
        'Was this link forwarded to you? Then it does not open: the code reaches the signatory alone. Ask the sender for your own invitation.',
      send: 'Send me the code',
      sent: 'A code is on its way to {address}. It is good for ten minutes.',
      again: 'Send a new code',
      againHint: 'At most one a minute. Look in the spam folder as well.',
      code: 'Code from the mail',
      open: 'Open the agreement',
      codeWrong: 'This code is wrong, used or too old. Ask for a new one. After five wrong tries a code is void.',
    },
    ended: {
      complete: {
        title: 'Signed by all parties',
        body: 'Every party has signed. The signed document was sent to you by mail.',
      },
      declined: {
        title: 'A party has declined',
        body: 'This agreement can no longer be signed. Nothing is left for you to do.',
      },
      expired: {
        title: 'The time to sign has run out',
        body: 'The last day to sign is over. Ask the sender for a new invitation if it is still wanted.',
      },
      recalled: {
        title: 'The sender has recalled it',
        body: 'This agreement can no longer be signed. Nothing is left for you to do.',
      },
      suspended: {
        title: 'Suspended by law',
        body: 'A law forbids to go on for now. We write to you when signing can go on; this link stays good.',
      },
      changed: {
        title: 'The text has been changed',
        body: 'This link leads to an earlier text, which nobody can sign any more. Use the link in the newest mail, or wait for it.',
      },
      unknown: {
        title: 'This link does not work',
        body: 'It is not complete or was never one of ours. Open it from the mail itself, or copy the whole line.',
      },
    },
    paper: {
      prevails: '{language} prevails when the versions differ.',
      language: 'Language version',
      prevailingMark: 'prevails',
      pdf: 'Download PDF',
      parties: 'Parties',
      you: 'you',
      signed: 'signed',
      open: 'not yet',
      expires: 'To be signed by',
      hash: 'Hash of the text (SHA-256)',
      level:
        'Your signature is a simple electronic signature, confirmed by the code from the mail. It is not a qualified electronic signature.',
      consent: 'I have read the text. I sign it for {party} and am entitled to do so.',
      sign: 'Sign',
      decline: 'Decline',
      notTurn: 'Another party signs first. We write when it is your turn.',
      alreadySigned: 'You have signed this text.',
      useCode: 'Go on with this code',
      levelPasskey:
        'Your signature is a simple electronic signature, confirmed by your passkey or by a code from the mail. It is not a qualified electronic signature.',
      signPasskey: 'Sign with passkey',
      orCode: 'Without the passkey, or to decline: have a code mailed to you.',
      needCode: 'To sign or to decline, have a code mailed to you.',
      deviceRefused: 'No passkey was given. Try again, or sign with a code from the mail.',
      newCode: 'The code has run out while you were reading. Ask for a new one; the text stays open.',
    },
    declining: {
      title: 'Decline to sign?',
      body: 'Nobody can sign the agreement any more. The operator reads your reason.',
      reason: 'Reason',
      confirm: 'Decline to sign',
    },
    done: {
      signed: {
        title: 'You have signed',
        body: 'The others have still to sign. The signed document comes by mail when all have.',
      },
      complete: {
        title: 'Signed by all parties',
        body: 'Yours was the last signature. The signed document comes by mail.',
      },
      declined: {
        title: 'You have declined',
        body: 'The other parties are told that a party has declined; your reason goes to the operator.',
      },
    },
    changedMeanwhile: 'While this page was open, something has changed.',
    reload: 'Look again',
  },
  ko: {
    title: '협약 서명',
    looking: '링크를 확인하는 중입니다…',
    ask: {
      title: '서명을 요청받은 협약이 있습니다',
      known: '이 협약을 받은 주소로 로그인되어 있어 코드 없이 열 수 있습니다.',
      lead: '여섯 자리 코드로 열 수 있습니다. 코드는 {address} 주소로만 보냅니다.',
      notTurn: '다른 당사자가 먼저 서명합니다. 본문은 지금 볼 수 있으며, 차례가 되면 메일로 알려 드립니다.',
      signed: '이미 서명하셨습니다. 코드를 입력하면 본문을 다시 볼 수 있습니다.',
      expires: '서명 기한',
      stranger:
        '다른 사람에게서 전달받은 링크입니까? 코드는 서명자 본인에게만 전송되므로 열 수 없습니다. 보낸 사람에게 직접 초대를 요청하세요.',
      send: '코드 받기',
      sent: '{address} 주소로 코드를 보냈습니다. 10분 동안 유효합니다.',
      again: '새 코드 받기',
      againHint: '1분에 한 번만 받을 수 있습니다. 스팸 메일함도 확인하세요.',
      code: '메일로 받은 코드',
      open: '협약 열기',
      codeWrong:
        '코드가 틀렸거나 이미 사용되었거나 기한이 지났습니다. 새 코드를 받으세요. 다섯 번 틀리면 코드는 무효가 됩니다.',
    },
    ended: {
      complete: {
        title: '모든 당사자가 서명했습니다',
        body: '서명이 모두 끝났습니다. 서명된 문서를 메일로 보내 드렸습니다.',
      },
      declined: {
        title: '서명을 거절한 당사자가 있습니다',
        body: '더 이상 서명할 수 없는 협약입니다. 하실 일은 없습니다.',
      },
      expired: {
        title: '서명 기한이 지났습니다',
        body: '서명 마감일이 지났습니다. 여전히 필요하다면 보낸 곳에 다시 요청하세요.',
      },
      recalled: { title: '보낸 곳에서 회수했습니다', body: '더 이상 서명할 수 없는 협약입니다. 하실 일은 없습니다.' },
      suspended: {
        title: '법령에 따라 정지되었습니다',
        body: '현재 법령상 진행할 수 없습니다. 재개되면 메일로 알려 드리며 이 링크를 그대로 쓸 수 있습니다.',
      },
      changed: {
        title: '본문이 변경되었습니다',
        body: '이 링크는 더 이상 서명할 수 없는 이전 본문의 것입니다. 최근 메일의 링크를 이용하거나 새 메일을 기다려 주세요.',
      },
      unknown: {
        title: '사용할 수 없는 링크입니다',
        body: '링크가 완전하지 않거나 발급된 적이 없습니다. 메일에서 직접 열거나 주소 한 줄을 모두 복사하세요.',
      },
    },
    paper: {
      prevails: '언어본이 서로 다를 때는 {language}본이 우선합니다.',
      language: '언어본',
      prevailingMark: '우선',
      pdf: 'PDF 내려받기',
      parties: '당사자',
      you: '본인',
      signed: '서명함',
      open: '서명 전',
      expires: '서명 기한',
      hash: '본문 해시(SHA-256)',
      level: '메일로 받은 코드로 확인하는 일반 전자서명이며, 공인된 전자서명은 아닙니다.',
      consent: '본문을 읽었으며, {party}의 서명 권한자로서 이에 서명합니다.',
      sign: '서명하기',
      decline: '거절하기',
      notTurn: '다른 당사자가 먼저 서명합니다. 차례가 되면 메일로 알려 드립니다.',
      alreadySigned: '이 본문에 이미 서명하셨습니다.',
      useCode: '이 코드로 계속',
      levelPasskey: '패스키 또는 메일로 받은 코드로 확인하는 일반 전자서명이며, 공인된 전자서명은 아닙니다.',
      signPasskey: '패스키로 서명하기',
      orCode: '패스키 없이 서명하거나 거절하려면 메일로 코드를 받으세요.',
      needCode: '서명하거나 거절하려면 메일로 코드를 받으세요.',
      deviceRefused: '패스키로 확인하지 못했습니다. 다시 시도하거나 메일로 받은 코드로 서명하세요.',
      newCode: '읽는 동안 코드의 기한이 지났습니다. 새 코드를 받으세요. 본문은 그대로 열려 있습니다.',
    },
    declining: {
      title: '서명을 거절할까요?',
      body: '아무도 더 이상 서명할 수 없게 됩니다. 사유는 운영기관이 확인합니다.',
      reason: '사유',
      confirm: '서명 거절',
    },
    done: {
      signed: {
        title: '서명하셨습니다',
        body: '다른 당사자의 서명이 남아 있습니다. 모두 서명하면 서명된 문서를 메일로 보내 드립니다.',
      },
      complete: {
        title: '모든 당사자가 서명했습니다',
        body: '마지막 서명이 완료되었습니다. 서명된 문서를 메일로 보내 드립니다.',
      },
      declined: {
        title: '서명을 거절하셨습니다',
        body: '다른 당사자에게는 거절 사실만 알리고, 사유는 운영기관에 전달합니다.',
      },
    },
    changedMeanwhile: '화면을 열어 둔 사이 변경된 사항이 있습니다.',
    reload: '다시 확인',
  },
  ru: {
    title: 'Подписание соглашения',
    looking: 'Проверяем ссылку…',
    ask: {
      title: 'Вам отправлено соглашение на подпись',
      known: 'Вы вошли с адресом, на который отправлено соглашение, поэтому код для чтения не нужен.',
      lead: 'Его открывает код из шести цифр. Код придёт на адрес {address} и больше никуда.',
      notTurn:
        'Сначала подписывает другая сторона. Прочитать текст можно уже сейчас; мы напишем, когда придёт ваша очередь.',
      signed: 'Вы уже подписали. Код ещё раз откроет текст.',
      expires: 'Подписать до',
      stranger:
        'Эту ссылку вам переслали? Тогда она не откроется: код получает только подписант. Попросите отправителя пригласить вас лично.',
      send: 'Получить код',
      sent: 'Код отправлен на адрес {address}. Он действует десять минут.',
      again: 'Получить новый код',
      againHint: 'Не чаще раза в минуту. Проверьте и папку со спамом.',
      code: 'Код из письма',
      open: 'Открыть соглашение',
      codeWrong: 'Код неверен, использован или устарел. Запросите новый. После пяти ошибок код недействителен.',
    },
    ended: {
      complete: {
        title: 'Подписано всеми сторонами',
        body: 'Все стороны подписали. Подписанный документ отправлен вам по почте.',
      },
      declined: {
        title: 'Одна из сторон отказалась',
        body: 'Это соглашение больше нельзя подписать. От вас ничего не требуется.',
      },
      expired: {
        title: 'Срок подписания истёк',
        body: 'Последний день подписания прошёл. Если соглашение ещё нужно, попросите отправителя о новом приглашении.',
      },
      recalled: {
        title: 'Отправитель отозвал соглашение',
        body: 'Это соглашение больше нельзя подписать. От вас ничего не требуется.',
      },
      suspended: {
        title: 'Приостановлено по закону',
        body: 'Сейчас закон запрещает продолжать. Мы напишем, когда подписание возобновится; эта ссылка останется действительной.',
      },
      changed: {
        title: 'Текст изменён',
        body: 'Эта ссылка ведёт к прежнему тексту, подписать который уже нельзя. Откройте ссылку из последнего письма или дождитесь его.',
      },
      unknown: {
        title: 'Ссылка не работает',
        body: 'Она неполная или никогда не выдавалась. Откройте её из самого письма или скопируйте строку целиком.',
      },
    },
    paper: {
      prevails: 'При расхождении версий приоритет имеет {language}.',
      language: 'Языковая версия',
      prevailingMark: 'приоритет',
      pdf: 'Скачать PDF',
      parties: 'Стороны',
      you: 'вы',
      signed: 'подписано',
      open: 'ещё нет',
      expires: 'Подписать до',
      hash: 'Хеш текста (SHA-256)',
      level:
        'Ваша подпись — простая электронная подпись, подтверждённая кодом из письма. Это не квалифицированная электронная подпись.',
      consent: 'Текст мной прочитан. Подписываю его от имени {party} и имею на это полномочия.',
      sign: 'Подписать',
      decline: 'Отказаться',
      notTurn: 'Сначала подписывает другая сторона. Мы напишем, когда придёт ваша очередь.',
      alreadySigned: 'Вы уже подписали этот текст.',
      useCode: 'Продолжить с этим кодом',
      levelPasskey:
        'Ваша подпись — простая электронная подпись, подтверждённая ключом доступа или кодом из письма. Это не квалифицированная электронная подпись.',
      signPasskey: 'Подписать ключом доступа',
      orCode: 'Чтобы подписать без ключа доступа или отказаться, запросите код по почте.',
      needCode: 'Чтобы подписать или отказаться, запросите код по почте.',
      deviceRefused: 'Ключ доступа не предъявлен. Попробуйте ещё раз или подпишите кодом из письма.',
      newCode: 'Пока вы читали, срок кода истёк. Запросите новый; текст останется открытым.',
    },
    declining: {
      title: 'Отказаться от подписания?',
      body: 'Подписать соглашение больше не сможет никто. Причину прочитает оператор.',
      reason: 'Причина',
      confirm: 'Отказаться от подписания',
    },
    done: {
      signed: {
        title: 'Вы подписали',
        body: 'Остались подписи других сторон. Когда подпишут все, документ придёт по почте.',
      },
      complete: {
        title: 'Подписано всеми сторонами',
        body: 'Ваша подпись была последней. Подписанный документ придёт по почте.',
      },
      declined: { title: 'Вы отказались', body: 'Другим сторонам сообщат только об отказе; причину получит оператор.' },
    },
    changedMeanwhile: 'Пока страница была открыта, что-то изменилось.',
    reload: 'Проверить ещё раз',
  },
})
