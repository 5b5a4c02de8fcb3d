import type { Id } from '../../../kernel/id.ts'
import { LOCALES, type Locale, type LocalizedText, textIn } from '../../../kernel/locale.ts'
import type { ArticleContent, ArticleText, Block } from './article.ts'
import { dayText } from './print-token.ts'

/** The records of a day, as far as a first draft tells them. */
export interface DraftFacts {
  readonly day: string
  readonly programme: LocalizedText
  readonly sides: readonly { readonly id: Id; readonly name: LocalizedText }[]
  readonly signed: readonly DraftAgreement[]
  readonly figures: DraftFigures
  readonly commitments: readonly Id[]
}

export interface DraftAgreement {
  /** What kind it is, in words. */
  readonly kind: LocalizedText
  readonly title: LocalizedText
  readonly parties: readonly LocalizedText[]
}

/** Figures by what they count; null: nothing of it was recorded. */
export interface DraftFigures {
  readonly agreements: Id | null
  readonly jointDevelopments: Id | null
  readonly amounts: readonly Id[]
  readonly companies: Id | null
  /** An announced number of companies that differs from the records. */
  readonly announcedCompanies: Id | null
}

/** A first draft in three languages: who signed what, who came, what is promised. Every number is a token. */
export const writeDraft = (facts: DraftFacts): ArticleContent =>
  Object.fromEntries(LOCALES.map((locale) => [locale, textFor(facts, locale)]))

function textFor(facts: DraftFacts, locale: Locale): ArticleText {
  const words = WORDS[locale]
  const { figures, signed, commitments } = facts
  const sides = facts.sides.map(({ name }) => textIn(name, locale))
  const programme = textIn(facts.programme, locale)
  const day = dayText(facts.day, locale)
  const count = (id: Id) => `{count:${id}}`
  const block = (type: 'paragraph' | 'heading', text: string): Block => ({ type, text })
  const body: (Block | null)[] = [
    figures.agreements
      ? block('paragraph', words.lead(day, programme, count(figures.agreements), signed.length === 1))
      : block('paragraph', words.leadWithoutAgreements(day, programme)),
    figures.amounts.length > 0
      ? block('paragraph', words.amounts(figures.amounts.map((id) => `{figure:${id}}`).join(', ')))
      : null,
    signed.length > 0 ? block('heading', words.signed) : null,
    signed.length > 0 ? { type: 'list', items: signed.map((one) => agreementLine(one, locale)) } : null,
    figures.companies ? block('heading', words.came) : null,
    figures.companies ? block('paragraph', companiesText(facts, locale)) : null,
    commitments.length > 0 ? block('heading', words.promised) : null,
    commitments.length > 0 ? block('paragraph', words.promisedNote) : null,
    commitments.length > 0 ? { type: 'list', items: commitments.map((id) => `{commitment:${id}}`) } : null,
    block('paragraph', words.method),
  ]
  const hasParts = figures.jointDevelopments !== null || figures.amounts.length > 0
  return {
    title: figures.agreements ? words.title(sides, count(figures.agreements)) : words.titleWithoutAgreements(programme),
    subtitle: hasParts
      ? words.subtitle(
          figures.jointDevelopments === null ? null : `{figure:${figures.jointDevelopments}}`,
          figures.amounts.length === 0 ? null : `{figure:${figures.amounts[0]!}}`,
        )
      : programme,
    body: body.filter((one) => one !== null),
  }
}

function companiesText({ figures, sides }: DraftFacts, locale: Locale): string {
  const id = figures.companies!
  const words = WORDS[locale]
  const parts = sides.map((side) => words.ofSide(textIn(side.name, locale), `{side:${id}:${side.id}}`))
  const text = words.companies(`{count:${id}}`, words.list(parts))
  if (figures.announcedCompanies === null) return text
  return `${text} ${words.announced(`{announced:${id}:${figures.announcedCompanies}}`, `{figure:${id}}`)}`
}

const agreementLine = ({ kind, title, parties }: DraftAgreement, locale: Locale): string => {
  const names = parties.map((party) => textIn(party, locale)).filter(Boolean)
  return `${names.join(locale === 'ko' ? '·' : ' – ')}: ${textIn(title, locale)} (${textIn(kind, locale)})`
}

interface DraftWords {
  readonly title: (sides: readonly string[], count: string) => string
  readonly titleWithoutAgreements: (programme: string) => string
  readonly subtitle: (joint: string | null, amount: string | null) => string
  readonly lead: (day: string, programme: string, count: string, isOne: boolean) => string
  readonly leadWithoutAgreements: (day: string, programme: string) => string
  readonly amounts: (amounts: string) => string
  readonly signed: string
  readonly came: string
  readonly companies: (count: string, sides: string) => string
  readonly ofSide: (side: string, count: string) => string
  readonly list: (parts: readonly string[]) => string
  readonly announced: (announced: string, recorded: string) => string
  readonly promised: string
  readonly promisedNote: string
  readonly method: string
}

/** The names of places lose what explains them abroad: "Gyeonggi Province, Korea" is Gyeonggi Province in a title. */
const short = (side: string): string => side.split(',')[0]!

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ')

const WORDS: Readonly<Record<Locale, DraftWords>> = {
  en: {
    title: (sides, count) => `${sides.map(short).join(' and ')}: ${count} signed`,
    titleWithoutAgreements: (programme) => `${programme}: a day of consultations`,
    subtitle: (joint, amount) => joined([joint && `Joint development: ${joint}`, amount && `investment: ${amount}`]),
    lead: (day, programme, count, isOne) =>
      `${count} ${isOne ? 'was' : 'were'} signed on ${day} within “${programme}”.`,
    leadWithoutAgreements: (day, programme) => `Companies met on ${day} within “${programme}”.`,
    amounts: (amounts) => `The signed agreements name ${amounts}. This is what was agreed, not what has been paid.`,
    signed: 'What was signed',
    came: 'Who took part',
    companies: (count, sides) => `${count} took part in the consultations: ${sides}.`,
    ofSide: (side, count) => `${count} from ${side}`,
    list: (parts) => parts.join(' and '),
    announced: (announced, recorded) =>
      `The number announced was ${announced}; the records count ${recorded}. Both are given side by side.`,
    promised: 'What is promised',
    promisedNote: 'These are promises. Each is shown with its date and as it stands in the records.',
    method: 'The numbers in this article are counted from the records of the programme; how, is shown below.',
  },
  ko: {
    title: (sides, count) => `${sides.map(short).join('·')}, ${count} 체결`,
    titleWithoutAgreements: (programme) => `${programme}, 기술 상담 진행`,
    subtitle: (joint, amount) => joined([joint && `공동개발 협약 ${joint}건`, amount && `투자협약 ${amount} 규모`]),
    lead: (day, programme, count) => `‘${programme}’ 사업에서 ${day} ${count}이 체결됐다.`,
    leadWithoutAgreements: (day, programme) => `‘${programme}’ 사업의 기업 상담이 ${day} 열렸다.`,
    amounts: (amounts) => `협약에 명시된 금액은 ${amounts}이다. 협약상 금액이며 지급된 금액이 아니다.`,
    signed: '체결된 협약',
    came: '참가 기업',
    companies: (count, sides) => `상담에는 ${count}이 참가했다. 지역별로는 ${sides}이다.`,
    ofSide: (side, count) => `${side} ${count}곳`,
    list: (parts) => parts.join(', '),
    announced: (announced, recorded) =>
      `발표된 기업 수는 ${announced}곳이고 기록으로 집계된 수는 ${recorded}곳으로, 두 수치를 나란히 싣는다.`,
    promised: '약속한 사항',
    promisedNote: '다음은 앞으로 이행하기로 한 약속이며, 기한과 기록상의 현재 상태를 함께 싣는다.',
    method: '이 기사의 수치는 사업 기록에서 집계했으며, 집계 방법은 기사 아래에 공개한다.',
  },
  ru: {
    title: (sides, count) => `${sides.map(short).join(' и ')}: подписано ${count}`,
    titleWithoutAgreements: (programme) => `${programme}: день консультаций`,
    subtitle: (joint, amount) =>
      joined([joint && `Соглашений о совместной разработке: ${joint}`, amount && `объём инвестиций: ${amount}`]),
    lead: (day, programme, count) => `${day} в рамках программы «${programme}» подписано ${count}.`,
    leadWithoutAgreements: (day, programme) => `${day} прошли консультации компаний в рамках программы «${programme}».`,
    amounts: (amounts) =>
      `В подписанных соглашениях названа сумма: ${amounts}. Это согласованная, а не выплаченная сумма.`,
    signed: 'Что подписано',
    came: 'Кто участвовал',
    companies: (count, sides) => `В консультациях приняли участие ${count}: ${sides}.`,
    ofSide: (side, count) => `${side} – ${count}`,
    list: (parts) => parts.join(', '),
    announced: (announced, recorded) =>
      `Объявлялось о ${announced}, по записям их ${recorded}. Обе цифры приводятся рядом.`,
    promised: 'Что обещано',
    promisedNote: 'Это обещания. Для каждого указан срок и то, как оно выглядит по записям.',
    method: 'Цифры этой публикации посчитаны по записям программы; как именно – показано ниже.',
  },
}
