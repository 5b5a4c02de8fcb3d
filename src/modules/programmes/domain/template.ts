import type { EventPlan, PlannedBlock } from './event-plan.ts'
import type { Feature } from './feature.ts'
import type { NewSide } from './programme.ts'

/** Ways to begin that come with Naru. */
export const TEMPLATE_CODES = ['online-day', 'two-days-on-site', 'matching-only', 'press-and-figures'] as const
export type TemplateCode = (typeof TEMPLATE_CODES)[number]

export interface Template {
  readonly sides: readonly NewSide[]
  readonly featuresOff: readonly Feature[]
  /** null: there is no event to prepare. */
  readonly event: EventPlan | null
}

/** Where most of these programmes are run; every field can be changed before the programme is opened. */
const KOREA: NewSide = {
  code: 'korea',
  name: { ko: '한국', ru: 'Корея', en: 'Korea' },
  country: 'KR',
  timeZone: 'Asia/Seoul',
  languages: ['ko', 'en'],
}
const RUSSIA: NewSide = {
  code: 'russia',
  name: { ko: '러시아', ru: 'Россия', en: 'Russia' },
  country: 'RU',
  timeZone: 'Europe/Moscow',
  languages: ['ru', 'en'],
}

const CONSULTATION = { ko: '1:1 상담회', ru: 'Встречи один на один', en: 'One-to-one consultation' }

const RULES = {
  name: CONSULTATION,
  requestMode: 'opt-in',
  requestExpiryHours: 72,
  maxRequestsPerParticipant: 20,
  whoMayMeet: 'across-sides',
} as const

const block = (
  day: number,
  from: string,
  minutes: number,
  slotMinutes: number,
  bufferMinutes: number,
): PlannedBlock => ({
  day,
  from,
  minutes,
  slotMinutes,
  bufferMinutes,
})

const TEMPLATES: Readonly<Record<TemplateCode, Template>> = {
  // The afternoon of the east is the morning of the west: working hours on both shores.
  'online-day': {
    sides: [KOREA, RUSSIA],
    featuresOff: [],
    event: {
      ...RULES,
      blocks: [block(0, '15:00', 100, 20, 5), block(0, '16:50', 100, 20, 5)],
      tables: 0,
      online: 20,
    },
  },
  'two-days-on-site': {
    sides: [KOREA, RUSSIA],
    featuresOff: ['rooms'],
    event: {
      ...RULES,
      blocks: [0, 1].flatMap((day) => [block(day, '10:00', 120, 30, 10), block(day, '14:00', 190, 30, 10)]),
      tables: 12,
      online: 2,
    },
  },
  'matching-only': {
    sides: [KOREA, RUSSIA],
    featuresOff: ['consultation', 'rooms', 'cases', 'agreements', 'commitments'],
    event: null,
  },
  'press-and-figures': {
    sides: [KOREA, RUSSIA],
    featuresOff: ['matching', 'consultation', 'rooms', 'cases'],
    event: null,
  },
}

export const templateOf = (code: TemplateCode): Template => TEMPLATES[code]
