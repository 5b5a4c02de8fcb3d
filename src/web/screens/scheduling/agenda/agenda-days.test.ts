import { expect, test } from 'vitest'
import { type AgendaEntry, agendaDays, agendaZones, heldEntries } from './agenda-days.ts'

const entry = (requestId: string, startsAt: string, cancelled = false): AgendaEntry => ({
  requestId,
  startsAt,
  endsAt: startsAt,
  partnerName: { en: 'Lasers' },
  partnerCode: 'R-1',
  partnerSideId: 'russia',
  hostName: { en: 'Glass' },
  guestName: { en: 'Lasers' },
  placeKind: 'online',
  placeName: '1',
  interpreterName: null,
  languagePair: null,
  attends: null,
  partnerAttends: null,
  cancelled,
})

const entries = [
  entry('late', '2020-10-26T20:00:00.000Z'),
  entry('gone', '2020-10-26T06:00:00.000Z', true),
  entry('early', '2020-10-26T06:00:00.000Z'),
]

test('days are those of the holder, what takes place before what was cancelled', () => {
  const days = (ownTimeZone: string) =>
    agendaDays({ entries, ownTimeZone }).map(({ date, entries }) => [date, entries.map(({ requestId }) => requestId)])
  expect(days('Europe/Moscow')).toEqual([['2020-10-26', ['early', 'gone', 'late']]])
  expect(days('Asia/Seoul')).toEqual([
    ['2020-10-26', ['early', 'gone']],
    ['2020-10-27', ['late']],
  ])
  expect(heldEntries({ entries })).toBe(2)
})

test('the own zone leads', () => {
  const zones = ['Asia/Seoul', 'Europe/Moscow'].map((timeZone) => ({ sideId: timeZone, name: {}, timeZone }))
  expect(agendaZones({ zones, ownTimeZone: 'Europe/Moscow' })).toEqual(['Europe/Moscow', 'Asia/Seoul'])
  expect(agendaZones({ zones, ownTimeZone: 'Asia/Seoul' })).toEqual(['Asia/Seoul', 'Europe/Moscow'])
})
