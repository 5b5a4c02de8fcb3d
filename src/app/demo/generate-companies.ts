import type { LocalizedText } from '../../kernel/locale.ts'
import type { ProfileWords } from '../../modules/companies/index.ts'
import type { GeneratedCompany, SideCode } from './generated.ts'
import { contactOf } from './generate-people.ts'
import {
  BACKGROUND,
  OFFER_PLAN,
  PARTNER_FOR_OFFER,
  PARTNER_FOR_REQUEST,
  REQUEST_PLAN,
  TRACK_RECORD,
} from './profile-sentences.ts'
import type { Random } from './random.ts'
import { REAL_ORGANISATIONS, type RealOrganisation, SOURCE } from './source-case.ts'
import { type Field, SUBJECTS, type Subject } from './subjects.ts'

const COUNTRY = { gyeonggi: 'KR', russia: 'RU' } as const
const OWN_LANGUAGE = { gyeonggi: 'ko', russia: 'ru' } as const
const PREFIX = { gyeonggi: 'G', russia: 'R' } as const
const REGIONS = {
  gyeonggi: ['Suwon', 'Ansan', 'Seongnam', 'Hwaseong', 'Pyeongtaek', 'Yongin', 'Goyang', 'Bucheon'],
  russia: ['Moscow', 'Saint Petersburg', 'Novosibirsk', 'Tomsk', 'Kazan', 'Yekaterinburg', 'Samara', 'Nizhny Novgorod'],
} as const

/** An invented company with what it works on and what it needs, by which requests are weighed. */
export interface SyntheticCompany {
  readonly company: GeneratedCompany
  readonly field: Field
  readonly offers: string
  readonly needs: readonly string[]
}

/** A real organisation with what was published of it, and not a word more. */
export function realCompany({ code, side, kind, name, description, subject }: RealOrganisation): GeneratedCompany {
  return {
    side,
    code,
    kind,
    name,
    country: COUNTRY[side],
    synthetic: false,
    source: SOURCE,
    region: null,
    website: null,
    size: null,
    employees: null,
    foundedYear: null,
    description,
    certifications: [],
    languages: [],
    contacts: [],
    profiles: subject ? [realProfile(code, side, subject)] : [],
  }
}

/** The report says what was agreed or talked about; technology comes from Russia in it and is used in Gyeonggi. */
const realProfile = (
  code: string,
  side: SideCode,
  subject: NonNullable<RealOrganisation['subject']>,
): ProfileWords => ({
  ...EMPTY_PROFILE,
  code: `${code}-1`,
  type: side === 'russia' ? 'technology-offer' : 'technology-request',
  title: subject.title,
  summary: subject.summary,
  technologyKeywords: subject.technologyKeywords,
})

const EMPTY_PROFILE = {
  description: {},
  advantages: {},
  technicalSpecification: {},
  partnerRole: {},
  stage: null,
  iprStatus: null,
  marketKeywords: [],
  partnershipTypes: [],
  partnerKinds: [],
  partnerSizes: [],
  targetCountries: [],
  languages: [],
} satisfies Partial<ProfileWords>

export const realOrganisationsOf = (side: SideCode): readonly RealOrganisation[] =>
  REAL_ORGANISATIONS.filter((organisation) => organisation.side === side)

/** `count` invented companies of a side: G-01, G-02 … Their subjects follow one another, so every field is there. */
export function syntheticCompanies(random: Random, side: SideCode, count: number): SyntheticCompany[] {
  const subjects = SUBJECTS.filter((subject) => subject.side === side)
  const width = Math.max(2, String(count).length)
  return Array.from({ length: count }, (_, at) => {
    const code = `${PREFIX[side]}-${String(at + 1).padStart(width, '0')}`
    return syntheticCompany(random, code, subjects[at % subjects.length]!)
  })
}

function syntheticCompany(random: Random, code: string, subject: Subject): SyntheticCompany {
  const { side } = subject
  const own = OWN_LANGUAGE[side]
  const bilingual = random.chance(0.85)
  const size = random.pick(['micro', 'small', 'small', 'medium', 'medium', 'large'] as const)
  const [least, most] = EMPLOYEES[size]
  const background = random.pick(BACKGROUND)
  const languages = random.chance(0.35) ? [own, 'en'] : [own]
  const needs = random.draw(subject.needs, random.chance(0.45) ? 2 : 1)
  const inOwnWords = (text: LocalizedText): LocalizedText => spoken(text, own, bilingual)
  const company: GeneratedCompany = {
    side,
    code,
    country: COUNTRY[side],
    synthetic: true,
    source: 'Invented for the demonstration',
    languages,
    size,
    kind: side === 'russia' && random.chance(0.2) ? 'institute' : 'company',
    name: spoken(prefixed(code, subject.name), own, true),
    region: random.pick(REGIONS[side]),
    website: `https://${code.toLowerCase()}.example`,
    employees: random.integer(least, most),
    foundedYear: random.integer(1994, 2018),
    description: inOwnWords(joined(INVENTED, background)),
    certifications: random.draw(CERTIFICATIONS[subject.field] ?? ['ISO 9001', 'ISO 14001'], random.integer(0, 2)),
    contacts: [contactOf(random, side, code)],
    profiles: profilesOf(random, { code, subject, background }, needs).map((profile) => ({
      ...profile,
      title: inOwnWords(profile.title),
      summary: inOwnWords(profile.summary),
      description: inOwnWords(profile.description),
      advantages: inOwnWords(profile.advantages),
      technicalSpecification: inOwnWords(profile.technicalSpecification),
      partnerRole: inOwnWords(profile.partnerRole),
      languages: bilingual ? [own, 'en'] : [own],
    })),
  }
  return { company, field: subject.field, offers: subject.code, needs }
}

const EMPLOYEES = { micro: [4, 9], small: [12, 48], medium: [55, 240], large: [280, 900] } as const

const CERTIFICATIONS: Partial<Record<Subject['field'], readonly string[]>> = {
  'autonomous-driving': ['IATF 16949', 'ISO 9001'],
  'medicine-bio': ['ISO 13485', 'ISO 9001', 'ISO 22000'],
}

const INVENTED: LocalizedText = {
  ko: '시범용으로 만든 가상의 기업입니다.',
  ru: 'Вымышленная компания для демонстрации.',
  en: 'An invented company for the demonstration.',
}

/** What a profile of the side says in its own language, and in English when the company writes in it. */
const spoken = (text: LocalizedText, own: 'ko' | 'ru', bilingual: boolean): LocalizedText => ({
  ...(text[own] ? { [own]: text[own] } : {}),
  ...(bilingual && text.en ? { en: text.en } : {}),
})

const eachLocale = (text: LocalizedText, write: (words: string) => string): LocalizedText =>
  Object.fromEntries(Object.entries(text).map(([locale, words]) => [locale, write(words)]))

const prefixed = (code: string, name: LocalizedText): LocalizedText => eachLocale(name, (words) => `${code} ${words}`)

const joined = (...sentences: readonly LocalizedText[]): LocalizedText => {
  const both = (locale: 'ko' | 'ru' | 'en') => sentences.flatMap((sentence) => sentence[locale] ?? []).join(' ')
  return { ko: both('ko'), ru: both('ru'), en: both('en') }
}

interface Maker {
  readonly code: string
  readonly subject: Subject
  readonly background: LocalizedText
}

/** One to three: what it makes, what it needs, and now and then a second need or a supply offer. */
function profilesOf(random: Random, maker: Maker, needs: readonly string[]): ProfileWords[] {
  const { code, subject } = maker
  const [first, second] = needs.flatMap((need) => SUBJECTS.find((candidate) => candidate.code === need) ?? [])
  const profiles = [technologyOffer(random, maker)]
  if (first && random.chance(0.92)) profiles.push(technologyRequest(random, subject, first))
  if (second) profiles.push(technologyRequest(random, subject, second))
  else if (profiles.length > 1 && random.chance(0.25)) profiles.push(supplyOffer(random, maker))
  return profiles.map((profile, at) => ({ ...profile, code: `${code}-${at + 1}` }))
}

const otherCountry = ({ side }: Subject): string => COUNTRY[side === 'gyeonggi' ? 'russia' : 'gyeonggi']

const wishes = (random: Random, subject: Subject) => ({
  targetCountries: random.chance(0.6) ? [otherCountry(subject)] : [],
  partnerKinds: random.chance(0.25) ? (['company', 'institute', 'university'] as const) : [],
  partnerSizes: random.chance(0.3) ? (['small', 'medium'] as const) : [],
})

const TECHNOLOGY_PARTNERSHIPS = [
  'research-and-development-cooperation',
  'commercial-agreement-with-technical-assistance',
] as const

function technologyOffer(random: Random, { subject, background }: Maker): ProfileWords {
  return {
    ...EMPTY_PROFILE,
    ...wishes(random, subject),
    code: '',
    type: 'technology-offer',
    title: subject.offer.title,
    summary: subject.offer.summary,
    description: joined(background, random.pick(TRACK_RECORD), random.pick(OFFER_PLAN)),
    advantages: subject.offer.advantages,
    partnerRole: random.pick(PARTNER_FOR_OFFER),
    stage: random.pick([
      'under-development',
      'available-for-demonstration',
      'already-on-market',
      'already-on-market',
    ] as const),
    iprStatus: random.pick(['patent-granted', 'patent-applied', 'secret-know-how', 'secret-know-how'] as const),
    technologyKeywords: subject.technologyKeywords,
    marketKeywords: subject.marketKeywords,
    partnershipTypes: TECHNOLOGY_PARTNERSHIPS,
  }
}

/** `need` is a subject of the other side; its request is worded in the language of `subject`'s side. */
function technologyRequest(random: Random, subject: Subject, need: Subject): ProfileWords {
  return {
    ...EMPTY_PROFILE,
    ...wishes(random, subject),
    code: '',
    type: 'technology-request',
    title: need.request.title,
    summary: need.request.summary,
    description: joined(...random.draw(REQUEST_PLAN, 2)),
    technicalSpecification: need.request.sought,
    partnerRole: random.pick(PARTNER_FOR_REQUEST),
    technologyKeywords: need.technologyKeywords,
    marketKeywords: subject.marketKeywords,
    partnershipTypes: random.chance(0.3) ? [] : TECHNOLOGY_PARTNERSHIPS,
  }
}

function supplyOffer(random: Random, { subject, background }: Maker): ProfileWords {
  return {
    ...EMPTY_PROFILE,
    ...wishes(random, subject),
    code: '',
    type: 'business-offer',
    title: {
      ...(subject.name.ko ? { ko: `주문 생산: ${subject.name.ko}` } : {}),
      ...(subject.name.ru ? { ru: `Производство на заказ: ${lowered(subject.name.ru)}` } : {}),
      ...(subject.name.en ? { en: `Production to order: ${lowered(subject.name.en)}` } : {}),
    },
    summary: joined(subject.offer.advantages, random.pick(TRACK_RECORD)),
    description: joined(background, random.pick(OFFER_PLAN)),
    partnerRole: random.pick(PARTNER_FOR_OFFER),
    stage: 'already-on-market',
    technologyKeywords: subject.technologyKeywords,
    marketKeywords: subject.marketKeywords,
    partnershipTypes: ['supplier-agreement', 'commercial-agreement'],
  }
}

/** "Fibre lasers" within a sentence; an abbreviation such as "IoT" stays. */
const lowered = (words: string): string =>
  /^.[A-ZА-Я]|^.o[A-Z]/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
