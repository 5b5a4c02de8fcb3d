import { defineMessages } from '../../../kernel/locale.ts'

/** The way from the chain to an event's board. */
export const messages = defineMessages({
  en: {
    title: 'Schedule',
    lead: 'Which event?',
    none: 'No event yet',
    noneHint: 'A schedule belongs to a consultation event. Create one and set up its days first.',
    setUp: 'Set up an event',
    facts:
      '{participants, plural, one {# participant} other {# participants}}, {timeslots, plural, one {# timeslot} other {# timeslots}}',
    noDays: 'no days yet',
    tabs: { label: 'Pages of the schedule', board: 'Board', repair: 'Repair', whatIf: 'What if', fairness: 'Fairness' },
  },
  ko: {
    title: '일정표',
    lead: '어느 상담회의 일정표를 볼까요?',
    none: '상담회가 없습니다',
    noneHint: '일정표는 상담회마다 만들어집니다. 먼저 상담회를 만들고 날짜를 설정해 주세요.',
    setUp: '상담회 설정',
    facts: '참가 기업 {participants, number}곳, 상담 시간 {timeslots, number}개',
    noDays: '날짜 미정',
    tabs: { label: '일정표 화면', board: '일정표', repair: '일정 조정', whatIf: '가정 분석', fairness: '배정 현황' },
  },
  ru: {
    title: 'Расписание',
    lead: 'Расписание какого мероприятия открыть?',
    none: 'Мероприятий пока нет',
    noneHint: 'Расписание составляется для мероприятия. Сначала создайте его и задайте дни.',
    setUp: 'Настроить мероприятие',
    facts:
      '{participants, plural, one {# участник} few {# участника} other {# участников}}, {timeslots, plural, one {# интервал} few {# интервала} other {# интервалов}}',
    noDays: 'дни не заданы',
    tabs: {
      label: 'Страницы расписания',
      board: 'Доска',
      repair: 'Исправить',
      whatIf: 'Что если',
      fairness: 'Справедливость',
    },
  },
})
