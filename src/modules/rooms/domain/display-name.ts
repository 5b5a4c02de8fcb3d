/** Controls, direction marks, joiners and other letters without a shape: they could make one name look like another. */
const SHAPELESS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu
/** A name is no markup, wherever it may be printed one day. */
const MARKUP = /<[^<>]*>|[<>]/g
/** More than three marks on one letter are no writing but a tower. */
const TOWERS = /(\p{M}{3})\p{M}+/gu
const MAX_LETTERS = 80

/** A name as the others in the room see it; `fallback` when nothing is left of it. */
export function displayName(name: string, fallback: string): string {
  const clean = name
    .normalize('NFC')
    .replaceAll(SHAPELESS, ' ')
    .replaceAll(MARKUP, ' ')
    .replaceAll(TOWERS, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return [...clean].slice(0, MAX_LETTERS).join('').trim() || fallback
}
