import type { Id } from '../../kernel/id.ts'
import { addMinutes } from '../../kernel/instant.ts'
import type { Result } from '../../kernel/result.ts'
import { type Actor, invitePerson } from '../../modules/accounts/index.ts'
import { moveCase, openCase } from '../../modules/cases/index.ts'
import { type LogView, listLogs, signLog, writeLog } from '../../modules/rooms/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import type { Platform } from '../../platform/context.ts'

type PersonActor = Actor & { readonly kind: 'person' }

export interface DemoMeetings {
  readonly programmeId: Id
  readonly operator: PersonActor
  /** By company code. */
  readonly companies: ReadonlyMap<string, Id>
  readonly representatives: ReadonlyMap<string, PersonActor>
  /** Codes of the companies that are made up: nothing is invented about real ones. */
  readonly madeUp: ReadonlySet<string>
}

const DAY_MINUTES = 24 * 60
const MOST_LOGS = 4

/** Days ago, next action with its day from now on, and the way through the states. */
const CASES = [
  {
    ago: 27,
    about: '진공 펌프 부품 국산화 협의',
    next: '견적서 회신 요청',
    inDays: 6,
    way: ['contact-started', 'negotiating'],
  },
  {
    ago: 21,
    about: 'Joint test of the sensor module',
    next: 'Agree on a test plan',
    inDays: 2,
    way: ['information-requested'],
  },
  {
    ago: 18,
    about: 'Совместная разработка оптики',
    next: 'Отправить техническое задание',
    inDays: -3,
    way: ['interest-sent'],
  },
  { ago: 12, about: '시제품 시험 생산', next: '샘플 발송 일정 확인', inDays: 9, way: [] },
  { ago: 9, about: 'Licence for a coating process', next: null, inDays: null, way: ['on-hold'] },
] as const

/** A few logs and cases of meetings between made-up companies, so that board and forms have something to show. */
export async function loadDemoCases(platform: Platform, meetings: DemoMeetings): Promise<void> {
  const views = (await listLogs(platform, meetings.operator, { programmeId: meetings.programmeId }))
    .filter(({ room }) => [room.host, room.guest].every(({ code }) => meetings.madeUp.has(code)))
    .toReversed()
  const speaks = ({ room }: LogView) =>
    [room.host, room.guest].filter(({ code }) => meetings.representatives.has(code)).length
  const spoken = views.filter((view) => speaks(view) > 0).toSorted((a, b) => speaks(b) - speaks(a))
  for (const [index, view] of spoken.slice(0, MOST_LOGS).entries()) {
    // One meeting at least has the logs of both sides, which differ: that is what the screen beside them is for.
    const speakers = index === 0 ? await withBothSides(platform, meetings, view) : meetings.representatives
    await writeLogs(platform, { ...meetings, representatives: speakers }, view, index)
  }
  const others = views.filter((view) => !spoken.slice(0, MOST_LOGS).includes(view))
  for (const [index, facts] of CASES.entries()) {
    const room = others[index * 3]?.room
    if (room) await writeCase(platform, meetings, room, facts)
  }
}

/** Who speaks for the side that has nobody yet; made up like its company. */
const COLLEAGUE = { gyeonggi: { name: '서누리', locale: 'ko' }, russia: { name: 'Нина Речная', locale: 'ru' } } as const

async function withBothSides(
  platform: Platform,
  { programmeId, operator, companies, representatives }: DemoMeetings,
  { room }: LogView,
): Promise<ReadonlyMap<string, PersonActor>> {
  const speakers = new Map(representatives)
  for (const [code, { name, locale }] of [
    [room.host.code, room.host.languages.includes('ko') ? COLLEAGUE.gyeonggi : COLLEAGUE.russia],
    [room.guest.code, room.guest.languages.includes('ko') ? COLLEAGUE.gyeonggi : COLLEAGUE.russia],
  ] as const) {
    const scopeId = companies.get(code)
    if (speakers.has(code) || scopeId === undefined) continue
    const role = 'company-representative' as const
    const email = `${code.toLowerCase()}@naru.example`
    const { personId } = expectOk(
      await invitePerson(platform, operator, { programmeId, role, name, email, locale, scopeId }),
    )
    speakers.set(code, { kind: 'person', personId, grants: [{ programmeId, role, scopeId }] })
  }
  return speakers
}

async function writeLogs(platform: Platform, meetings: DemoMeetings, { room }: LogView, index: number): Promise<void> {
  const key = { programmeId: meetings.programmeId, requestId: room.requestId }
  const [host, guest] = [room.host, room.guest].map(({ code }) => meetings.representatives.get(code))
  const common = {
    attended: 'both',
    interest: 4,
    agreementKind: index % 2 === 0 ? 'supply' : 'joint-development',
    confidential: false,
  } as const
  const amount = { minor: 50_000_000 * (index + 1), currency: 'KRW' } as const
  if (host) {
    const content = {
      ...common,
      amount,
      amountBasis: 'pursued',
      note: '시제품 규격과 납기를 논의했습니다.',
      nextStep: '샘플 발송',
      nextStepOn: null,
    } as const
    expectOk(await writeLog(platform, host, { ...key, content, revision: 0 }))
  }
  if (guest) {
    const content = {
      ...common,
      interest: 3,
      amount,
      amountBasis: 'talked',
      note: 'Обсудили характеристики образцов и сроки.',
      nextStep: 'Получить образцы',
      nextStepOn: null,
    } as const
    expectOk(await writeLog(platform, guest, { ...key, content, revision: 0 }))
  }
  // Some wait for their second signature.
  if (host) expectOk(await signLog(platform, host, { ...key, revision: guest ? 2 : 1 }))
}

async function writeCase(
  platform: Platform,
  { programmeId, operator }: DemoMeetings,
  room: LogView['room'],
  { ago, about, next, inDays, way }: (typeof CASES)[number],
): Promise<void> {
  const now = platform.clock.now()
  const at = (days: number) => ({ ...platform, clock: fixedClock(addMinutes(now, days * DAY_MINUTES)) })
  const opened = await openCase(at(-ago), operator, {
    programmeId,
    hostCompanyId: room.host.companyId,
    guestCompanyId: room.guest.companyId,
    about,
    nextAction: next,
    nextActionOn: inDays === null ? null : addMinutes(now, inDays * DAY_MINUTES).slice(0, 10),
  })
  const { id: caseId } = expectOk(opened)
  for (const [index, state] of way.entries()) {
    const step = await moveCase(at(-ago + 4 + index * 3), operator, { programmeId, caseId, revision: index + 1, state })
    expectOk(step)
  }
}

function expectOk<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demo was refused: ${result.refusal.code}`)
}
