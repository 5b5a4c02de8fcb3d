import { makeRussianName, spellRussian, writeRussian } from './cyrillic-names.ts'
import { pick } from './figures.ts'
import { makeKoreanName, spellKorean } from './korean-names.ts'
import type { ListEntry, Party, PartyKind } from '../../src/modules/compliance/engine/index.ts'

/**
 * Names of a made-up world in the mix of a sanctions list: people of six naming traditions, organisations, ships.
 * Given names, family names and brands are made of syllables; what organisations do, and their legal forms, come
 * from short tables as in life.
 */
interface Tradition {
  readonly onsets: readonly string[]
  readonly nuclei: readonly string[]
  readonly codas: readonly string[]
  readonly givenEndings: readonly string[]
  readonly familyEndings: readonly string[]
}

const words = (text: string): string[] => text.split(' ')

const TRADITIONS: readonly Tradition[] = [
  {
    onsets: words('b br c ch d f fl g gr h j k l m n p r s sh st t tr w th'),
    nuclei: words('a e i o u ai ea oo ee'),
    codas: words('n r l s t m ck nd rt ll x'),
    givenEndings: words('a ie er on in ard ley ia en an'),
    familyEndings: words('son ton man ley ford er s field wood well berg'),
  },
  {
    onsets: words('b d f g h j k kh m n q r s sh t th w y z gh'),
    nuclei: words('a i u aa ou ee'),
    codas: words('b d f h l m n q r s t d'),
    givenEndings: words('ah an im id ir ud in a ullah eem'),
    familyEndings: words('i awi ani zai iri an oud adi'),
  },
  {
    onsets: words('b c d f g j l m n p r s t v z ll qu'),
    nuclei: words('a e i o u ia io ue'),
    codas: words('n r l s nd rt z'),
    givenEndings: words('o a io ia el ito ando isa'),
    familyEndings: words('ez es o a ales ero ado illo ena'),
  },
  {
    onsets: words('b c d f g h j k l m n p q r s sh t w x y z zh ch'),
    nuclei: words('a e i o u ai ao ei ia ou uo'),
    codas: words('n ng'),
    givenEndings: [''],
    familyEndings: [''],
  },
]

const RUN_ENDINGS = /(.)\1\1+/g

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function makeWord(tradition: Tradition, endings: readonly string[], random: () => number): string {
  const count = random() < 0.45 ? 1 : 2
  let word = ''
  for (let at = 0; at < count; at += 1) word += pick(tradition.onsets, random) + pick(tradition.nuclei, random)
  return capital((word + pick(tradition.codas, random) + pick(endings, random)).replaceAll(RUN_ENDINGS, '$1$1'))
}

/** Tables as large as those of life, so that people share given names and family names. */
function makeTables(random: () => number): readonly { given: readonly string[]; family: readonly string[] }[] {
  const fill = (size: number, make: () => string): string[] => {
    const made = new Set<string>()
    for (let at = 0; at < size * 3 && made.size < size; at += 1) made.add(make())
    return [...made]
  }
  return TRADITIONS.map((tradition) => ({
    given: fill(800, () => makeWord(tradition, tradition.givenEndings, random)),
    family: fill(6_000, () => makeWord(tradition, tradition.familyEndings, random)),
  }))
}

const FIELDS = words(
  'Trading Shipping Aviation Electronics Technology Petroleum Engineering Construction Logistics Chemical Steel Energy Investment Finance Machinery Instruments Optics Mining Foods Textiles Software Robotics Medical Marine',
)
const KINDS = words(
  'Company Group Holding Industries Services Systems International Enterprises Agency Institute Bank Plant Bureau Foundation Centre',
)
const FORMS = ['LLC', 'Ltd', 'JSC', 'Co., Ltd.', 'GmbH', 'Inc.', 'S.A.', 'FZE', 'OOO', 'PJSC', '']
const SHIPS = words('Star Pearl Spirit Pride Fortune Hope Glory Ocean Wave Wind Breeze Horizon Dawn Venture Queen')

export interface World {
  readonly makeName: (kind: PartyKind) => string[]
  readonly makeKind: () => PartyKind
}

/** `random` decides the tables too: two worlds with one seed know the same family names. */
export function makeWorld(tableRandom: () => number, random: () => number): World {
  const tables = makeTables(tableRandom)
  const person = (): string[] => {
    const place = Math.floor(random() * 6)
    if (place === 4) {
      const name = makeKoreanName(random)
      return [
        spellKorean(name, pick(['revised', 'passport', 'northern'] as const, random), random),
        name.surname + name.given,
      ]
    }
    if (place === 5) {
      const name = makeRussianName(random)
      return [spellRussian(name, pick(['passport', 'bgn-pcgn', 'press'], random), random), writeRussian(name, random)]
    }
    const { given, family } = tables[place] as { given: string[]; family: string[] }
    const first = pick(given, random)
    const middle = random() < 0.4 ? ` ${pick(given, random)}` : ''
    return [
      random() < 0.5
        ? `${first}${middle} ${pick(family, random)}`
        : `${pick(family, random).toUpperCase()}, ${first}${middle}`,
    ]
  }
  const brand = (): string => pick((tables[Math.floor(random() * 4)] ?? tables[0])?.family ?? [], random)
  const organisation = (): string[] => {
    const two = random() < 0.35 ? ` ${brand()}` : ''
    const kind = random() < 0.4 ? ` ${pick(KINDS, random)}` : ''
    const number = random() < 0.06 ? ` No. ${1 + Math.floor(random() * 40)}` : ''
    return [`${brand()}${two} ${pick(FIELDS, random)}${kind}${number} ${pick(FORMS, random)}`.trim()]
  }
  const vessel = (): string[] => [
    `${brand()} ${random() < 0.7 ? pick(SHIPS, random) : ''} ${random() < 0.3 ? 1 + Math.floor(random() * 20) : ''}`
      .replaceAll(/ +/g, ' ')
      .trim(),
  ]
  return {
    makeName: (kind) => (kind === 'person' ? person() : kind === 'vessel' ? vessel() : organisation()),
    makeKind: () => {
      const share = random()
      return share < 0.55 ? 'person' : share < 0.92 ? 'organisation' : 'vessel'
    },
  }
}

export const makeEntries = (world: World, count: number, prefix = 'e'): ListEntry[] =>
  Array.from({ length: count }, (_, at): ListEntry => {
    const kind = world.makeKind()
    const names = world.makeName(kind).map((text) => ({ text, weak: false }))
    // A third of all entries has an alias, one in eight a weak one.
    if (at % 3 === 0) names.push(...world.makeName(kind).map((text) => ({ text, weak: at % 8 === 0 })))
    return {
      id: `${prefix}${at}`,
      kind,
      names,
      identifiers: kind === 'vessel' ? [{ kind: 'IMO', value: String(9_000_000 + at) }] : [],
      countries: [],
      birthDates: [],
      programmes: ['MADE-UP'],
      effect: at % 10 === 0 ? 'sectoral' : 'block',
      listedOn: '2022-03-01',
      delistedOn: null,
    }
  })

export const makeParties = (world: World, count: number): Party[] =>
  Array.from({ length: count }, (): Party => {
    const kind = world.makeKind()
    return { kind, names: world.makeName(kind), identifiers: [], countries: [] }
  })
