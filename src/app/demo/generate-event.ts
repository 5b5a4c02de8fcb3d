import type { Interval } from '../../kernel/interval.ts'
import { fromWallClock } from '../../kernel/time-zone.ts'
import type { Block, InterpreterFacts } from '../../modules/events/index.ts'
import type { GeneratedCompany, GeneratedEvent, GeneratedParticipant, ProgrammeSizes } from './generated.ts'
import { EVERYWHERE } from './generated.ts'
import type { Random } from './random.ts'
import { EVENT_DATES, EVENT_NAME } from './source-case.ts'

const clock = (date: string, from: string, to: string): Interval => ({
  startsAt: fromWallClock({ date, time: from }, 'Asia/Seoul'),
  endsAt: fromWallClock({ date, time: to }, 'Asia/Seoul'),
})

/** 15:00 to 18:30 in Seoul, 09:00 to 12:30 in Moscow, with a break in the middle. */
const BEFORE_BREAK = ['15:00', '16:40'] as const
const AFTER_BREAK = ['16:50', '18:30'] as const

export const BLOCKS: readonly Block[] = EVENT_DATES.flatMap((date) =>
  [BEFORE_BREAK, AFTER_BREAK].map(([from, to]) => ({ ...clock(date, from, to), slotMinutes: 20, bufferMinutes: 5 })),
)

export const generateEvent = ({
  accepted,
  pending,
  declined,
  expired,
  gyeonggi,
  russia,
}: ProgrammeSizes): GeneratedEvent => ({
  name: EVENT_NAME,
  requestMode: 'opt-in',
  requestExpiryHours: 30 * 24,
  maxRequestsPerParticipant: Math.max(
    20,
    Math.ceil((2 * (accepted + pending + declined + expired)) / Math.min(gyeonggi, russia)),
  ),
  whoMayMeet: 'across-sides',
  blocks: BLOCKS,
  tables: Math.max(4, Math.ceil(gyeonggi / 10)),
  online: Math.max(10, Math.ceil((gyeonggi + russia) / 4)),
})

const DAY_ONE = [clock(EVENT_DATES[0], '15:00', '18:30')]
const DAY_TWO = [clock(EVENT_DATES[1], '15:00', '18:30')]
const UNTIL_LATE = EVENT_DATES.map((date) => clock(date, '15:00', '17:40'))
const FROM_EARLY = EVENT_DATES.map((date) => clock(date, '15:50', '18:30'))

/** How real organisations were there is not published: nothing is said beyond their taking part, in their side's language. */
export const realParticipant = ({ code, side }: GeneratedCompany): GeneratedParticipant => ({
  company: code,
  delegates: 1,
  attendance: 'online',
  languages: [side === 'gyeonggi' ? 'ko' : 'ru'],
  maxMeetings: null,
  availability: EVERYWHERE,
})

/** `asked`: requests it is part of; a limit of its own is not below, or some could not have been accepted. */
export function syntheticParticipant(
  random: Random,
  { code, side, languages }: GeneratedCompany,
  asked: number,
): GeneratedParticipant {
  return {
    company: code,
    delegates: random.chance(0.15) ? 2 : 1,
    attendance: random.chance(side === 'gyeonggi' ? 0.7 : 0.15) ? 'onsite' : 'online',
    languages,
    maxMeetings: random.chance(0.25) ? Math.max(1, asked + random.integer(0, 2)) : null,
    availability: random.chance(0.6)
      ? EVERYWHERE
      : random.pick([UNTIL_LATE, FROM_EARLY, UNTIL_LATE, FROM_EARLY, DAY_TWO]),
  }
}

/** Two who can never meet: one comes on the first day only, the other on the second. */
export const withoutCommonTime = (
  participants: readonly GeneratedParticipant[],
  pair: readonly [string, string],
): GeneratedParticipant[] =>
  participants.map((participant) => {
    if (participant.company === pair[0]) return { ...participant, availability: DAY_ONE }
    return participant.company === pair[1] ? { ...participant, availability: DAY_TWO } : participant
  })

/** Together hardly more hours than the meetings want: the scarce thing of a consultation is its interpreters. */
const INTERPRETERS: readonly InterpreterFacts[] = [
  ['김지안', ['ko-ru'], null, EVERYWHERE],
  ['Соня Пак', ['ko-ru'], null, EVERYWHERE],
  ['윤하늘', ['ko-ru'], 120, FROM_EARLY],
  ['Лилия Морская', ['en-ru', 'ko-ru'], 120, EVERYWHERE],
  ['Дарья Ясная', ['ko-ru'], null, EVERYWHERE],
  ['은나래', ['en-ko', 'en-ru', 'ko-ru'], null, [clock(EVENT_DATES[0], '15:00', '17:40'), ...DAY_TWO]],
].map(([name, languagePairs, maxConsecutiveMinutes, availability]) => ({
  name,
  email: null,
  languagePairs,
  maxConsecutiveMinutes,
  availability,
})) as readonly InterpreterFacts[]

/** The six of the demo; more of them are like these and carry numbers. */
export const generateInterpreters = (count: number): InterpreterFacts[] =>
  Array.from({ length: count }, (_, at) => {
    const like = INTERPRETERS[at % INTERPRETERS.length]!
    return at < INTERPRETERS.length
      ? like
      : { ...like, name: `${like.name} ${Math.floor(at / INTERPRETERS.length) + 1}` }
  })
