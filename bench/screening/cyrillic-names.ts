import { pick } from './figures.ts'

/** Letter tables of the schemes in use for Russian; what a table leaves out falls back to the passport's letters. */
const PASSPORT =
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ:ie ы:y ь: э:e ю:iu я:ia'
const SCHEMES: Readonly<Record<string, string>> = {
  passport: '',
  'bgn-pcgn': 'й:y ю:yu я:ya ъ: ё:yo',
  'iso-9': 'ж:ž й:j х:h ц:c ч:č ш:š щ:ŝ ъ: э:è ю:û я:â ё:ë',
  scholarly: 'ж:ž й:j х:x ц:c ч:č ш:š щ:šč ъ: э:è ю:ju я:ja ё:ë',
  'gost-7.79-b': 'й:j х:x ц:cz ч:ch ш:sh щ:shh ъ: ю:yu я:ya ё:yo',
  german: 'в:w ж:sch з:s й:i х:ch ц:z ч:tsch ш:sch щ:schtsch ъ: ю:ju я:ja ё:jo',
  french: 'ж:j й:ï у:ou х:kh ц:ts ч:tch ш:ch щ:chtch ъ: ю:iou я:ia ё:io',
  'ala-lc': 'й:ĭ ц:t͡s ю:i͡u я:i͡a ъ: ь:ʹ ё:ë э:ė',
  press: 'й:y ю:yu я:ya ъ: ё:yo',
}

export const CYRILLIC_SCHEMES = Object.keys(SCHEMES)

const readTable = (text: string): Map<string, string> =>
  new Map(
    text
      .split(' ')
      .filter((part) => part !== '')
      .map((part): [string, string] => [part.charAt(0), part.slice(2)]),
  )

const TABLES = new Map(
  CYRILLIC_SCHEMES.map((scheme) => [scheme, new Map([...readTable(PASSPORT), ...readTable(SCHEMES[scheme] ?? '')])]),
)

const ENDINGS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  press: [
    [/iy$|yy$/, 'y'],
    [/iya$/, 'ia'],
    [/^e/, 'ye'],
  ],
  german: [[/ii$|yi$/, 'i']],
  french: [
    [/in$/, 'ine'],
    [/ii$|yï$|iï$/, 'i'],
  ],
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function spellWord(word: string, scheme: string): string {
  const table = TABLES.get(scheme)
  let latin = [...word.toLowerCase()].map((letter) => table?.get(letter) ?? '').join('')
  for (const [pattern, replacement] of ENDINGS[scheme] ?? []) latin = latin.replace(pattern, replacement)
  return capital(latin)
}

const ONSETS = [
  ...'бвгджзклмнпрстфхцчшщ',
  'бр',
  'гр',
  'др',
  'кр',
  'ст',
  'тр',
  'сл',
  'вл',
  'св',
  'ш',
  'к',
  'м',
  'п',
  '',
  '',
  'з',
  'хр',
]
const NUCLEI = [...'ааооеииуыяю']
const CODAS = ['', '', '', 'н', 'р', 'л', 'с', 'т', 'й', 'ш', 'к', 'м', 'рс', 'нь', 'льк']
const SURNAME_ENDINGS = ['ов', 'ев', 'ин', 'ский', 'енко', 'ук', 'ян', 'цев', 'ицкий', 'кин', 'ченко', 'щиков']
const GIVEN_ENDINGS = ['ий', 'ей', 'ан', 'ор', 'ил', 'он', 'ар', 'слав', 'мир', 'ия', 'ина', 'ана', 'им']
const PATRONYMICS = ['Иванович', 'Петрович', 'Сергеевич', 'Андреевич', 'Юрьевич', 'Алексеевич', 'Игоревич', 'Хасанович']

const syllable = (random: () => number, isFirst: boolean): string =>
  (isFirst
    ? pick(ONSETS, random)
    : pick(
        ONSETS.filter((onset) => onset !== ''),
        random,
      )) +
  pick(NUCLEI, random) +
  (isFirst ? '' : pick(CODAS, random))

const stem = (random: () => number): string =>
  Array.from({ length: random() < 0.5 ? 1 : 2 }, (_, at) => syllable(random, at === 0)).join('') +
  pick([...'бвгдзклмнпрстжшч'], random)

export interface RussianName {
  readonly given: string
  readonly patronymic: string | null
  readonly surname: string
}

/** A name made of syllables with Russian endings: no table of names could hold it. */
export const makeRussianName = (random: () => number): RussianName => ({
  given: capital(stem(random) + pick(GIVEN_ENDINGS, random)),
  patronymic: random() < 0.4 ? pick(PATRONYMICS, random) : null,
  surname: capital(stem(random) + pick(SURNAME_ENDINGS, random)),
})

export function changeRussianName(name: RussianName, random: () => number): RussianName {
  const other = makeRussianName(random)
  return random() < 0.5 ? { ...name, given: other.given } : { ...name, surname: other.surname }
}

export const writeRussian = ({ given, patronymic, surname }: RussianName, random: () => number): string =>
  random() < 0.5
    ? [surname, given, patronymic].filter(Boolean).join(' ')
    : [given, patronymic, surname].filter(Boolean).join(' ')

/** In Latin letters by a scheme; the patronymic is left out half the time. */
export function spellRussian(
  { given, patronymic, surname }: RussianName,
  scheme: string,
  random: () => number,
): string {
  const middle = patronymic !== null && random() < 0.5 ? [spellWord(patronymic, scheme)] : []
  const words = [spellWord(given, scheme), ...middle]
  const last = spellWord(surname, scheme)
  const layout = random()
  if (layout < 0.5) return [...words, last].join(' ')
  return layout < 0.75 ? `${last.toUpperCase()}, ${words.join(' ')}` : [last, ...words].join(' ')
}
