import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'

const STAGE = 'scheduling' as const
const title = { en: 'Schedule', ko: '일정표', ru: 'Расписание' }

/** The stage's link in the chain: on to the event, or a choice of several. */
const scheduleRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/schedule',
  component: lazyRouteComponent(() => import('./schedule-home-screen.tsx'), 'ScheduleHomeScreen'),
  staticData: { stage: STAGE, title },
})

const boardRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/events/$eventId/schedule',
  component: lazyRouteComponent(() => import('./board/board-screen.tsx'), 'BoardScreen'),
  staticData: { stage: STAGE, title },
})

const releaseRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/events/$eventId/release',
  component: lazyRouteComponent(() => import('./release/release-screen.tsx'), 'ReleaseScreen'),
  staticData: { stage: STAGE, title: { en: 'Release', ko: '일정 공개', ru: 'Публикация' } },
})

/** What has happened, when one comes here from where it was noticed. */
export interface RepairSearch {
  readonly what?: string
  readonly id?: string
}

const repairRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/events/$eventId/repair',
  validateSearch: (search: Record<string, unknown>): RepairSearch => ({
    ...(typeof search.what === 'string' ? { what: search.what } : {}),
    ...(typeof search.id === 'string' ? { id: search.id } : {}),
  }),
  component: lazyRouteComponent(() => import('./repair/repair-screen.tsx'), 'RepairScreen'),
  staticData: { stage: STAGE, title: { en: 'Repair', ko: '일정 조정', ru: 'Исправление' } },
})

const whatIfRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/events/$eventId/what-if',
  component: lazyRouteComponent(() => import('./study/what-if-screen.tsx'), 'WhatIfScreen'),
  staticData: { stage: STAGE, title: { en: 'What if', ko: '가정 분석', ru: 'Что если' } },
})

const fairnessRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/events/$eventId/fairness',
  component: lazyRouteComponent(() => import('./fairness/fairness-screen.tsx'), 'FairnessScreen'),
  staticData: { stage: STAGE, title: { en: 'Fairness', ko: '배정 현황', ru: 'Справедливость' } },
})

/** Whose agenda: one participant, one interpreter, or everybody. */
export interface AgendaSearch {
  readonly participantId?: string
  readonly interpreterId?: string
}

const agendasRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/events/$eventId/agendas',
  validateSearch: (search: Record<string, unknown>): AgendaSearch => ({
    ...(typeof search.participantId === 'string' ? { participantId: search.participantId } : {}),
    ...(typeof search.interpreterId === 'string' ? { interpreterId: search.interpreterId } : {}),
  }),
  component: lazyRouteComponent(() => import('./agenda/agendas-screen.tsx'), 'AgendasScreen'),
  staticData: { stage: STAGE, title: { en: 'Agendas', ko: '개별 일정표', ru: 'Личные расписания' } },
})

const myAgendaRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/agenda',
  component: lazyRouteComponent(() => import('./agenda/my-agenda-screen.tsx'), 'MyAgendaScreen'),
  staticData: { title: { en: 'My agenda', ko: '내 일정', ru: 'Моё расписание' } },
})

export const schedulingRoutes = [
  scheduleRoute,
  boardRoute,
  repairRoute,
  whatIfRoute,
  fairnessRoute,
  releaseRoute,
  agendasRoute,
  myAgendaRoute,
] as const
