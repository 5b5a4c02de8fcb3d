import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { indexCompany, indexProfile } from '../domain/company.ts'
import { COMPANY_KINDS, COMPANY_SIZES, PROFILE_TYPES } from '../domain/profile.ts'
import { upsertRows } from '../store/write-rows.ts'
import { systemActor } from '../../accounts/index.ts'
import { saveKeywords } from '../../programmes/index.ts'
import type { BuiltProgramme } from '../../programmes/testing/build-programme.ts'
import type { Platform } from '../../../platform/context.ts'
import { asOwner } from '../../../platform/database/reach.ts'

type Words = readonly [ko: string, ru: string, en: string]

/** What companies make, the most frequent first: the n-th is half as frequent as the one of half its place. */
const GOODS: readonly Words[] = [
  ['로봇', 'робот', 'robot'],
  ['센서', 'датчик', 'sensor'],
  ['반도체', 'полупроводник', 'semiconductor'],
  ['배터리', 'аккумулятор', 'battery'],
  ['카메라', 'камера', 'camera'],
  ['레이저', 'лазер', 'laser'],
  ['디스플레이', 'дисплей', 'display'],
  ['금형', 'пресс-форма', 'mould'],
  ['모터', 'двигатель', 'motor'],
  ['소프트웨어', 'программа', 'software'],
  ['드론', 'беспилотник', 'drone'],
  ['펌프', 'насос', 'pump'],
  ['안테나', 'антенна', 'antenna'],
  ['필터', 'фильтр', 'filter'],
  ['베어링', 'подшипник', 'bearing'],
  ['촉매', 'катализатор', 'catalyst'],
  ['변압기', 'трансформатор', 'transformer'],
  ['현미경', 'микроскоп', 'microscope'],
  ['라이다', 'лидар', 'lidar'],
  ['원심분리기', 'центрифуга', 'centrifuge'],
]
const USES: readonly Words[] = [
  ['자동차', 'автомобили', 'cars'],
  ['의료', 'медицина', 'medicine'],
  ['농업', 'сельское хозяйство', 'agriculture'],
  ['물류', 'логистика', 'logistics'],
  ['조선', 'судостроение', 'shipbuilding'],
  ['에너지', 'энергетика', 'energy'],
  ['건설', 'строительство', 'construction'],
  ['교육', 'образование', 'education'],
]
const SYLLABLES: readonly Words[] = [
  ['가', 'ва', 'va'],
  ['나', 'на', 'na'],
  ['도', 'до', 'do'],
  ['라', 'ра', 'ra'],
  ['미', 'ми', 'mi'],
  ['바', 'ба', 'ba'],
  ['소', 'со', 'so'],
  ['유', 'ю', 'yu'],
  ['진', 'дин', 'jin'],
  ['테', 'те', 'te'],
  ['코', 'ко', 'ko'],
  ['한', 'хан', 'han'],
]
const MANY = 2000

const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!

const frequent = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(list.length * random() ** 2.5)] as T

/** Adds companies with one profile each to a programme, until it has so many. Companies and texts are made up. */
export async function buildManyCompanies(
  platform: Platform,
  { programmeId, sides }: BuiltProgramme,
  { from, to, random }: { readonly from: number; readonly to: number; readonly random: () => number },
): Promise<void> {
  if (from === 0) await saveGoods(platform, programmeId)
  for (let at = from; at < to; at += MANY) {
    const made = Array.from({ length: Math.min(MANY, to - at) }, (_, n) => makeCompany(platform, sides, at + n, random))
    const stamp = { programmeId, revision: 1, createdAt: platform.clock.now(), updatedAt: platform.clock.now() }
    await upsertRows(
      platform.db,
      'company',
      made.map(({ company }) => ({ ...company, ...stamp })),
    )
    await upsertRows(
      platform.db,
      'profile',
      made.map(({ profile }) => ({ ...profile, ...stamp })),
    )
  }
  for (const table of ['company', 'company_search', 'profile', 'profile_search']) {
    await asOwner(() => sql`vacuum analyze ${sql.table(table)}`.execute(platform.db))
  }
}

async function saveGoods(platform: Platform, programmeId: Id): Promise<void> {
  const keywords = GOODS.map(([ko, ru, en]) => ({
    list: 'technology' as const,
    code: en,
    parentCode: null,
    name: { ko, ru, en },
  }))
  const saved = await saveKeywords(platform, systemActor('bench'), { programmeId, keywords })
  if (!saved.ok) throw new Error(saved.refusal.code)
}

function makeCompany(platform: Platform, sides: BuiltProgramme['sides'], n: number, random: () => number) {
  const side = sides[n % 2]!
  const own = n % 2
  const parts = Array.from({ length: 3 }, () => pick(random, SYLLABLES))
  const [goods, more, use] = [frequent(random, GOODS), frequent(random, GOODS), pick(random, USES)]
  const spelt = (language: 0 | 1 | 2) => parts.map((part) => part[language]).join('')
  const latin = spelt(2)
  const english = `${latin.charAt(0).toUpperCase()}${latin.slice(1)} ${random() < 0.3 ? goods[2] : 'Tech'}`
  const local =
    own === 0 ? { ko: `${spelt(0)}${random() < 0.3 ? goods[0] : '테크'}` } : { ru: `${spelt(1)} ${goods[1]}` }
  const facts = {
    sideId: side.id,
    code: `B-${String(n).padStart(6, '0')}`,
    kind: pick(random, COMPANY_KINDS),
    name: { en: english, ...local },
    legalName: null,
    country: side.country,
    region: null,
    website: `https://${latin}${n}.example`,
    size: pick(random, COMPANY_SIZES),
  }
  const companyId = platform.newId()
  const company = { id: companyId, ...facts, ...indexCompany(facts), languages: [...side.languages] }
  const words = {
    code: `${facts.code}-1`,
    title: {
      en: `${goods[2]} for ${use[2]}`,
      ...(own === 0 ? { ko: `${use[0]} ${goods[0]}` } : { ru: `${goods[1]}: ${use[1]}` }),
    },
    summary: {
      en: `We develop and produce ${goods[2]} and ${more[2]}, supplied to customers in ${use[2]}.`,
      ...(own === 0
        ? { ko: `${goods[0]}와 ${more[0]}을 개발하고 생산하여 ${use[0]} 분야에 공급합니다.` }
        : { ru: `Разрабатываем и выпускаем: ${goods[1]}, ${more[1]}. Применение: ${use[1]}.` }),
    },
  }
  const isPublished = random() < 0.8
  const profile = {
    id: platform.newId(),
    companyId,
    ...words,
    ...indexProfile(words),
    type: pick(random, PROFILE_TYPES),
    status: isPublished ? 'published' : 'draft',
    publishedAt: isPublished ? platform.clock.now() : null,
    technologyKeywords: [...new Set([goods[2], more[2]])],
    marketKeywords: [],
    partnershipTypes: [],
    partnerKinds: [],
    partnerSizes: [],
    targetCountries: [],
    languages: [],
    description: {},
    advantages: {},
    technicalSpecification: {},
    partnerRole: {},
  }
  return { company: withLists(company), profile }
}

/** Columns that may not be null and that an insert of whole rows has to name. */
const withLists = <T extends object>(company: T) => ({
  ...company,
  description: {},
  certifications: [],
  synthetic: true,
  anonymous: false,
})
