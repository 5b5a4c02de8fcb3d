import type { z } from 'zod'
import type { RoomParty } from '../domain/room.ts'
import type { Knock } from '../domain/signalling.ts'
import type { room } from '../contract.ts'
import type { RoomView } from '../queries/room-view.ts'

const presentParty = ({ languages, ...party }: RoomParty) => ({ ...party, languages: [...languages] })

export function presentRoom(
  { room: facts, opening, attendance, presences }: RoomView,
  waiting: readonly Knock[],
): z.output<typeof room> {
  const { interpreter, host, guest, cancelled: _, openedUntil: _opened, extraMinutes: _extra, ...rest } = facts
  const { programmeId: _programme, interpretation: _mode, ...row } = rest
  const inside = presences.filter((presence) => presence.inside)
  return {
    ...row,
    ...opening,
    host: presentParty(host),
    guest: presentParty(guest),
    interpreterName: interpreter?.name ?? null,
    attendance: [...attendance],
    inside: inside.map(({ role, name }) => ({ role, name })),
    waiting: waiting.map(({ knockId, name }) => ({ knockId, name })),
  }
}
