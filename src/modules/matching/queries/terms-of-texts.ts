import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import { type Tagger, buildTagger, tagText } from '../engine/tagger.ts'
import { stemmers } from '../solver/open-index.ts'
import { readThesaurus } from '../thesaurus/read-thesaurus.ts'
import { conceptLabel } from './reason-labels.ts'

let opened: { readonly tagger: Tagger; readonly ids: readonly string[] } | null = null

/** Files of the program, read and indexed when first needed. */
function openTagger() {
  if (opened) return opened
  const thesaurus = readThesaurus()
  opened = { tagger: buildTagger(thesaurus, stemmers), ids: thesaurus.concepts.map(({ id }) => id) }
  return opened
}

/** The technical terms that texts use, by concept id, each in every language the thesaurus has it in. */
export function termsOfTexts(
  texts: readonly { readonly text: string; readonly locale: Locale }[],
): Map<string, LocalizedText> {
  const { tagger, ids } = openTagger()
  const found = texts.flatMap(({ text, locale }) => tagText(tagger, text, locale).tags.map(({ concept }) => concept))
  return new Map(
    [...new Set(found)].flatMap((concept) => {
      const id = ids[concept]
      return id === undefined ? [] : [[id, conceptLabel(id)]]
    }),
  )
}
