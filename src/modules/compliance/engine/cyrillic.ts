import type { Slot } from './lattice.ts'
import { latticeDistance, readSlot } from './lattice.ts'

/**
 * The spellings of Cyrillic letters in Latin, marks taken away: passports (ICAO), BGN/PCGN, ISO 9, the scholarly
 * schema, GOST 7.79, ALA-LC, and what German, French, Polish and English papers write; then the letters of the other
 * Cyrillic alphabets.
 */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v w ff:.1 f:.15 u:.3',
  г: 'g h:.15 gu:.1 gh:.1 kh:.3 v:.4',
  д: 'd',
  е: 'e o:.2 ye ie:.05 je:.05 yeh:.1 io:.3 yo:.3 i:.4',
  ж: 'zh z:.05 j:.05 sch:.1 g:.15 dj:.15 sh:.15 rz:.1 zj:.1',
  з: 'z s:.05 ss:.15',
  и: 'i y:.1 ie:.2 yi:.1 ji:.1 ee:.1 e:.4',
  й: 'y j i -:.1 ie:.15',
  к: 'k c:.1 ck:.1 q:.15 ch:.3',
  л: 'l ll:.15',
  м: 'm',
  н: 'n nn:.15 ne:.15',
  о: 'o a:.4',
  п: 'p pp:.15',
  р: 'r rr:.15',
  с: 's ss:.05 c:.2',
  т: 't th:.1 tt:.15',
  у: 'u ou:.02 oo:.05 w:.2 y:.3',
  ф: 'f ph:.05 ff:.1',
  х: 'kh h x:.02 ch:.05 j:.15 k:.2',
  ц: 'ts c:.03 tz:.05 cz:.03 z:.08 tc:.1 s:.3',
  ч: 'ch c:.05 tsch:.02 tch:.02 cz:.05 tsh:.05 tj:.15 t:.4',
  ш: 'sh s:.05 sch:.02 ch:.05 sz:.05 shh:.1 sj:.15',
  щ: 'shch sc:.05 s:.15 shh:.03 sch:.05 schtsch:.02 chtch:.02 stch:.05 sh:.15 szcz:.05 shtch:.05 sht:.1',
  ъ: '- ie a:.15 y:.3 u:.3',
  ы: 'y i:.05 ui:.15 yi:.2',
  ь: '- j:.1 i:.15 y:.15 h:.3',
  э: 'e eh:.1 ae:.1 a:.35',
  ю: 'yu iu ju u:.08 iou:.02 you:.05 ew:.3',
  я: 'ya ia ja a:.08 ea:.15 yah:.1',
  ё: 'e yo io jo o:.1 eo:.15 ye:.05 ie:.1',
  і: 'i y:.1 yi:.1',
  ї: 'yi i:.03 ji:.05 ii:.1',
  є: 'ye ie je e:.1',
  ґ: 'g',
  ў: 'u w:.03 v:.15',
  ј: 'j y:.05 i:.1',
  љ: 'lj ly:.05 l:.15',
  њ: 'nj ny:.05 n:.15',
  ћ: 'c ch:.05 tj:.1',
  ђ: 'dj d:.1 gj:.1',
  џ: 'dz dzh:.05 j:.1',
  қ: 'q k:.03',
  ғ: 'g gh:.03',
  ң: 'n ng:.05',
  ә: 'a ae:.05 e:.1',
  ө: 'o oe:.05 u:.15',
  ұ: 'u y:.15',
  ү: 'u ue:.05 y:.15',
  һ: 'h',
}

const SLOTS: ReadonlyMap<string, Slot> = new Map(
  Object.entries(LETTERS).map(([letter, text]): [string, Slot] => [letter, readSlot(text)]),
)

/** Letters that are written as one. */
const GROUPS: Readonly<Record<string, Slot>> = {
  кс: readSlot('ks x:.02 cs:.15'),
  дж: readSlot('j dzh dj:.03 dsch:.05 g:.15 dz:.1'),
  ий: readSlot('iy y:.02 i:.02 ij:.02 ii:.02 yi:.1 yy:.05 ie:.1'),
  ый: readSlot('yy y:.02 yi:.02 iy:.05 yj:.03 i:.05 ij:.05'),
  нг: readSlot('ng n:.2'),
}

function slotsOf(word: string): Slot[] {
  const slots: Slot[] = []
  for (let at = 0; at < word.length; at += 1) {
    const group = GROUPS[word.slice(at, at + 2)]
    if (group) {
      slots.push(group)
      at += 1
    } else slots.push(SLOTS.get(word.charAt(at)) ?? [{ text: word.charAt(at), cost: 0 }])
  }
  return slots
}

/** How far a Latin word is from a spelling of the Cyrillic one: under 0.1 a letter is a spelling in use. */
export const cyrillicDistance = (cyrillic: string, latin: string): number => latticeDistance(slotsOf(cyrillic), latin)
