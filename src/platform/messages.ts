import { defineMessages } from '../kernel/locale.ts'

/** Sentences for refusals that the platform itself makes, under the names `http`, `files` and `mail`. */
export const platformMessages = {
  http: defineMessages({
    en: {
      titles: {
        absent: 'Not found',
        forbidden: 'Not allowed',
        conflict: 'Not possible any more',
        invalid: 'Check the input',
        defect: 'Something went wrong',
        unavailable: 'Not reachable at the moment',
      },
      errors: {
        'not-found': 'There is nothing at this address, or you may not see it.',
        'not-allowed': 'Your role does not allow this.',
        'invalid-input': '{count, plural, one {One field needs} other {# fields need}} correcting.',
        malformed: 'The request could not be read.',
        'too-large': 'The request is larger than the {maxBytes, number} bytes accepted here.',
        'foreign-origin': 'The request came from another site and was not carried out.',
        defect: 'The error has been recorded. If it happens again, quote the number {requestId}.',
        unavailable:
          'The server cannot save or read anything at the moment. Wait a little, look whether it was done, and try again. Number: {requestId}.',
      },
      fields: {
        required: 'Please fill this in.',
        invalid: 'This is not valid.',
        'too-short': 'At least {limit, plural, one {# character} other {# characters}}.',
        'too-long': 'At most {limit, plural, one {# character} other {# characters}}.',
        'too-small': 'At least {limit, number}.',
        'too-large': 'At most {limit, number}.',
        'not-allowed': 'This is not one of the choices.',
        'unknown-field': 'This field does not exist.',
        'resident-number':
          'This looks like a Korean resident registration number. It is not stored here; please leave it out.',
      },
    },
    ko: {
      titles: {
        absent: '찾을 수 없습니다',
        forbidden: '권한이 없습니다',
        conflict: '지금은 처리할 수 없습니다',
        invalid: '입력 내용을 확인해 주세요',
        defect: '문제가 발생했습니다',
        unavailable: '일시적으로 이용할 수 없습니다',
      },
      errors: {
        'not-found': '해당 주소에 내용이 없거나 볼 수 있는 권한이 없습니다.',
        'not-allowed': '현재 역할로는 할 수 없는 작업입니다.',
        'invalid-input': '{count}개 항목을 수정해 주세요.',
        malformed: '요청을 해석할 수 없습니다.',
        'too-large': '요청 크기가 허용 한도인 {maxBytes, number}바이트를 넘습니다.',
        'foreign-origin': '다른 사이트에서 보낸 요청이어서 처리하지 않았습니다.',
        defect: '오류가 기록되었습니다. 문제가 반복되면 문의하실 때 {requestId} 번호를 알려 주세요.',
        unavailable:
          '지금은 서버에서 자료를 저장하거나 읽을 수 없습니다. 잠시 후 처리 여부를 확인하고 다시 시도해 주세요. 번호: {requestId}',
      },
      fields: {
        required: '입력해 주세요.',
        invalid: '올바르지 않은 값입니다.',
        'too-short': '{limit}자 이상 입력해 주세요.',
        'too-long': '{limit}자까지 입력할 수 있습니다.',
        'too-small': '{limit, number} 이상이어야 합니다.',
        'too-large': '{limit, number} 이하여야 합니다.',
        'not-allowed': '선택할 수 없는 값입니다.',
        'unknown-field': '없는 항목입니다.',
        'resident-number':
          '주민등록번호로 보이는 숫자가 있습니다. 주민등록번호는 수집하지 않으니 지우고 다시 입력해 주세요.',
      },
    },
    ru: {
      titles: {
        absent: 'Не найдено',
        forbidden: 'Нет доступа',
        conflict: 'Действие больше невозможно',
        invalid: 'Проверьте введённые данные',
        defect: 'Произошла ошибка',
        unavailable: 'Сервер временно недоступен',
      },
      errors: {
        'not-found': 'По этому адресу ничего нет, или у вас нет права это видеть.',
        'not-allowed': 'Ваша роль не позволяет выполнить это действие.',
        'invalid-input':
          '{count, plural, one {Нужно исправить # поле} few {Нужно исправить # поля} other {Нужно исправить # полей}}.',
        malformed: 'Не удалось разобрать запрос.',
        'too-large': 'Размер запроса превышает допустимые {maxBytes, number} байт.',
        'foreign-origin': 'Запрос пришёл с другого сайта и не был выполнен.',
        defect: 'Ошибка записана в журнал. Если она повторится, сообщите номер {requestId}.',
        unavailable:
          'Сервер сейчас не может ни сохранить, ни прочитать данные. Немного подождите, проверьте, выполнено ли действие, и повторите попытку. Номер: {requestId}.',
      },
      fields: {
        required: 'Заполните это поле.',
        invalid: 'Недопустимое значение.',
        'too-short': 'Не менее {limit, plural, one {# символа} other {# символов}}.',
        'too-long': 'Не более {limit, plural, one {# символа} other {# символов}}.',
        'too-small': 'Не меньше {limit, number}.',
        'too-large': 'Не больше {limit, number}.',
        'not-allowed': 'Такого варианта нет.',
        'unknown-field': 'Такого поля нет.',
        'resident-number':
          'Похоже на номер регистрации жителя Республики Корея. Такие номера здесь не хранятся, уберите его.',
      },
    },
  }),
  files: defineMessages({
    en: {
      errors: {
        'too-large': 'The file is larger than the {maxBytes, number} bytes allowed.',
        empty: 'The file is empty.',
      },
    },
    ko: {
      errors: {
        'too-large': '파일 크기가 허용 한도인 {maxBytes, number}바이트를 넘습니다.',
        empty: '파일이 비어 있습니다.',
      },
    },
    ru: {
      errors: { 'too-large': 'Размер файла превышает допустимые {maxBytes, number} байт.', empty: 'Файл пуст.' },
    },
  }),
  mail: defineMessages({
    en: { errors: { 'bad-address': 'This is not an e-mail address.' } },
    ko: { errors: { 'bad-address': '올바른 이메일 주소가 아닙니다.' } },
    ru: { errors: { 'bad-address': 'Это не адрес электронной почты.' } },
  }),
}
