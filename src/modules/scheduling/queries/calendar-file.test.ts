import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { Agenda, AgendaEntry } from '../store/agenda-store.ts'
import { calendarFile, zoneOf } from './calendar-file.ts'

const entry: AgendaEntry = {
  requestId: 'r-1',
  startsAt: '2020-10-26T06:00:00.000Z',
  endsAt: '2020-10-26T06:20:00.000Z',
  hostName: { ko: '리반㈜', en: 'Riban' },
  hostCode: 'G-02',
  hostSideId: 'gyeonggi',
  guestName: { en: 'Laser works', ru: 'Лазерные технологии и прецизионные системы '.repeat(6).trim() },
  guestCode: 'R-03',
  guestSideId: 'russia',
  asHost: true,
  placeKind: 'online',
  placeName: 'Room 4',
  interpreterName: 'Kim',
  languagePair: 'ko-ru',
  hostAttends: null,
  guestAttends: null,
  cancelled: false,
  sequence: 2,
}

const agenda: Agenda = {
  programmeId: 'p',
  eventId: 'e',
  eventName: { ko: '온라인 상담회 '.repeat(10).trim(), en: 'Consultation' },
  version: 3,
  releasedAt: '2020-10-20T01:02:03.000Z',
  holder: { participantId: 'x', companyId: 'c', interpreterId: null, sideId: 'gyeonggi', name: { ko: '리반㈜' } },
  locale: 'ko',
  zones: [
    { sideId: 'gyeonggi', name: { ko: '경기도', en: 'Gyeonggi' }, timeZone: 'Asia/Seoul' },
    { sideId: 'russia', name: { ru: 'Россия', en: 'Russia' }, timeZone: 'Europe/Moscow' },
  ],
  entries: [entry],
}

const render = (given: Agenda = agenda) =>
  calendarFile(given, given.entries, { locale: 'ko', timeZone: zoneOf(given), host: 'naru.example' })

test('a calendar program reads back the meeting, its zone, its change number and both home times', () => {
  const calendar = new ICAL.Component(ICAL.parse(render()))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
  const zone = calendar.getFirstSubcomponent('vtimezone')
  expect(zone?.getFirstPropertyValue('tzid')).toBe('Asia/Seoul')
  expect([event.uid, event.sequence, event.startDate.toString(), event.endDate.toString()]).toEqual([
    'r-1@naru.example',
    2,
    '2020-10-26T15:00:00',
    '2020-10-26T15:20:00',
  ])
  expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
  expect(event.description).toContain('경기도: 15:00–15:20 (Asia/Seoul)')
  expect(event.description).toContain('09:00–09:20 (Europe/Moscow)')
  expect(event.location).toBe('온라인 Room 4')
})

test('a cancelled meeting stays as cancelled, and the same version gives the same bytes', () => {
  const cancelled = { ...agenda, entries: [{ ...entry, cancelled: true, sequence: 3 }] }
  expect(render(cancelled)).toMatch(/\r\nSEQUENCE:3\r\n[^]*\r\nSTATUS:CANCELLED\r\n/)
  expect(render(cancelled)).toBe(render(cancelled))
})

test('no line is longer than 75 octets, and no character is cut in two', () => {
  const text = render()
  const lines = text.split('\r\n')
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  expect(text).not.toContain('\ufffd')
  expect(lines.some((line) => line.startsWith(' '))).toBe(true)
})

test('an interpreter reads both names and the zone of the first side', () => {
  const holder = { participantId: null, companyId: null, interpreterId: 'kim', sideId: null, name: { en: 'Kim' } }
  const own = { ...agenda, holder }
  expect(zoneOf(own)).toBe('Asia/Seoul')
  expect(render(own)).toContain('SUMMARY:통역: 리반㈜ – ')
})
