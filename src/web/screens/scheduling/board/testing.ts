import type { Board, BoardMeeting, BoardParticipant, BoardRequest } from './board-facts.ts'

const MINUTE_MS = 60_000

/** Timeslots of 20 minutes: `s1` … `s4` on 26 October from 15:00 KST with a pause before `s3`, `t1` and `t2` on the 28th. */
const TIMESLOTS = (
  [
    ['s1', '2020-10-26T06:00:00.000Z'],
    ['s2', '2020-10-26T06:25:00.000Z'],
    ['s3', '2020-10-26T07:00:00.000Z'],
    ['s4', '2020-10-26T07:25:00.000Z'],
    ['t1', '2020-10-28T06:00:00.000Z'],
    ['t2', '2020-10-28T06:25:00.000Z'],
  ] as const
).map(([id, startsAt]) => ({
  id,
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 20 * MINUTE_MS).toISOString(),
}))

const ALL = TIMESLOTS.map(({ id }) => id)

export const participant = (
  id: string,
  sideId: string,
  en: string,
  change: Partial<BoardParticipant> = {},
): BoardParticipant => ({
  id,
  companyId: `company-${id}`,
  code: id.toUpperCase(),
  name: { en },
  sideId,
  delegates: 1,
  attendance: 'online',
  timeslots: ALL,
  synthetic: true,
  ...change,
})

export const request = (
  id: string,
  hostId: string,
  guestId: string,
  change: Partial<BoardRequest> = {},
): BoardRequest => ({
  id,
  hostId,
  guestId,
  wish: 'want',
  score: 72,
  languagePair: 'ko-ru',
  placeKind: 'online',
  ...change,
})

export const meeting = (requestId: string, timeslotId: string, change: Partial<BoardMeeting> = {}): BoardMeeting => ({
  requestId,
  timeslotId,
  placeId: 'p1',
  interpreterId: 'kim',
  hostDelegate: 0,
  guestDelegate: 0,
  pinned: false,
  ...change,
})

/** Two sides of two companies each, two interpreters, three requests of which two are held. */
export const buildBoard = (change: Partial<Board> = {}): Board => ({
  eventId: 'event',
  eventName: { en: 'Consultation' },
  revision: 4,
  sides: [
    { id: 'gyeonggi', name: { en: 'Gyeonggi' }, timeZone: 'Asia/Seoul' },
    { id: 'russia', name: { en: 'Russia' }, timeZone: 'Europe/Moscow' },
  ],
  timeslots: TIMESLOTS,
  places: [
    { id: 'p1', kind: 'online', name: '1' },
    { id: 'p2', kind: 'table', name: 'A' },
  ],
  participants: [
    participant('g2', 'gyeonggi', 'Glass', { name: { en: 'Glass', ko: '유리', ru: 'Стекло' } }),
    participant('g10', 'gyeonggi', 'Chips', { timeslots: ['s1', 's2'] }),
    participant('r1', 'russia', 'Lasers'),
    participant('r2', 'russia', 'Seals', { timeslots: ['t1', 't2'] }),
  ],
  interpreters: [
    { id: 'kim', name: 'Kim Jisu', languagePairs: ['ko-ru'], timeslots: ALL, synthetic: true },
    { id: 'lena', name: 'Lena M.', languagePairs: ['ko-ru'], timeslots: ['s1'], synthetic: true },
  ],
  requests: [
    request('glass-lasers', 'g2', 'r1', { score: 91 }),
    request('chips-lasers', 'g10', 'r1', { wish: 'must' }),
    request('chips-seals', 'g10', 'r2', { score: null }),
  ],
  meetings: [meeting('glass-lasers', 's1'), meeting('chips-lasers', 's2', { pinned: true })],
  outcome: { value: null, bound: null, unmet: [], issues: [], seed: null, elapsedMs: null },
  released: null,
  run: null,
  may: { edit: true },
  ...change,
})

export const released = (meetings: readonly BoardMeeting[]): Board['released'] => ({
  number: 3,
  releasedAt: '2020-10-20T01:00:00.000Z',
  meetings: [...meetings],
})
