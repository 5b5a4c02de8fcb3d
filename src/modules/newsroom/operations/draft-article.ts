import type { Id } from '../../../kernel/id.ts'
import { LOCALES, type LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import {
  type Currency,
  type FigureDefinition,
  defineFigure,
  isCurrency,
  measureFigures,
  outcomesMessages,
} from '../../outcomes/index.ts'
import { type DraftFigures, writeDraft } from '../domain/draft.ts'
import { mayWrite } from '../domain/policy.ts'
import { refuseNews } from '../domain/refusal.ts'
import { type DayFacts, loadCheckFacts, loadDayFacts } from '../store/article-store.ts'
import { createArticle } from './write-article.ts'

const SIGNED_KINDS = ['investment', 'joint-development', 'memorandum', 'licence', 'supply', 'contract'] as const

/**
 * Writes a first draft of a day in three languages from its records: who signed what, who came, what is promised.
 * The figures it tells are defined on the way, unless they are there.
 */
export async function draftArticle(
  platform: Platform,
  actor: Actor,
  { programmeId, day }: { readonly programmeId: Id; readonly day: string },
): Promise<Result<{ id: Id; slug: string }>> {
  if (!mayWrite(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const records = await loadDayFacts(platform.db, programmeId, day)
  if (!records) return refuseNews('absent', 'absent')
  if (records.signed.length === 0 && records.participants === 0)
    return refuseNews('conflict', 'nothing-recorded', { day })
  const { sides } = await loadCheckFacts(platform.db, programmeId, null)
  const figures = await defineDayFigures(platform, actor, programmeId, day, records)
  if (!figures.ok) return figures
  const content = writeDraft({
    day,
    programme: records.programme.name,
    sides,
    signed: records.signed.map(({ kind, title, parties }) => ({
      kind: kindName(kind),
      title,
      parties: parties.map(({ name }) => name),
    })),
    figures: figures.value,
    commitments: records.commitments,
  })
  const words = {
    programmeId,
    content,
    byline: records.programme.operatorName,
    tags: [],
    day,
    manualNumbers: [],
    embargoUntil: null,
    pinnedUntil: null,
  }
  const slug = `${day}-${records.programme.slug}`.slice(0, 90)
  // The day may have been told before.
  for (let count = 1; ; count++) {
    const created = await createArticle(platform, actor, { ...words, slug: count === 1 ? slug : `${slug}-${count}` })
    if (created.ok || created.refusal.code !== 'newsroom.slug-taken' || count === 50) return created
  }
}

const kindName = (kind: string): LocalizedText =>
  Object.fromEntries(
    LOCALES.map((locale) => {
      const names: Readonly<Record<string, string>> = outcomesMessages[locale].kinds
      return [locale, names[kind] ?? kind]
    }),
  )

async function defineDayFigures(
  platform: Platform,
  actor: Actor,
  programmeId: Id,
  day: string,
  records: DayFacts,
): Promise<Result<DraftFigures>> {
  const define = async (code: string, name: LocalizedText, definition: FigureDefinition) => {
    const defined = await defineFigure(platform, actor, { programmeId, code, name, definition })
    return defined.ok ? defined.value.id : null
  }
  const ofDay = { from: day, until: day, bases: ['signed'] as const }
  const counts = (kinds: readonly (typeof SIGNED_KINDS)[number][]): FigureDefinition => ({
    source: 'outcomes',
    measure: { kind: 'records' },
    where: { ...ofDay, kinds },
  })
  const currencies = [...new Set(records.signed.flatMap(({ currency }) => currency ?? []))].filter(isCurrency)
  const hasJoint = records.signed.some(({ kind }) => kind === 'joint-development')
  const agreements =
    records.signed.length === 0 ? null : await define(`agreements-${day}`, NAMES.agreements, counts(SIGNED_KINDS))
  const jointDevelopments = hasJoint
    ? await define(`joint-developments-${day}`, NAMES.jointDevelopments, counts(['joint-development']))
    : null
  const amounts: Id[] = []
  for (const currency of currencies) {
    const id = await define(`signed-${currency.toLowerCase()}-${day}`, NAMES.amount, amountOf(currency, ofDay))
    if (id) amounts.push(id)
  }
  const companies =
    records.participants === 0
      ? null
      : await define('participating-companies', NAMES.companies, {
          source: 'participants',
          measure: { kind: 'companies' },
          where: {},
        })
  const announcedCompanies = companies && (await differingAnnouncement(platform, programmeId, companies))
  return ok({ agreements, jointDevelopments, amounts, companies, announcedCompanies })
}

const amountOf = (currency: Currency, where: FigureDefinition['where']): FigureDefinition => ({
  source: 'outcomes',
  measure: { kind: 'amount', currency, basis: 'signed' },
  where,
})

async function differingAnnouncement(platform: Platform, programmeId: Id, figureId: Id): Promise<Id | null> {
  const [figure] = await measureFigures(platform.db, programmeId, [figureId], platform.clock.now())
  return figure?.announced.find(({ difference }) => difference !== null && difference !== 0)?.id ?? null
}

const NAMES = {
  agreements: { ko: '체결된 협약', en: 'Agreements signed', ru: 'Подписанные соглашения' },
  jointDevelopments: {
    ko: '체결된 공동개발 협약',
    en: 'Joint-development agreements signed',
    ru: 'Подписанные соглашения о совместной разработке',
  },
  amount: { ko: '협약 금액', en: 'Amount named in signed agreements', ru: 'Сумма в подписанных соглашениях' },
  companies: { ko: '참가 기업', en: 'Participating companies', ru: 'Компании-участники' },
} as const
