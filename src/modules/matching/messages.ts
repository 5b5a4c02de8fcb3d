import { defineMessages } from '../../kernel/locale.ts'

/**
 * Refusals, reasons and gates by code. In a reason `{concept}` is the label of the shared concept or keyword in the
 * reader's language, `{languages}` and `{certifications}` are lists in words, and `{whose}` is `company` (the first
 * of the pair) or `partner`; `need` and `offer` are the words as the two sides write them.
 */
export const messages = defineMessages({
  en: {
    errors: {
      absent: 'There is no such company, profile or run here.',
      'already-ranking': 'The companies are being ranked already. Wait for the end or stop that run first.',
      'not-ranking': 'That run has already ended.',
      'own-company': 'A company cannot be on its own shortlist.',
      'own-profile': 'This is a profile of your own company.',
      'interest-open': 'Your company has already expressed interest in this profile.',
      'not-yours-to-answer':
        'Only the company whose profile it is can answer, and only the company that is interested can take it back.',
      'interest-closed': 'This expression of interest is no longer open.',
      'not-ranked': 'There is no ranking yet. Rank the companies first.',
      'ranking-changed': 'The companies have been ranked anew meanwhile. Look at the new proposal first.',
      'weighting-empty': 'At least one kind of evidence must count.',
      'weighting-meanwhile': 'Somebody else saved a weighting at the same moment. Please save yours again.',
      'no-translation-service': 'No translation service is set up on this server.',
      'nothing-to-translate': 'There is no text in that language, or all of it is there in the other language already.',
      'translation-failed': 'The translation service gave no usable answer. Please try again later.',
      'translation-outdated': 'The profile has changed since it was translated. Have it translated again.',
    },
    mail: {
      expressed: {
        subject: '{sender} is interested in “{profile}”',
        text: 'Dear {name},\n\n{sender} is interested in the profile “{profile}” of {asked}.{message}\n\nPlease welcome or decline the interest here:\n{url}\n',
      },
      welcomed: {
        subject: '{asked} welcomes your interest',
        text: 'Dear {name},\n\n{asked} welcomes the interest of {sender} in “{profile}”. You can now get in touch.\n\nYour expressions of interest:\n{url}\n',
      },
      declined: {
        subject: '{asked} has declined your interest',
        text: 'Dear {name},\n\n{asked} does not wish to pursue the interest of {sender} in “{profile}”.\n\nYour expressions of interest:\n{url}\n',
      },
      message: '\n\nMessage from {sender}:\n{message}',
    },
    runStatuses: { queued: 'Waiting', running: 'Ranking', done: 'Done', stopped: 'Stopped', failed: 'Failed' },
    outOfDate:
      '{count, plural, one {# profile has} other {# profiles have}} changed since the last ranking. Rank again to take them into account.',
    directions: {
      forward: 'Answers a need of the first company',
      backward: 'Answers a need of the second company',
      both: 'Holds for both',
    },
    reasons: {
      concept: 'Both speak of {concept}',
      'related-concept': 'Neighbouring technologies within {concept}',
      word: 'The same word on both sides: “{word}”',
      'sound-alike': 'Sounds alike: “{need}” and “{offer}”',
      keyword: '{list, select, technology {Same technology keyword} other {Same market keyword}}: {concept}',
      'similar-wording':
        '{nothingElse, select, yes {Only the wording is similar, judged statistically: please read both texts} other {Similar wording, judged statistically}}',
      'outside-model': 'An outside model holds the texts for similar; statistical, nothing to point at',
      'minor-evidence': '{count, plural, one {# smaller point in common} other {# smaller points in common}}',
      'shared-language': 'Can talk without an interpreter: {languages}',
      'size-wanted':
        '{whose, select, company {The first company has} other {The second company has}} the size that is wanted: {size, select, micro {micro} small {small} medium {medium} other {large}}',
      'certification-named':
        '{whose, select, company {The first company holds} other {The second company holds}} a certificate that is asked for: {certifications}',
      'empty-profile':
        '{whose, select, company {The first company has} other {The second company has}} not published anything that can be compared',
      'one-way':
        'Only one direction can be judged, so the score is lowered: an offer meets a need, but not the other way round',
    },
    gates: {
      'same-company': 'Two different companies',
      'same-side': 'Of different sides',
      'blocked-pair': 'Neither has ruled the other out',
      compliance: 'No open compliance check',
      'target-country': 'Each is from a country that the other looks for',
      'partnership-type': 'They want a type of partnership in common',
      'partner-kind': 'Each is a kind of organisation that the other looks for',
    },
  },
  ko: {
    errors: {
      absent: '해당 기업, 프로필 또는 매칭 작업을 찾을 수 없습니다.',
      'already-ranking': '매칭 작업이 이미 진행 중입니다. 끝날 때까지 기다리거나 먼저 중지해 주세요.',
      'not-ranking': '해당 매칭 작업은 이미 끝났습니다.',
      'own-company': '자기 기업은 관심 목록에 추가할 수 없습니다.',
      'own-profile': '귀사의 프로필입니다.',
      'interest-open': '귀사는 이 프로필에 이미 관심을 표명했습니다.',
      'not-yours-to-answer': '답변은 해당 프로필의 기업만, 철회는 관심을 표명한 기업만 할 수 있습니다.',
      'interest-closed': '이 관심 표명은 이미 처리되었습니다.',
      'not-ranked': '아직 매칭 결과가 없습니다. 먼저 매칭을 실행해 주세요.',
      'ranking-changed': '그사이 매칭이 다시 실행되었습니다. 새 제안을 먼저 확인해 주세요.',
      'weighting-empty': '적어도 한 종류의 근거는 반영되어야 합니다.',
      'weighting-meanwhile': '같은 순간에 다른 사용자가 가중치를 저장했습니다. 다시 저장해 주세요.',
      'no-translation-service': '이 서버에는 번역 서비스가 설정되어 있지 않습니다.',
      'nothing-to-translate': '해당 언어로 된 내용이 없거나, 다른 언어에 이미 모두 입력되어 있습니다.',
      'translation-failed': '번역 서비스가 사용할 수 있는 결과를 보내지 않았습니다. 잠시 후 다시 시도해 주세요.',
      'translation-outdated': '번역한 뒤 프로필이 변경되었습니다. 다시 번역해 주세요.',
    },
    mail: {
      expressed: {
        subject: '[관심 표명] {sender} – {profile}',
        text: '{name} 님, 안녕하십니까.\n\n{sender}에서 {asked}의 프로필 “{profile}”에 관심을 표명하였습니다.{message}\n\n아래 주소에서 수락 또는 거절해 주시기 바랍니다.\n{url}\n',
      },
      welcomed: {
        subject: '[관심 표명 수락] {asked}',
        text: '{name} 님, 안녕하십니까.\n\n{asked}에서 “{profile}”에 대한 {sender}의 관심 표명을 수락하였습니다. 이제 상대 기업과 연락하실 수 있습니다.\n\n관심 표명 목록:\n{url}\n',
      },
      declined: {
        subject: '[관심 표명 거절] {asked}',
        text: '{name} 님, 안녕하십니까.\n\n{asked}에서 “{profile}”에 대한 {sender}의 관심 표명에 응하기 어렵다고 알려 왔습니다.\n\n관심 표명 목록:\n{url}\n',
      },
      message: '\n\n{sender}의 메시지:\n{message}',
    },
    runStatuses: { queued: '대기 중', running: '매칭 중', done: '완료', stopped: '중지됨', failed: '실패' },
    outOfDate: '마지막 매칭 이후 프로필 {count, number}건이 변경되었습니다. 반영하려면 다시 매칭해 주세요.',
    directions: {
      forward: '첫 번째 기업의 수요를 충족',
      backward: '두 번째 기업의 수요를 충족',
      both: '양쪽 모두에 해당',
    },
    reasons: {
      concept: '공통 기술: {concept}',
      'related-concept': '{concept} 분야의 인접 기술',
      word: '양쪽에서 같은 표현 사용: “{word}”',
      'sound-alike': '발음이 같은 표현: “{need}” – “{offer}”',
      keyword: '{list, select, technology {기술 키워드 일치} other {시장 키워드 일치}}: {concept}',
      'similar-wording':
        '{nothingElse, select, yes {표현만 통계적으로 유사하므로 두 글을 직접 확인해 주세요} other {통계적으로 표현이 유사함}}',
      'outside-model': '외부 모델이 두 글을 유사하다고 판단함(통계적 판단으로 제시할 표현 없음)',
      'minor-evidence': '그 밖의 작은 공통점 {count, number}건',
      'shared-language': '통역 없이 상담 가능: {languages}',
      'size-wanted':
        '{whose, select, company {첫 번째 기업의} other {두 번째 기업의}} 규모가 상대의 희망과 일치: {size, select, micro {소상공인} small {소기업} medium {중기업} other {대기업}}',
      'certification-named':
        '{whose, select, company {첫 번째 기업이} other {두 번째 기업이}} 상대가 요구하는 인증 보유: {certifications}',
      'empty-profile':
        '{whose, select, company {첫 번째 기업이} other {두 번째 기업이}} 비교할 수 있는 내용을 아직 공개하지 않음',
      'one-way': '한 방향만 평가할 수 있어 점수를 낮춤: 제안과 수요가 한쪽에서만 만남',
    },
    gates: {
      'same-company': '서로 다른 기업',
      'same-side': '서로 다른 측의 기업',
      'blocked-pair': '서로 상담을 거부하지 않음',
      compliance: '진행 중인 적격성 심사 없음',
      'target-country': '서로 희망하는 국가의 기업',
      'partnership-type': '희망하는 협력 유형이 하나 이상 일치',
      'partner-kind': '서로 희망하는 기관 유형',
    },
  },
  ru: {
    errors: {
      absent: 'Такой компании, профиля или подбора здесь нет.',
      'already-ranking': 'Подбор партнёров уже идёт. Дождитесь его окончания или сначала остановите его.',
      'not-ranking': 'Этот подбор уже завершён.',
      'own-company': 'Компанию нельзя добавить в её собственный список избранных.',
      'own-profile': 'Это профиль вашей компании.',
      'interest-open': 'Ваша компания уже выразила интерес к этому профилю.',
      'not-yours-to-answer':
        'Ответить может только компания, которой принадлежит профиль, а отозвать интерес — только та, что его выразила.',
      'interest-closed': 'На это выражение интереса уже дан ответ, или оно отозвано.',
      'not-ranked': 'Подбора ещё не было. Сначала запустите подбор.',
      'ranking-changed': 'Тем временем подбор выполнен заново. Сначала просмотрите новое предложение.',
      'weighting-empty': 'Должен учитываться хотя бы один вид признаков.',
      'weighting-meanwhile': 'В тот же момент веса сохранил другой пользователь. Сохраните свои ещё раз.',
      'no-translation-service': 'На этом сервере не настроен сервис перевода.',
      'nothing-to-translate': 'На этом языке нет текста, или всё уже есть на другом языке.',
      'translation-failed': 'Сервис перевода не дал пригодного ответа. Повторите попытку позже.',
      'translation-outdated': 'После перевода профиль изменился. Закажите перевод заново.',
    },
    mail: {
      expressed: {
        subject: 'Интерес к профилю «{profile}»: {sender}',
        text: 'Здравствуйте, {name}!\n\nКомпания «{sender}» выразила интерес к профилю «{profile}» компании «{asked}».{message}\n\nОтветить на интерес можно здесь:\n{url}\n',
      },
      welcomed: {
        subject: 'Интерес принят: {asked}',
        text: 'Здравствуйте, {name}!\n\nКомпания «{asked}» приветствует интерес компании «{sender}» к профилю «{profile}». Теперь вы можете связаться друг с другом.\n\nВаши выражения интереса:\n{url}\n',
      },
      declined: {
        subject: 'Интерес отклонён: {asked}',
        text: 'Здравствуйте, {name}!\n\nКомпания «{asked}» не готова продолжать контакт с компанией «{sender}» по профилю «{profile}».\n\nВаши выражения интереса:\n{url}\n',
      },
      message: '\n\nСообщение компании «{sender}»:\n{message}',
    },
    runStatuses: { queued: 'Ожидает', running: 'Идёт подбор', done: 'Завершён', stopped: 'Остановлен', failed: 'Сбой' },
    outOfDate:
      'После последнего подбора {count, plural, one {изменился # профиль} few {изменились # профиля} many {изменились # профилей} other {изменились # профиля}}. Повторите подбор, чтобы учесть изменения.',
    directions: {
      forward: 'Отвечает на запрос первой компании',
      backward: 'Отвечает на запрос второй компании',
      both: 'Относится к обеим',
    },
    reasons: {
      concept: 'Обе стороны говорят об одном: {concept}',
      'related-concept': 'Смежные технологии в области «{concept}»',
      word: 'Одно и то же слово у обеих сторон: «{word}»',
      'sound-alike': 'Звучит одинаково: «{need}» и «{offer}»',
      keyword:
        '{list, select, technology {Совпадает технологическое ключевое слово} other {Совпадает рыночное ключевое слово}}: {concept}',
      'similar-wording':
        '{nothingElse, select, yes {Похожи только формулировки, оценка статистическая: прочитайте оба текста} other {Похожие формулировки, оценка статистическая}}',
      'outside-model': 'Внешняя модель считает тексты похожими; оценка статистическая, показать нечего',
      'minor-evidence':
        'Ещё {count, plural, one {# небольшое совпадение} few {# небольших совпадения} many {# небольших совпадений} other {# небольшого совпадения}}',
      'shared-language': 'Могут говорить без переводчика: {languages}',
      'size-wanted':
        '{whose, select, company {Первая компания} other {Вторая компания}} того размера, который нужен партнёру: {size, select, micro {микропредприятие} small {малое предприятие} medium {среднее предприятие} other {крупное предприятие}}',
      'certification-named':
        '{whose, select, company {У первой компании} other {У второй компании}} есть требуемый сертификат: {certifications}',
      'empty-profile':
        '{whose, select, company {Первая компания} other {Вторая компания}} пока не опубликовала ничего, что можно сравнить',
      'one-way':
        'Оценить можно только одно направление, поэтому балл снижен: предложение отвечает на запрос, но не наоборот',
    },
    gates: {
      'same-company': 'Две разные компании',
      'same-side': 'Компании разных сторон',
      'blocked-pair': 'Ни одна не исключила другую',
      compliance: 'Нет незавершённой проверки',
      'target-country': 'Каждая из страны, которая нужна другой',
      'partnership-type': 'Есть общий желаемый вид партнёрства',
      'partner-kind': 'Каждая относится к виду организаций, который ищет другая',
    },
  },
})
