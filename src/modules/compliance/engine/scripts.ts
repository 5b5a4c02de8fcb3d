/**
 * The scripts a name may be written in, and what each letter becomes in plain Latin. One spelling a letter is enough
 * here: `sound.ts` then takes the habits of the transcription schemas away on both sides.
 */
export type Script = 'latin' | 'cyrillic' | 'hangul' | 'arabic' | 'other'

/** Script of a word by its first letter; words that mix scripts were settled by `unmaskWord` before. */
export function readScript(word: string): Script {
  for (const letter of word) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x30 || (code > 0x39 && code < 0x41)) continue
    if (code <= 0x39) continue
    if (code < 0x250 || (code >= 0x1e00 && code <= 0x1eff)) return 'latin'
    if (code >= 0x400 && code <= 0x52f) return 'cyrillic'
    if (code >= 0xac00 && code <= 0xd7a3) return 'hangul'
    if (code >= 0x600 && code <= 0x6ff) return 'arabic'
    return 'other'
  }
  return 'latin'
}

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]))

/** Russian by passport rules, then the other Cyrillic alphabets; `j` and `y` are one sound later. */
const CYRILLIC = pairs(
  'аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya ' +
    'іi їyi єye ґg ўu јj љlj њnj ћc ђdj џdzh ѓg ќk ѕz қk ғg ңn әa өo ұu үu һh ѐe ѝi ҳh ҷj ӣi ӯu ҚK',
)

const GREEK = pairs('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo')

const ARMENIAN = pairs(
  'աa բb գg դd եe զz էe ըe թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւu փp քk օo ֆf ևev',
)

const GEORGIAN = pairs(
  'აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყk შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh',
)

/** Consonants and the long vowels; short vowels are not written. */
const ARABIC = pairs(
  'اa أa إi آa بb پp تt ثth جj چch حh خkh دd ذdh رr زz ژzh سs شsh صs ضd طt ظz عa غgh فf قq كk کk گg لl مm نn هh ةa وw ؤw يy یy ىa ئy ء',
)

const KANA = new Map(
  (
    'あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno ' +
    'はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn がga ぎgi ぐgu げge ごgo ' +
    'ざza じji ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo ゔvu'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]),
)

const SMALL_KANA: Readonly<Record<string, string>> = {
  ゃ: 'ya',
  ゅ: 'yu',
  ょ: 'yo',
  ぁ: 'a',
  ぃ: 'i',
  ぅ: 'u',
  ぇ: 'e',
  ぉ: 'o',
}

function romaniseKana(word: string): string {
  let latin = ''
  for (const raw of word) {
    const code = raw.charCodeAt(0)
    const letter = code >= 0x30a1 && code <= 0x30f6 ? String.fromCharCode(code - 0x60) : raw
    const small = SMALL_KANA[letter]
    // A small vowel replaces that of the syllable before it: シャ is sha, ヴィ is vi.
    if (small) latin = latin.replace(/[aiu]$/, '') + (/(sh|ch|j)[aiu]?$/.test(latin) ? small.replace('y', '') : small)
    else latin += KANA.get(letter) ?? ''
  }
  return latin
}

/** Latin letters that do not fall apart into a base letter and a mark, and those whose mark changes the sound. */
const LATIN_SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ə: 'a',
  ƒ: 'f',
}

/** Letters whose mark is a sound of its own in the Slavic, Turkic and Baltic spellings. */
const LATIN_SOUNDS: Readonly<Record<string, string>> = {
  š: 'sh',
  č: 'ch',
  ž: 'zh',
  ş: 'sh',
  ș: 'sh',
  ç: 'ch',
  ć: 'ch',
  ś: 'sh',
  ź: 'zh',
  ż: 'zh',
  ğ: 'g',
  ŝ: 'shch',
  ĉ: 'ch',
  ģ: 'g',
  ț: 'ts',
}

const withoutMarks = (letter: string): string => letter.normalize('NFD').replaceAll(/\p{M}/gu, '')

const mapLetters = (word: string, table: ReadonlyMap<string, string>): string => {
  let latin = ''
  for (const letter of word) {
    const known = table.get(letter)
    if (known !== undefined) latin += known
    else {
      const base = withoutMarks(letter)
      latin += table.get(base) ?? (/[a-z0-9]/.test(base) ? base : '')
    }
  }
  return latin
}

/** The word in plain letters of its own script: what is left when marks are taken away. Й stays, it is not a marked И. */
export function stripMarks(word: string): string {
  let plain = ''
  for (const letter of word) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80 || (code >= 0xac00 && code <= 0xd7a3)) plain += letter
    else if (code >= 0x400 && code <= 0x52f) plain += letter === 'ё' ? 'е' : letter
    else if (code < 0x250 || (code >= 0x1e00 && code <= 0x1eff)) plain += LATIN_SPECIAL[letter] ?? withoutMarks(letter)
    else if (code >= 0x370 && code < 0x400) plain += withoutMarks(letter)
    else plain += letter
  }
  return plain
}

/** The word in Latin letters; null where this project has no table for the script and the word is compared as it stands. */
export function romanise(word: string, script: Script): string | null {
  if (script === 'latin') {
    let latin = ''
    for (const letter of word) latin += LATIN_SOUNDS[letter] ?? LATIN_SPECIAL[letter] ?? withoutMarks(letter)
    return latin
  }
  if (script === 'cyrillic') return mapLetters(word.replaceAll('ё', 'е'), CYRILLIC)
  if (script === 'arabic') return mapLetters(word, ARABIC)
  if (script === 'hangul') return null
  const code = word.codePointAt(0) ?? 0
  if (code >= 0x370 && code < 0x400) return mapLetters(word.replaceAll('ου', 'u').replaceAll('μπ', 'b'), GREEK)
  if (code >= 0x530 && code < 0x590) return mapLetters(word.replaceAll('ու', 'ւ'), ARMENIAN)
  if (code >= 0x10a0 && code < 0x1100) return mapLetters(word, GEORGIAN)
  if (code >= 0x3040 && code <= 0x30ff) return romaniseKana(word)
  return null
}
