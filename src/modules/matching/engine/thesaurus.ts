import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import { foldString } from './fold-text.ts'
import { stopStems } from './stop-words.ts'
import { type Stemmers, tokenise } from './tokens.ts'

export interface Concept {
  readonly id: string
  /** Id of the wider concept; null at the top of a field. */
  readonly parentId: string | null
  /** Terms as written, preferred one first. */
  readonly terms: Readonly<Record<Locale, readonly string[]>>
}

export interface Thesaurus {
  readonly concepts: readonly Concept[]
}

const COLUMNS = 'id\tparent\ten\tko\tru'

const splitTerms = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map((term) => term.trim())
    .filter((term) => term !== '')

/**
 * Reads one or more thesaurus files: tab-separated columns `id parent en ko ru`, terms separated by `;`,
 * heading line first, empty `parent` at the top of a field. Throws on a line of another shape, because the
 * files are part of the program.
 */
export function parseThesaurus(...files: readonly string[]): Thesaurus {
  const concepts: Concept[] = []
  for (const file of files) {
    const [heading, ...lines] = file.replaceAll('\r', '').split('\n')
    if (heading !== COLUMNS) throw new Error(`A thesaurus file starts with "${COLUMNS}", got "${heading}"`)
    for (const line of lines) {
      if (line.trim() === '') continue
      const cells = line.split('\t')
      const [id, parent, en, ko, ru] = cells
      if (!id || cells.length !== 5) throw new Error(`A thesaurus line has five columns, got "${line}"`)
      concepts.push({
        id,
        parentId: parent || null,
        terms: { en: splitTerms(en), ko: splitTerms(ko), ru: splitTerms(ru) },
      })
    }
  }
  return { concepts }
}

export type ThesaurusFlawCode =
  | 'duplicate-id'
  | 'duplicate-term'
  | 'missing-parent'
  | 'parent-cycle'
  | 'missing-term'
  | 'one-syllable-korean'
  | 'stop-word'
  | 'wrong-script'

export interface ThesaurusFlaw {
  readonly code: ThesaurusFlawCode
  readonly conceptId: string
  readonly term?: string
  /** The concept that had the term first. */
  readonly otherConceptId?: string
}

/** The form under which a term is found in text: two terms with one key cannot be told apart. */
export function termKey(term: string, locale: Locale, stemmers: Stemmers): string {
  if (locale === 'ko') return foldString(term).replaceAll(/[^\p{L}\p{N}]/gu, '')
  const { tokens } = tokenise(term, stemmers)
  return `${isAcronym(term) ? '!' : ''}${tokens.map(({ stem, form }) => `${stem}|${baseOf(form)}`).join(' ')}`
}

/** A word without its last inflected letters: магний → магни, магнит → магнит, plates → plat. */
export const baseOf = (form: string): string =>
  form.length < 4 ? form : form.replace(/(?:[аяоеиыуюйь]|es|s|e|y|ies)$/, '')

/** "LED", "SiC", "AR": up to four letters of which two are capitals. Lower-case "led" in English text is another word. */
export const isAcronym = (term: string): boolean => term.length <= 4 && /[A-Z].*[A-Z]/.test(term)

/** What is wrong with a thesaurus; empty when it may be used. Each flaw names its concept and term. */
export function lintThesaurus(thesaurus: Thesaurus, stemmers: Stemmers): ThesaurusFlaw[] {
  const flaws: ThesaurusFlaw[] = []
  const parents = new Map<string, string | null>()
  for (const { id, parentId } of thesaurus.concepts) {
    if (parents.has(id)) flaws.push({ code: 'duplicate-id', conceptId: id })
    parents.set(id, parentId)
  }
  const stops = stopStems(stemmers)
  const owners = new Map<string, string>()
  for (const concept of thesaurus.concepts) {
    flaws.push(...lintParent(concept, parents), ...lintTerms(concept, stops, owners, stemmers))
  }
  return flaws
}

function lintParent(concept: Concept, parents: ReadonlyMap<string, string | null>): ThesaurusFlaw[] {
  if (concept.parentId === null) return []
  if (!parents.has(concept.parentId)) return [{ code: 'missing-parent', conceptId: concept.id, term: concept.parentId }]
  const seen = new Set([concept.id])
  for (let at: string | null | undefined = concept.parentId; at; at = parents.get(at)) {
    if (seen.has(at)) return [{ code: 'parent-cycle', conceptId: concept.id }]
    seen.add(at)
  }
  return []
}

function lintTerms(
  concept: Concept,
  stops: ReadonlySet<string>,
  owners: Map<string, string>,
  stemmers: Stemmers,
): ThesaurusFlaw[] {
  const flaws: ThesaurusFlaw[] = []
  for (const locale of LOCALES) {
    if (concept.terms[locale].length === 0) flaws.push({ code: 'missing-term', conceptId: concept.id, term: locale })
    const ownKeys = new Set<string>()
    for (const term of concept.terms[locale]) {
      const flaw = (code: ThesaurusFlawCode): void => void flaws.push({ code, conceptId: concept.id, term })
      const key = termKey(term, locale, stemmers)
      if (locale === 'ko' && /^[가-힣]$/.test(key)) flaw('one-syllable-korean')
      if (key === '' || key.split(' ').every((part) => stops.has(part.split('|')[0] ?? ''))) flaw('stop-word')
      if (!fitsScript(term, locale)) flaw('wrong-script')
      const owner = owners.get(`${locale} ${key}`)
      if (ownKeys.has(key)) flaw('duplicate-term')
      else if (owner !== undefined) {
        flaws.push({ code: 'duplicate-term', conceptId: concept.id, term, otherConceptId: owner })
      } else owners.set(`${locale} ${key}`, concept.id)
      ownKeys.add(key)
    }
  }
  return flaws
}

/** Look-alike letters of another alphabet (Cyrillic "о" in an English term) never match anything. */
function fitsScript(term: string, locale: Locale): boolean {
  if (locale === 'en') return !/[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Han}]/u.test(term)
  if (locale === 'ko') return !/[\p{Script=Cyrillic}\p{Script=Han}]/u.test(term)
  return !/[\p{Script=Hangul}\p{Script=Han}]/u.test(term) && !/[a-zA-Z](?=[а-яё])|[а-яё](?=[a-zA-Z])/i.test(term)
}
