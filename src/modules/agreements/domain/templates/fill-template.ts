import { type Locale, type LocalizedText, textIn } from '../../../../kernel/locale.ts'
import type { AgreementContent, Party } from '../agreement.ts'
import type { Clause } from '../clause.ts'
import { formatMoney } from '../money.ts'
import type { ClauseTemplate } from './clause-template.ts'
import { TYPE_CLAUSES } from './type-clauses.ts'

type ToFill = Pick<AgreementContent, 'type' | 'languages' | 'prevailing' | 'parties' | 'terms'>

/** The clauses of a type with the terms and parties in their places, in every language of the agreement. */
export function fillTemplate(agreement: ToFill): Clause[] {
  const { type, languages, terms } = agreement
  const applies = ({ key, appliesTo }: ClauseTemplate) =>
    (appliesTo?.(terms) ?? true) && (key !== 'prevailing-language' || languages.length > 1)
  return TYPE_CLAUSES[type].filter(applies).map(({ key, heading, body }) => ({
    key,
    heading: inLanguages(languages, (language) => heading[language]),
    body: inLanguages(languages, (language) => fill(body[language], wordsOf(agreement, language))),
  }))
}

const inLanguages = (languages: readonly Locale[], text: (language: Locale) => string): LocalizedText =>
  Object.fromEntries(languages.map((language) => [language, text(language)]))

const fill = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => {
    const found = words[word]
    if (found === undefined) throw new Error(`No word for {{${word}}}`)
    return found
  })

function wordsOf({ parties, terms, languages, prevailing }: ToFill, language: Locale): Record<string, string> {
  const nameOf = (position: number) => {
    const party = parties[position - 1]
    return party ? nameIn(party, language) : ''
  }
  const lines = (texts: readonly string[]) => texts.map((text) => `– ${text}`).join('\n')
  return {
    subject: textIn(terms.subject, language),
    parties: lines(parties.map((party) => partyLine(party, language))),
    firstParty: nameOf(1),
    contributions: lines(terms.contributions.map(({ party, what }) => `${nameOf(party)}: ${textIn(what, language)}`)),
    milestones: lines(
      terms.milestones.map(({ party, what, dueOn, amount }) => {
        const money = amount ? ` (${formatMoney(amount, language)})` : ''
        return `${nameOf(party)}: ${textIn(what, language)}${money} — ${dueIn(dueOn, language)}`
      }),
    ),
    amount: terms.amount ? formatMoney(terms.amount, language) : '',
    confidentialityMonths: String(terms.confidentialityMonths ?? ''),
    termMonths: String(terms.termMonths ?? ''),
    law: textIn(terms.law, language),
    versions: languages.map((one) => VERSIONS[language][one]).join(', '),
    prevailing: prevailing ? PREVAILING[language][prevailing] : '',
  }
}

const nameIn = ({ name, legalName, latinName }: Party, language: Locale): string =>
  name[language] ?? (language === 'en' ? latinName : legalName)

function partyLine(party: Party, language: Locale): string {
  const names = [...new Set([nameIn(party, language), party.legalName, party.latinName])]
  const identifier = party.identifier ? `, ${IDENTIFIER[language]} ${party.identifier}` : ''
  return `${names[0]}${names.length > 1 ? ` (${names.slice(1).join(' / ')})` : ''}${identifier}`
}

const IDENTIFIER: Readonly<Record<Locale, string>> = {
  ko: '등록번호',
  en: 'registration number',
  ru: 'регистрационный номер',
}

const VERSIONS: Readonly<Record<Locale, Readonly<Record<Locale, string>>>> = {
  ko: { ko: '국문', en: '영문', ru: '노문' },
  en: { ko: 'Korean', en: 'English', ru: 'Russian' },
  ru: { ko: 'корейский', en: 'английский', ru: 'русский' },
}

const PREVAILING: Readonly<Record<Locale, Readonly<Record<Locale, string>>>> = {
  ko: { ko: '국문본', en: '영문본', ru: '노문본' },
  en: VERSIONS.en,
  ru: { ko: 'корейском', en: 'английском', ru: 'русском' },
}

const RU_MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const EN_MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The day as each language writes it in a contract. */
export function formatDay(day: string, language: Locale): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  if (language === 'ko') return `${year}년 ${month}월 ${date}일`
  return language === 'ru' ? `${date} ${RU_MONTHS[month - 1]} ${year} года` : `${date} ${EN_MONTHS[month - 1]} ${year}`
}

const dueIn = (dueOn: string | null, language: Locale): string => {
  if (dueOn === null) return { ko: '기한을 정하지 않음', en: 'no date is fixed', ru: 'срок не установлен' }[language]
  const day = formatDay(dueOn, language)
  return { ko: `${day}까지`, en: `by ${day}`, ru: `не позднее ${day}` }[language]
}
