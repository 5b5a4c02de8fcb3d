/**
 * The sound of a Latin spelling: one character a sound, so that the habits of English, German, French, Polish and
 * scholarly transcription fall together (Khrushchev, Chruschtschow, Khrouchtchev, Hruščev). What stays apart is
 * close in `substitutionCost`, so spelling variants are small distances and other names large ones.
 *
 * S = sh, C = ch, Z = zh, the rest as in English; i stands for i, j and y; double letters count once.
 */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch|chtch|shtch|stch|szcz|shh/g, 'SC'],
  [/tsch|tch|cz|tsh|tch'?/g, 'C'],
  [/sch|sh|sz/g, 'S'],
  [/dzh|dsch|dj/g, 'j'],
  [/zh|rz(?=[aeiouy])/g, 'Z'],
  [/ph/g, 'f'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ck|q|cqu|kk/g, 'k'],
  [/ch(?=r|l)/g, 'k'],
  [/ch/g, 'C'],
  [/ts|tz/g, 'c'],
  [/(?<=[a-z])x/g, 'ks'],
  [/^hs/g, 's'],
  [/^x/g, 's'],
  [/c(?=[aoulr]|k|t|$)/g, 'k'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/oe/g, 'o'],
  [/ae/g, 'ai'],
  [/ue/g, 'u'],
  [/w/g, 'v'],
  // Latvian puts an s to the end of men's names.
  [/(?<=[a-z](j|ov|ev|in|sk|ij))s$/g, ''],
  [/[yj](?=[aeou])/g, 'i'],
  [/y|(?<=[aeiou])j/g, 'i'],
  [/ii+/g, 'i'],
]

/** The sound of lower-case Latin letters; digits stay. */
export function readSound(latin: string): string {
  let sound = latin.replaceAll(/[^a-z0-9]/g, '')
  for (const [pattern, replacement] of GROUPS) sound = sound.replaceAll(pattern, replacement)
  return sound.replaceAll(/([a-zA-Z])\1+/g, '$1')
}

const SIZE = 128
const COSTS = new Float32Array(SIZE * SIZE).fill(1)

const VOWELS = 'aeiou'

function setCost(pairs: string, cost: number): void {
  for (const pair of pairs.split(' ')) {
    const a = pair.charCodeAt(0)
    const b = pair.charCodeAt(1)
    COSTS[a * SIZE + b] = cost
    COSTS[b * SIZE + a] = cost
  }
}

for (const a of VOWELS)
  setCost(
    [...VOWELS]
      .filter((b) => b !== a)
      .map((b) => a + b)
      .join(' '),
    0.7,
  )
setCost('ei ou ao', 0.5)
setCost('SC CS Zj gj kc cC ck Ch hC Ss Zz cs sz bp dt gk vf jC Zg hk gh kC sC zZ cz Sj', 0.3)
setCost('vu fp bv ij lr mn', 0.6)
setCost('o0 i1 l1 e3 a4 s5 g9 t7 b8 z2 g6', 0.15)
for (let code = 0; code < SIZE; code += 1) COSTS[code * SIZE + code] = 0

const GAPS = new Float32Array(SIZE).fill(1)
for (const letter of 'aeou') GAPS[letter.charCodeAt(0)] = 0.7
for (const letter of 'ih') GAPS[letter.charCodeAt(0)] = 0.5

const substitutionCost = (a: number, b: number): number =>
  a === b ? 0 : a < SIZE && b < SIZE ? (COSTS[a * SIZE + b] ?? 1) : 1

/** True for one sound or two that spellings mix up. */
export const areCloseSounds = (a: number, b: number): boolean => substitutionCost(a, b) <= 0.5

const gapCost = (code: number): number => (code < SIZE ? (GAPS[code] ?? 1) : 1)

const LONGEST = 64
const before = new Float32Array(LONGEST + 1)
const last = new Float32Array(LONGEST + 1)
const row = new Float32Array(LONGEST + 1)

/**
 * Weighted Damerau-Levenshtein distance of two sound strings; close sounds cost less than one, two neighbours that
 * changed places 0.8. More than `limit` is answered as Infinity.
 */
export function soundDistance(a: string, b: string, limit: number): number {
  const left = a.length > LONGEST ? a.slice(0, LONGEST) : a
  const right = b.length > LONGEST ? b.slice(0, LONGEST) : b
  if (Math.abs(left.length - right.length) * 0.5 > limit) return Number.POSITIVE_INFINITY
  last[0] = 0
  for (let j = 1; j <= right.length; j += 1) last[j] = (last[j - 1] ?? 0) + gapCost(right.charCodeAt(j - 1))
  for (let i = 1; i <= left.length; i += 1) {
    const code = left.charCodeAt(i - 1)
    const gap = gapCost(code)
    row[0] = (last[0] ?? 0) + gap
    let best = row[0]
    for (let j = 1; j <= right.length; j += 1) {
      const other = right.charCodeAt(j - 1)
      let cost = Math.min(
        (last[j - 1] ?? 0) + substitutionCost(code, other),
        (last[j] ?? 0) + gap,
        (row[j - 1] ?? 0) + gapCost(other),
      )
      if (i > 1 && j > 1 && code === right.charCodeAt(j - 2) && other === left.charCodeAt(i - 2) && code !== other) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 0.8)
      }
      row[j] = cost
      if (cost < best) best = cost
    }
    if (best > limit && i > 1) {
      // A change of places could still come from the row before the last; it costs less than one.
      if (best - 0.8 > limit) return Number.POSITIVE_INFINITY
    }
    before.set(last)
    last.set(row)
  }
  const distance = last[right.length] ?? 0
  return distance > limit ? Number.POSITIVE_INFINITY : distance
}
