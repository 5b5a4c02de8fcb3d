import type { LocalizedText } from '../../../kernel/locale.ts'
import type { PlainReason } from '../domain/plain-reason.ts'
import { readThesaurus } from '../thesaurus/read-thesaurus.ts'

/** A reason with the label of what is shared, in every language: a concept of the thesaurus or a keyword of the programme. */
export interface LabelledReason extends Omit<PlainReason, 'conceptId' | 'keyword'> {
  readonly concept: { readonly id: string; readonly label: LocalizedText } | null
}

let labels: ReadonlyMap<string, LocalizedText> | null = null

/** The preferred term of a concept in each language; the files are part of the program and are read once. */
export function conceptLabel(id: string): LocalizedText {
  labels ??= new Map(
    readThesaurus().concepts.map(({ id: concept, terms }) => [
      concept,
      Object.fromEntries(
        Object.entries(terms).flatMap(([locale, [preferred]]) => (preferred ? [[locale, preferred]] : [])),
      ),
    ]),
  )
  return labels.get(id) ?? { en: id }
}

export function labelReason(
  { conceptId, keyword, ...reason }: PlainReason,
  keywordNames: Readonly<Record<string, LocalizedText>>,
): LabelledReason {
  if (conceptId !== null) return { ...reason, concept: { id: conceptId, label: conceptLabel(conceptId) } }
  if (keyword === null) return { ...reason, concept: null }
  const label = keywordNames[`${keyword.list}/${keyword.code}`] ?? { en: keyword.code }
  return { ...reason, concept: { id: keyword.code, label } }
}
