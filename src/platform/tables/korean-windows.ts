/**
 * Windows code page 949: EUC-KR and, in the code points it leaves free, the 8,822 Hangul syllables that KS X 1001
 * does not have (똠, 펲 …), in alphabetical order. The runtime's own decoder knows the first part only.
 * Null when the bytes are not valid.
 */
export function decodeKoreanWindows(bytes: Uint8Array): string | null {
  const pieces: string[] = []
  let start = 0
  try {
    for (let index = 0; index < bytes.length; index++) {
      const lead = bytes[index]!
      if (lead < 0x80) continue
      const syllable = additionalSyllables().get(lead * 256 + (bytes[index + 1] ?? 0))
      if (syllable) {
        pieces.push(euc.decode(bytes.subarray(start, index)), syllable)
        start = index + 2
      }
      index++
    }
    pieces.push(euc.decode(bytes.subarray(start)))
  } catch {
    return null
  }
  return pieces.join('')
}

const euc = new TextDecoder('euc-kr', { fatal: true })

let additional: ReadonlyMap<number, string> | null = null

function additionalSyllables(): ReadonlyMap<number, string> {
  additional ??= buildAdditionalSyllables()
  return additional
}

const FIRST_SYLLABLE = 0xac00
const LAST_SYLLABLE = 0xd7a3

function buildAdditionalSyllables(): ReadonlyMap<number, string> {
  const known = new Set<string>()
  for (let lead = 0xb0; lead <= 0xc8; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) known.add(euc.decode(Uint8Array.of(lead, trail)))
  }
  const places = freePlaces()
  const table = new Map<number, string>()
  for (let code = FIRST_SYLLABLE; code <= LAST_SYLLABLE; code++) {
    const syllable = String.fromCodePoint(code)
    if (!known.has(syllable)) table.set(places.next().value!, syllable)
  }
  return table
}

/** Two-byte codes in rising order that EUC-KR does not use: second bytes are letters, or from 0x81 up to where EUC-KR begins. */
function* freePlaces(): Generator<number, undefined> {
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail++) {
      if (trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81) yield lead * 256 + trail
    }
  }
}
