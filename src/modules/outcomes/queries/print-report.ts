import type { Id } from '../../../kernel/id.ts'
import { type Locale, textIn } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { wallClock } from '../../../kernel/time-zone.ts'
import type { Platform } from '../../../platform/context.ts'
import { withKnownGlyphs } from '../../../platform/documents/fonts.ts'
import { typeset } from '../../../platform/documents/typeset.ts'
import type { Actor } from '../../accounts/index.ts'
import { readDocumentHead } from '../../programmes/index.ts'
import { countText, figureText } from '../domain/figure-text.ts'
import { amountText, isCurrency } from '../../../kernel/money.ts'
import { messages } from '../messages.ts'
import { amountOf } from '../operations/record-outcome.ts'
import type { FileToSend } from './export-outcomes.ts'
import type { FigureView } from './list-figures.ts'
import { loadReport } from './load-report.ts'

/** The official report of one page as PDF: figures with what was announced beside, the ladder, the newest records. */
export async function printReport(
  platform: Platform,
  actor: Actor,
  { programmeId, locale }: { readonly programmeId: Id; readonly locale: Locale },
): Promise<Result<FileToSend>> {
  const report = await loadReport(platform, actor, { programmeId, limit: 14 })
  if (!report.ok) return report
  const { programme, figures, ladder, records } = report.value
  const t = messages[locale].report
  const zone = programme.sides[0]?.timeZone ?? 'UTC'
  const { date, time } = wallClock(platform.clock.now(), zone)
  const head = await readDocumentHead(platform, programmeId)
  const data = {
    locale,
    heading: t.heading,
    programme: textIn(programme.name, locale),
    operator: textIn(head.name, locale),
    accent: head.accent,
    asOf: `${t.asOf}: ${date} ${time} (${zone})`,
    figuresTitle: t.figures,
    figureHead: [t.columns.figure, t.columns.recorded, t.columns.announced, t.columns.difference],
    figures: figures.slice(0, 12).flatMap((figure) => figureLines(figure, locale)),
    ladderTitle: t.ladder,
    ladderNote: t.ladderNote,
    ladder: ladder.map(({ rung, count, amounts }) => [
      messages[locale].rungs[rung],
      count === null ? t.notRecorded : String(count),
      amounts
        .map(({ currency, minor }) => (isCurrency(currency) ? amountText({ minor, currency }, locale) : ''))
        .join('; '),
    ]),
    recordsTitle: t.records,
    recordHead: [t.columns.day, t.columns.title, t.columns.parties, t.columns.amount, t.columns.grade],
    records: records
      .filter(({ status }) => status === 'recorded')
      .map((row) => {
        const amount = amountOf(row)
        return [
          row.happenedOn,
          textIn(row.title, locale),
          row.parties.map(({ name }) => textIn(name, locale)).join(', '),
          amount ? `${amountText(amount, locale)} (${messages[locale].bases[row.basis]})` : '',
          messages[locale].grades[row.grade],
        ]
      }),
    demo: programme.demo ? t.demo : '',
  }
  const contents = typeset(SOURCE, { ...withKnownGlyphs(data), logo: head.logo })
  return ok({ name: `${programme.slug}-${t.fileName}-${date}.pdf`, mediaType: 'application/pdf', contents })
}

/** One line an announced number; the recorded one stands in the first. */
function figureLines(figure: FigureView, locale: Locale): string[][] {
  const recorded = countText(figure.value, figure.unit, locale)
  const name = textIn(figure.name, locale)
  if (figure.announced.length === 0) return [[name, recorded, '', '']]
  return figure.announced.map(({ value, unit, source, difference, explanation }, index) => [
    index === 0 ? name : '',
    index === 0 ? recorded : '',
    `${countText(value, unit, locale)} (${source})`,
    difference === null || difference === 0
      ? textIn(explanation, locale)
      : [`${difference > 0 ? '+' : '−'}${figureText(Math.abs(difference), unit, locale)}`, textIn(explanation, locale)]
          .filter(Boolean)
          .join(': '),
  ])
}

const SOURCE = `
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (x: 18mm, y: 16mm))
#set text(font: "Pretendard", size: 8.6pt, lang: data.locale, fallback: false, fill: rgb("#13201f"))
#set par(leading: 0.55em)
#let accent = rgb(data.accent)
#let rule = 0.4pt + rgb("#b6c1bf")
#let quiet(body) = text(fill: rgb("#5b6867"), size: 7.6pt, body)
#let head(title) = block(above: 12pt, below: 5pt, text(weight: "bold", size: 10.5pt, fill: accent, title))
#let cells(row) = row.map(cell => text(cell))
#if data.logo != none { place(top + right, image(bytes(data.logo.bytes), format: data.logo.format, height: 11mm)) }
#text(size: 8pt, weight: "bold", fill: accent, data.operator)
#v(-4pt)
#text(size: 17pt, weight: "bold", data.heading)
#v(-6pt)
#text(size: 10.5pt, data.programme)
#v(-4pt)
#quiet(data.asOf)
#if data.demo != "" { v(-4pt); quiet(data.demo) }
#line(length: 100%, stroke: 1pt + accent)
#head(data.figuresTitle)
#table(columns: (2.2fr, 1.2fr, 2fr, 1.6fr), stroke: (x, y) => (bottom: rule), inset: (x: 3pt, y: 3.4pt),
  ..data.figureHead.map(cell => quiet(cell)), ..data.figures.flatten().map(cell => text(cell)))
#head(data.ladderTitle)
#table(columns: (1.6fr, 1fr, 2.4fr), stroke: (x, y) => (bottom: rule), inset: (x: 3pt, y: 3pt),
  ..data.ladder.flatten().map(cell => text(cell)))
#quiet(data.ladderNote)
#head(data.recordsTitle)
#table(columns: (auto, 2.2fr, 2.4fr, 1.5fr, 1fr), stroke: (x, y) => (bottom: rule), inset: (x: 3pt, y: 3pt),
  ..data.recordHead.map(cell => quiet(cell)), ..data.records.flatten().map(cell => text(cell)))
`
