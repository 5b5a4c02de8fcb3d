import { createHash } from 'node:crypto'
import type { Platform } from '../../../platform/context.ts'
import { findAgendaOfFeed } from '../store/agenda-store.ts'
import { calendarFile, zoneOf } from './calendar-file.ts'

/** Only the hash is stored: who reads the database cannot subscribe. */
export const feedTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The whole calendar behind a feed's secret, in the language of the holder's side; null when it opens nothing. */
export async function calendarOfFeed(platform: Platform, token: string): Promise<string | null> {
  const agenda = await findAgendaOfFeed(platform.db, feedTokenHash(token))
  if (!agenda) return null
  const host = new URL(platform.config.baseUrl).hostname
  return calendarFile(agenda, agenda.entries, { locale: agenda.locale, timeZone: zoneOf(agenda), host })
}
