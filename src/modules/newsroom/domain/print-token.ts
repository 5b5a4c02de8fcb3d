import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import { textIn } from '../../../kernel/locale.ts'
import type { ArticleFacts, ToldCommitment, ToldFigure } from './article.ts'
import { type Token, parseTokens } from './token.ts'

/** How numbers are written; handed in, because the words for them belong to the stage before. */
export interface NumberWriter {
  readonly figureText: (value: number | null, unit: string, locale: Locale) => string
  readonly countText: (value: number | null, unit: string, locale: Locale) => string
}

/** What stands in the text at a token; a dash where the record is gone. */
export function printToken(token: Token, facts: ArticleFacts, locale: Locale, write: NumberWriter): string {
  if (token.kind === 'commitment') {
    const commitment = facts.commitments.get(token.id)
    return commitment ? printCommitment(commitment, locale) : '–'
  }
  const figure = facts.figures.get(token.id)
  return figure ? printFigure(token, figure, locale, write) : '–'
}

function printFigure({ kind, part }: Token, figure: ToldFigure, locale: Locale, write: NumberWriter): string {
  const { value, unit, counted } = figure
  switch (kind) {
    case 'count':
      return write.countText(value, unit, locale)
    case 'side':
      return write.figureText(counted.bySide.find(({ sideId }) => sideId === part)?.count ?? 0, unit, locale)
    case 'announced': {
      const announced = counted.announced.find(({ id }) => id === part)
      return announced ? write.figureText(announced.value, announced.unit, locale) : '–'
    }
    default:
      return write.figureText(value, unit, locale)
  }
}

/** A text with its tokens printed, for titles, mails, feeds and search. */
export const printText = (text: string, facts: ArticleFacts, locale: Locale, write: NumberWriter): string =>
  parseTokens(text)
    .map((segment) => (typeof segment === 'string' ? segment : printToken(segment, facts, locale, write)))
    .join('')

const TAGS: Readonly<Record<Locale, string>> = { ko: 'ko-KR', ru: 'ru-RU', en: 'en-GB' }

/** "30 November 2020", "2020년 11월 30일", "30 ноября 2020 г." */
export const dayText = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(TAGS[locale], { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  )

/** A promise is told as one until it is fulfilled: who, what, and by when. */
export function printCommitment(commitment: ToldCommitment, locale: Locale): string {
  const who = textIn(commitment.party as LocalizedText, locale)
  const what = textIn(commitment.what as LocalizedText, locale)
  return `${who ? `${who}: ` : ''}${what} (${standing(commitment, locale)})`
}

function standing({ status, dueOn, fulfilledOn }: ToldCommitment, locale: Locale): string {
  const due = dueOn === null ? null : dayText(dueOn, locale)
  const words = STANDINGS[locale]
  if (status === 'fulfilled') return words.fulfilled(fulfilledOn === null ? null : dayText(fulfilledOn, locale))
  const promised = words.promised(due)
  if (status === 'overdue') return `${promised}${words.overdue}`
  if (status === 'suspended-by-law') return `${promised}${words.suspended}`
  if (status === 'not-followed') return `${promised}${words.notFollowed}`
  return promised
}

interface StandingWords {
  readonly promised: (due: string | null) => string
  readonly fulfilled: (on: string | null) => string
  readonly overdue: string
  readonly suspended: string
  readonly notFollowed: string
}

const STANDINGS: Readonly<Record<Locale, StandingWords>> = {
  en: {
    promised: (due) => (due ? `promised by ${due}` : 'promised, no date given'),
    fulfilled: (on) => (on ? `fulfilled on ${on}` : 'fulfilled'),
    overdue: ', overdue',
    suspended: ', suspended by law',
    notFollowed: '; what became of it is not recorded',
  },
  ko: {
    promised: (due) => (due ? `${due}까지 이행 약속` : '약속, 기한 미정'),
    fulfilled: (on) => (on ? `${on} 이행` : '이행 완료'),
    overdue: ', 기한 경과',
    suspended: ', 법령에 따라 중단',
    notFollowed: ', 이후 경과는 기록 없음',
  },
  ru: {
    promised: (due) => (due ? `обещано к ${due}` : 'обещано, срок не назван'),
    fulfilled: (on) => (on ? `исполнено ${on}` : 'исполнено'),
    overdue: ', срок истёк',
    suspended: ', приостановлено в силу закона',
    notFollowed: '; дальнейшая судьба не отражена в записях',
  },
}
