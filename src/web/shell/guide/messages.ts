import { defineMessages } from '../../../kernel/locale.ts'

/** The way into a programme, for each role. */
export const messages = defineMessages({
  en: {
    title: 'The way in',
    progress: '{done, number} of {all, number}',
    done: 'done',
    close: 'Close this guide',
    operator: {
      lists: { title: 'Bring in the code lists', why: 'Companies choose industries and technologies from them.' },
      companies: {
        title: 'Bring in the companies',
        why: 'One workbook with companies, contacts and profiles is enough.',
      },
      profiles: { title: 'Publish profiles', why: 'Only published profiles are matched and seen by others.' },
      people: {
        title: 'Invite people',
        why: 'Representatives and interpreters get a link by mail, in their language.',
      },
      matching: { title: 'Rank who fits whom', why: 'Every rank comes with its reasons.' },
      event: { title: 'Set up the event', why: 'Days, timeslots, tables and online places.' },
      participants: { title: 'Register participants', why: 'With their delegates and the hours they are there.' },
      requests: { title: 'Gather requests', why: 'Companies ask, or you ask for them from the matches.' },
      schedule: { title: 'Make and release the schedule', why: 'Everybody is told, with a calendar file.' },
    },
    company: {
      profile: { title: 'Complete your profile', why: 'What you offer and what you seek: others find you by it.' },
      hours: { title: 'Say when you are there', why: 'Meetings are only put into hours that you give.' },
      requests: { title: 'Ask for meetings', why: 'Your partners are listed with the reasons why they fit.' },
      agenda: { title: 'Read your agenda', why: 'As soon as the schedule is released, with your calendar feed.' },
    },
    interpreter: {
      hours: {
        title: 'See when the event takes place',
        why: 'If you cannot be there at some time, tell the operator.',
      },
      agenda: { title: 'Read your agenda', why: 'As soon as the schedule is released, with your calendar feed.' },
    },
  },
  ko: {
    title: '시작 안내',
    progress: '{all, number}단계 중 {done, number}단계 완료',
    done: '완료',
    close: '안내 닫기',
    operator: {
      lists: { title: '코드 목록 가져오기', why: '기업이 업종과 기술을 이 목록에서 선택합니다.' },
      companies: { title: '기업 명단 가져오기', why: '기업, 담당자, 프로필이 담긴 엑셀 파일 하나면 됩니다.' },
      profiles: { title: '프로필 공개하기', why: '공개된 프로필만 매칭되고 다른 기업에 보입니다.' },
      people: { title: '사용자 초대하기', why: '기업 담당자와 통역사에게 각자의 언어로 링크를 보냅니다.' },
      matching: { title: '서로 맞는 기업 순위 산정하기', why: '모든 순위에는 근거가 함께 표시됩니다.' },
      event: { title: '상담회 준비하기', why: '상담일, 시간대, 테이블, 온라인 상담실을 정합니다.' },
      participants: { title: '참가 기업 등록하기', why: '참석자와 참석 가능한 시간을 함께 등록합니다.' },
      requests: { title: '상담 신청 모으기', why: '기업이 직접 신청하거나 매칭 결과로 대신 신청할 수 있습니다.' },
      schedule: { title: '일정 편성하고 확정하기', why: '캘린더 파일과 함께 모두에게 안내됩니다.' },
    },
    company: {
      profile: {
        title: '프로필 작성하기',
        why: '제공하는 기술과 찾는 기술을 적어 주세요. 상대 기업이 이 내용으로 찾습니다.',
      },
      hours: { title: '참석 가능한 시간 알리기', why: '알려 주신 시간에만 상담이 편성됩니다.' },
      requests: { title: '상담 신청하기', why: '추천 파트너가 그 이유와 함께 표시됩니다.' },
      agenda: { title: '내 일정 확인하기', why: '일정이 확정되면 캘린더 구독 주소와 함께 볼 수 있습니다.' },
    },
    interpreter: {
      hours: { title: '상담회 시간 확인하기', why: '참석할 수 없는 시간이 있으면 운영자에게 알려 주세요.' },
      agenda: { title: '내 일정 확인하기', why: '일정이 확정되면 캘린더 구독 주소와 함께 볼 수 있습니다.' },
    },
  },
  ru: {
    title: 'С чего начать',
    progress: '{done, number} из {all, number}',
    done: 'сделано',
    close: 'Закрыть подсказку',
    operator: {
      lists: { title: 'Загрузить справочники', why: 'Из них компании выбирают отрасли и технологии.' },
      companies: { title: 'Загрузить компании', why: 'Достаточно одной книги с компаниями, контактами и профилями.' },
      profiles: { title: 'Опубликовать профили', why: 'Подбираются и видны другим только опубликованные профили.' },
      people: { title: 'Пригласить людей', why: 'Представители и переводчики получат ссылку по почте на своём языке.' },
      matching: { title: 'Определить, кто кому подходит', why: 'У каждого места в списке есть основания.' },
      event: { title: 'Подготовить мероприятие', why: 'Дни, слоты, столы и онлайн-места.' },
      participants: { title: 'Зарегистрировать участников', why: 'С делегатами и временем, когда они на месте.' },
      requests: { title: 'Собрать заявки', why: 'Компании просят сами, или вы просите за них по итогам подбора.' },
      schedule: { title: 'Составить и выпустить расписание', why: 'Все получат письмо с файлом календаря.' },
    },
    company: {
      profile: { title: 'Заполнить профиль', why: 'Что вы предлагаете и что ищете: по нему вас находят.' },
      hours: { title: 'Указать своё время', why: 'Встречи назначаются только на указанные часы.' },
      requests: { title: 'Попросить о встречах', why: 'Подходящие партнёры показаны вместе с основаниями.' },
      agenda: { title: 'Посмотреть своё расписание', why: 'Как только его выпустят, вместе со ссылкой для календаря.' },
    },
    interpreter: {
      hours: { title: 'Узнать время мероприятия', why: 'Если в какие-то часы вы не сможете, сообщите оператору.' },
      agenda: { title: 'Посмотреть своё расписание', why: 'Как только его выпустят, вместе со ссылкой для календаря.' },
    },
  },
})
