import { isId } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { reaching } from '../../../platform/database/reach.ts'
import type { HttpApp } from '../../../platform/http/http-env.ts'
import { Refused } from '../../../platform/http/problem.ts'
import type { Actor } from '../../accounts/index.ts'
import { GROUNDS, accentOnDark, inkOn, mix, softOf } from '../domain/colour.ts'
import { readBrand, readLogo } from '../queries/read-brand.ts'

const absent = () => new Refused({ kind: 'absent', code: 'http.not-found' })

/** The picture and the colours of a programme, for everybody: mails and public pages ask for them. */
export function mountBrand(app: HttpApp<Actor>, platform: Platform): void {
  app.get('/brand/:programmeId/logo', async (c) => {
    const programmeId = c.req.param('programmeId')
    const logo = isId(programmeId) ? await reaching([programmeId], () => readLogo(platform, programmeId)) : null
    if (!logo) throw absent()
    const etag = `"${logo.sha256.slice(0, 32)}"`
    c.header('etag', etag)
    // Whatever a picture may hold, it is shown as a picture and never run.
    c.header('content-security-policy', `default-src 'none'; sandbox`)
    c.header('cross-origin-resource-policy', 'cross-origin')
    c.header('cache-control', 'public, max-age=300')
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
    c.header('content-type', logo.mediaType)
    return c.body(await logo.read())
  })

  app.get('/brand/:programmeId/colours.css', async (c) => {
    const programmeId = c.req.param('programmeId')
    const brand = isId(programmeId) ? await reaching([programmeId], () => readBrand(platform, programmeId)) : null
    if (!brand?.accent) throw absent()
    c.header('content-type', 'text/css; charset=utf-8')
    c.header('cache-control', 'public, max-age=60')
    return c.body(coloursOf(brand.accent))
  })
}

/** The tokens of the public pages that carry the accent, for light and dark. */
function coloursOf(accent: string): string {
  const dark = accentOnDark(accent)
  const pair = (light: string, onDark: string) => `light-dark(${light}, ${onDark})`
  return `:root {
  --accent: ${pair(accent, dark)};
  --accent-hover: ${pair(mix(accent, '#000000', 0.2), mix(dark, '#ffffff', 0.2))};
  --on-accent: ${pair(inkOn(accent), inkOn(dark))};
  --accent-soft: ${pair(softOf(accent, '#ffffff'), softOf(dark, GROUNDS.dark))};
  --accent-soft-hover: ${pair(mix(accent, '#ffffff', 0.82), mix(dark, GROUNDS.dark, 0.8))};
}
`
}
