import type { Platform } from '../../../platform/context.ts'
import { acrossProgrammes } from '../../../platform/database/reach.ts'
import type { HttpApp } from '../../../platform/http/http-env.ts'
import type { Actor } from '../../accounts/index.ts'
import { calendarOfFeed } from '../queries/calendar-of-feed.ts'

/** The secret address calendars subscribe to. Unknown, replaced and not yet released look alike. */
export function mountCalendarFeed(app: HttpApp<Actor>, platform: Platform): void {
  app.get('/calendar/:file{[A-Za-z0-9_-]{32}\\.ics}', async (c) => {
    // Whose calendar it is stands in the address alone.
    const text = await acrossProgrammes(() => calendarOfFeed(platform, c.req.param('file').slice(0, -4)))
    if (text === null) return c.notFound()
    return c.body(text, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=300',
    })
  })
}
