export const EDITOR_PARTS = ['basics', 'parties', 'terms', 'text'] as const
export type EditorPart = (typeof EDITOR_PARTS)[number]

/** Which part of the form is open, as it stands in the address. */
export function readEditorPart({ part }: Record<string, unknown>): { part?: EditorPart } {
  const known = EDITOR_PARTS.find((one) => one === part)
  return known === undefined || known === 'basics' ? {} : { part: known }
}

const FIRST_WORDS: Readonly<Record<string, EditorPart>> = { parties: 'parties', terms: 'terms', clauses: 'text' }

/** The part in which a field stands, by its path: `parties.0.legalName`. */
export const partOfField = (path: string): EditorPart => FIRST_WORDS[path.split('.')[0] ?? ''] ?? 'basics'
