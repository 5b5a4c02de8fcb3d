import { stemmer as en } from '@orama/stemmers/english'
import { stemmer as ru } from '@orama/stemmers/russian'
import type { Locale } from '../../../kernel/locale.ts'
import type { MatchParty, MatchProfile } from '../engine/party.ts'
import { parseThesaurus } from '../engine/thesaurus.ts'
import type { Stemmers } from '../engine/tokens.ts'

export const stemmers: Stemmers = { ru, en }

/** A handful of concepts, enough for a test to read at a glance. */
export const smallThesaurus = parseThesaurus(
  [
    'id\tparent\ten\tko\tru',
    'measurement\t\tmeasurement\t측정\tизмерение',
    'interferometer\tmeasurement\tinterferometer\t간섭계\tинтерферометр',
    'displacement\tmeasurement\tdisplacement\t변위\tперемещение',
    'semiconductor\t\tsemiconductor\t반도체\tполупроводник',
    'wafer\tsemiconductor\twafer\t웨이퍼\tпластина кремния',
    'battery\t\tbattery\t전지;배터리\tаккумулятор',
    'lithium-ion\tbattery\tlithium-ion battery\t리튬이온전지\tлитий-ионный аккумулятор',
    'led\t\tLED\t발광다이오드\tсветодиод',
    'magnet\t\tmagnet\t자석\tмагнит',
    'magnesium\t\tmagnesium\t마그네슘\tмагний',
    'irrigation\t\tirrigation\t관개\tорошение',
    'air\t\tair\t대기\tвоздух',
  ].join('\n'),
)

export function buildMatchProfile(
  kind: MatchProfile['kind'],
  locale: Locale,
  text: string,
  more: Partial<MatchProfile> = {},
): MatchProfile {
  return {
    id: kind,
    kind,
    texts: text === '' ? [] : [{ locale, text, field: 'description' }],
    technologyKeywords: [],
    marketKeywords: [],
    partnershipTypes: [],
    partnerKinds: [],
    partnerSizes: [],
    targetCountries: [],
    ...more,
  }
}

export function buildMatchParty(
  id: string,
  sideId: string,
  profiles: readonly MatchProfile[],
  more: Partial<MatchParty> = {},
): MatchParty {
  const country = sideId === 'gyeonggi' ? 'KR' : 'RU'
  return { id, sideId, country, kind: 'company', size: null, languages: [], profiles, ...more }
}
