import { expect, test } from 'vitest'
import { meetingLink } from './meeting-link.ts'

test.each([
  'https://zoom.us/j/123456789?pwd=abc',
  'https://us02web.zoom.us/j/123',
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
])('%s stands in for a room', (link) => {
  expect(meetingLink(` ${link} `)).toEqual({ ok: true, value: link })
})

test.each([
  ['http://zoom.us/j/1', 'rooms.link-not-https'],
  ['javascript:alert(1)', 'rooms.link-not-https'],
  ['zoom.us/j/1', 'rooms.link-not-https'],
  ['', 'rooms.link-not-https'],
  ['https://zoom.us@evil.example/', 'rooms.link-not-https'],
  ['https://user:pw@zoom.us/j/1', 'rooms.link-not-https'],
  ['https://zoom.us:8443/j/1', 'rooms.link-not-https'],
  ['https://evil.example/zoom.us', 'rooms.link-host'],
  ['https://notzoom.us/j/1', 'rooms.link-host'],
  [`https://zoom.us/${'a'.repeat(600)}`, 'rooms.link-not-https'],
  [`https://zoom.us/${'한'.repeat(200)}`, 'rooms.link-not-https'],
])('%s does not', (link, code) => {
  expect(meetingLink(link)).toMatchObject({ ok: false, refusal: { code } })
})
