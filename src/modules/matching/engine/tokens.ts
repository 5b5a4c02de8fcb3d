import { foldText } from './fold-text.ts'

/** `other` is any script the three languages do not use (Han, Kana, Greek, Arabic …). */
export type Script = 'hangul' | 'cyrillic' | 'latin' | 'digit' | 'other'

/** Snowball stemmers come from outside, so that the engine needs no package. */
export interface Stemmers {
  readonly ru: (word: string) => string
  readonly en: (word: string) => string
}

export interface Token {
  /** Folded form. */
  readonly form: string
  /** Stem by the token's own script; Korean without particle or ending. */
  readonly stem: string
  readonly script: Script
  /** Range in the raw text. */
  readonly start: number
  readonly end: number
  /** Range in the folded text. */
  readonly foldedStart: number
  readonly foldedEnd: number
}

export interface TokenisedText {
  readonly folded: string
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly tokens: readonly Token[]
}

function scriptOf(code: number): Script | null {
  if (code >= 0x30 && code <= 0x39) return 'digit'
  if (code >= 0x61 && code <= 0x7a) return 'latin'
  if (code < 0x80) return null
  if (code >= 0xac00 && code <= 0xd7a3) return 'hangul'
  if (code >= 0x400 && code <= 0x52f) return 'cyrillic'
  if (code >= 0xdf && code <= 0x24f && code !== 0xf7) return 'latin'
  if (/[\p{L}\p{N}]/u.test(String.fromCharCode(code))) return 'other'
  return null
}

/** Longest first: the first that fits and leaves two syllables is cut. Particles, then endings of 하다 and 되다. */
const KOREAN_ENDINGS = [
  '하였습니다',
  '되었습니다',
  '하겠습니다',
  '되겠습니다',
  '하려고합니다',
  '했습니다',
  '됐습니다',
  '있습니다',
  '없습니다',
  '이었습니다',
  '하십시오',
  '에서부터',
  '으로부터',
  '에서의',
  '으로의',
  '으로서',
  '으로써',
  '합니다',
  '됩니다',
  '입니다',
  '습니다',
  '하세요',
  '에서는',
  '에서도',
  '으로는',
  '으로도',
  '하지만',
  '하도록',
  '되도록',
  '하면서',
  '하려면',
  '이라고',
  '이지만',
  '에게는',
  '까지의',
  '부터의',
  '하거나',
  '되거나',
  '하므로',
  '하는데',
  '되는데',
  '하여야',
  '에서',
  '에게',
  '으로',
  '까지',
  '부터',
  '보다',
  '처럼',
  '이나',
  '이라',
  '하고',
  '하는',
  '하여',
  '하면',
  '하기',
  '하며',
  '하게',
  '하지',
  '한다',
  '되는',
  '되어',
  '되고',
  '되며',
  '된다',
  '되면',
  '되지',
  '이며',
  '이고',
  '이란',
  '라고',
  '적인',
  '적으로',
  '들은',
  '들이',
  '들을',
  '들의',
  '에는',
  '에도',
  '와의',
  '과의',
  '로서',
  '로써',
  '로의',
  '로는',
  '마다',
  '만을',
  '만이',
  '조차',
  '밖에',
  '인데',
  '에만',
  '해서',
  '했던',
  '이다',
  '은',
  '는',
  '이',
  '가',
  '을',
  '를',
  '의',
  '에',
  '로',
  '와',
  '과',
  '도',
  '만',
  '들',
  '한',
  '할',
  '함',
  '해',
  '된',
  '될',
  '됨',
  '인',
  '적',
  '나',
  '라',
  '며',
  '고',
].toSorted((a, b) => b.length - a.length)
const KOREAN_ENDING_SET = new Set(KOREAN_ENDINGS)

export const isKoreanEnding = (syllables: string): boolean => KOREAN_ENDING_SET.has(syllables)

/** 간섭계를 → 간섭계. Leaves at least two syllables, because shorter stumps mean nothing. */
export function stripKoreanEnding(word: string): string {
  for (const ending of KOREAN_ENDINGS) {
    if (word.length - ending.length >= 2 && word.endsWith(ending)) return word.slice(0, -ending.length)
  }
  return word
}

function stemOf(form: string, script: Script, stemmers: Stemmers): string {
  if (script === 'cyrillic') return stemmers.ru(form)
  if (script === 'latin' && form.length > 2) return stemmers.en(form)
  if (script === 'hangul') return stripKoreanEnding(form)
  return form
}

/**
 * Words of a text with stems and their way back to the raw text. A change of script starts a new token
 * ("OLED용" is two), except that digits stay with Latin letters ("3D", "CO2", "5G").
 */
export function tokenise(raw: string, stemmers: Stemmers): TokenisedText {
  const { text, starts, ends } = foldText(raw)
  const tokens: Token[] = []
  let from = -1
  let script: Script | null = null
  const close = (to: number): void => {
    if (from >= 0 && script) {
      const form = text.slice(from, to)
      tokens.push({
        form,
        stem: form.length > 60 ? form : stemOf(form, script, stemmers),
        script,
        start: starts[from] ?? 0,
        end: ends[to - 1] ?? raw.length,
        foldedStart: from,
        foldedEnd: to,
      })
    }
    from = -1
    script = null
  }
  for (let at = 0; at < text.length; at += 1) {
    const here = scriptOf(text.charCodeAt(at))
    if (here === null) {
      close(at)
    } else if (script === null) {
      from = at
      script = here
    } else if (here !== script) {
      if ((script === 'latin' && here === 'digit') || (script === 'digit' && here === 'latin')) script = 'latin'
      else {
        close(at)
        from = at
        script = here
      }
    }
  }
  close(text.length)
  return { folded: text, starts, ends, tokens }
}
