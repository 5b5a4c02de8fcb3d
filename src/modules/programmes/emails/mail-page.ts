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

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** As text of an element or of an attribute in double quotes. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter]!)

/** The text of a mail as a plain page with the programme's name and colour. Mail programs read no style sheet. */
export function mailPage(text: string, { locale, name, accent, logo }: MailBrand): string {
  const colour = accent ?? OURS
  const ground = logo ? '#ffffff' : colour
  const head = logo
    ? `<img src="${escaped(logo)}" alt="${escaped(name)}" height="40" style="height:40px;max-width:240px;border:0">`
    : `<b style="font-size:18px">${escaped(name)}</b>`
  const paragraphs = text
    .trim()
    .split('\n\n')
    .map(
      (part) =>
        `<p style="margin:16px 0 0">${part
          .split('\n')
          .map((line) => linked(line, colour))
          .join('<br>')}</p>`,
    )
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:16px;background:#f5f7f7;color:#13201f;font:16px/1.5 sans-serif">
<div style="max-width:600px;margin:0 auto;background:#ffffff">
<div style="padding:16px 24px;border-top:6px solid ${colour};background:${ground};color:${inkOn(ground)}">${head}</div>
<div style="padding:8px 24px 24px">
${paragraphs.join('\n')}
</div></div></body></html>
`
}

/** Addresses made links, everything else as text. */
function linked(line: string, colour: string): string {
  let [written, end] = ['', 0]
  for (const found of line.matchAll(ADDRESS)) {
    const address = escaped(found[0])
    written += `${escaped(line.slice(end, found.index))}<a href="${address}" style="color:${colour}">${address}</a>`
    end = found.index + found[0].length
  }
  return written + escaped(line.slice(end))
}
