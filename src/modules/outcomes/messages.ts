import { defineMessages } from '../../kernel/locale.ts'

export const messages = defineMessages({
  en: {
    errors: {
      forbidden: 'Your role does not allow this.',
      'figure-malformed': '“{figure}” is not a figure code: lower-case letters, digits and hyphens.',
      'name-missing': 'Give a name in at least one language.',
      'value-malformed': 'The value must be a number.',
      'source-missing': 'Say what is counted and where the figure was published.',
    },
  },
  ko: {
    errors: {
      forbidden: '현재 역할로는 할 수 없는 작업입니다.',
      'figure-malformed': '‘{figure}’은(는) 수치 코드로 쓸 수 없습니다. 영문 소문자, 숫자, 하이픈만 가능합니다.',
      'name-missing': '한 가지 언어 이상으로 이름을 입력해 주세요.',
      'value-malformed': '값은 숫자여야 합니다.',
      'source-missing': '무엇을 센 수치인지와 발표 출처를 입력해 주세요.',
    },
  },
  ru: {
    errors: {
      forbidden: 'Ваша роль не позволяет выполнить это действие.',
      'figure-malformed': '«{figure}» не может быть кодом показателя: строчные латинские буквы, цифры и дефис.',
      'name-missing': 'Укажите название хотя бы на одном языке.',
      'value-malformed': 'Значение должно быть числом.',
      'source-missing': 'Укажите, что измеряет показатель и где он опубликован.',
    },
  },
})
