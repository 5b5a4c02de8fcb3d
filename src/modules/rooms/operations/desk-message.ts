import type { Id } from '../../../kernel/id.ts'
import { textIn } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { wallClock } from '../../../kernel/time-zone.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import { appendJournal } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import { sendMail } from '../../programmes/index.ts'
import { mayRunRooms } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import type { Room } from '../domain/room.ts'
import { messages } from '../messages.ts'
import { type DeskReader, findDeskFacts, findPeopleOfMeeting } from '../store/desk-store.ts'
import type { ChatMessage } from '../store/message-store.ts'
import { type RoomKey, findPersonName, findRoom } from '../store/room-store.ts'
import { roomEntry } from './entry.ts'
import { sayInRoom } from './write-in-room.ts'

const { translate } = createTranslators({ rooms: messages })

export interface DeskMessage {
  readonly message: ChatMessage
  /** How many people get it as mail. */
  readonly mailed: number
}

/** Writes to everybody of a meeting: into the chat of its room, where it stays, and by mail in the reader's language. */
export async function writeFromDesk(
  platform: Platform,
  actor: Actor,
  { text, ...key }: RoomKey & { readonly text: string },
): Promise<Result<DeskMessage>> {
  const { programmeId } = key
  if (actor.kind !== 'person' || !mayRunRooms(actor, programmeId)) return refuseRoom('absent', 'absent')
  const { personId } = actor
  return transaction(platform.db, async (trx): Promise<Result<DeskMessage>> => {
    const inside = within(platform, trx)
    const room = await findRoom(trx, key)
    if (!room) return refuseRoom('absent', 'absent')
    const name = await findPersonName(trx, personId)
    const message = await sayInRoom(inside, room, { personId, name, role: 'broker' }, text)
    const companyIds = [room.host.companyId, room.guest.companyId]
    const people = await findPeopleOfMeeting(trx, programmeId, {
      companyIds,
      interpreterId: room.interpreter?.id ?? null,
    })
    const { zones } = await findDeskFacts(trx, programmeId, companyIds, [])
    const times = timesOf(room, [...new Set(zones.map(({ timeZone }) => timeZone))])
    for (const person of people) await writeMail(inside, room, person, message, times)
    const after = { mailed: people.length }
    await appendJournal(trx, roomEntry(platform, actor, key, 'room.written-to', { after }))
    return ok({ message, mailed: people.length })
  })
}

async function writeMail(
  platform: Platform,
  { programmeId, requestId, host, guest }: Room,
  to: DeskReader,
  { id, text, name }: ChatMessage,
  times: string,
): Promise<Id | null> {
  const { locale } = to
  const say = (key: string, values: Record<string, string> = {}) => translate(locale, `rooms.deskMail.${key}`, values)
  const parties = { host: textIn(host.name, locale), guest: textIn(guest.name, locale) }
  const url = `${platform.config.baseUrl}/app/programmes/${programmeId}/rooms/${requestId}`
  const lines = [
    say('greeting', { name: to.name }),
    '',
    say('intro', { ...parties, times }),
    '',
    text,
    '',
    say('outro', { name, url }),
  ]
  const queued = await sendMail(
    platform,
    { programmeId, kind: 'desk-message' },
    {
      dedupeKey: `desk-message/${id}/${to.email}`,
      toAddress: to.email,
      toName: to.name,
      locale,
      subject: say('subject', parties),
      text: lines.join('\n'),
    },
  )
  return queued.ok ? queued.value : null
}

/** "2020-10-26 15:00 Asia/Seoul · 09:00 Europe/Moscow". */
function timesOf({ startsAt }: Room, zones: readonly string[]): string {
  const [first = 'UTC', ...others] = zones
  const { date, time } = wallClock(startsAt, first)
  return [`${date} ${time} ${first}`, ...others.map((zone) => `${wallClock(startsAt, zone).time} ${zone}`)].join(' · ')
}
