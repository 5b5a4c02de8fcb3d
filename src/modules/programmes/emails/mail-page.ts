import { html, raw } from 'hono/html'
import type { Locale } from '../../../kernel/locale.ts'
import { inkOn } from '../domain/colour.ts'

export interface MailBrand {
  readonly locale: Locale
  readonly name: string
  /** `#rrggbb` or ours. */
  readonly accent: string | null
  /** Where the picture is; null: the name stands there. */
  readonly logo: string | null
}

const OURS = '#0b5f5c'
const ADDRESS = /https?:\/\/[^\s<>"']+/g

/** The text of a mail as a plain page with the programme's name and colour. Mail programs read no style sheet. */
export function mailPage(text: string, { locale, name, accent, logo }: MailBrand): string {
  const colour = accent ?? OURS
  const head = logo
    ? html`<img src="${logo}" alt="${name}" height="40" style="height:40px;max-width:240px;border:0" />`
    : html`<b style="font-size:18px">${name}</b>`
  const ground = logo ? '#ffffff' : colour
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
      </head>
      <body style="margin:0;padding:16px;background:#f5f7f7;color:#13201f;font:16px/1.5 sans-serif">
        <div style="max-width:600px;margin:0 auto;background:#ffffff">
          <div style="padding:16px 24px;border-top:6px solid ${colour};background:${ground};color:${inkOn(ground)}">
            ${head}
          </div>
          <div style="padding:8px 24px 24px">
            ${text
              .trim()
              .split('\n\n')
              .map((part) => html`<p style="margin:16px 0 0">${paragraph(part, colour)}</p>`)}
          </div>
        </div>
      </body>
    </html>`
  return String(page)
}

/** Line breaks kept, addresses made links, everything else as text. */
function paragraph(text: string, colour: string) {
  return text.split('\n').map((line, at) => {
    const parts: unknown[] = []
    let end = 0
    for (const found of line.matchAll(ADDRESS)) {
      parts.push(html`${line.slice(end, found.index)}<a href="${found[0]}" style="color:${colour}">${found[0]}</a>`)
      end = found.index + found[0].length
    }
    return html`${at === 0 ? '' : raw('<br>')}${parts}${line.slice(end)}`
  })
}
