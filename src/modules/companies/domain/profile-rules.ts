import { LOCALES, type LocalizedText } from '../../../kernel/locale.ts'
import { MAX_KEYWORDS, PARTNERSHIP_TYPES_OF, type PartnershipType, type ProfileType } from './profile.ts'

export interface ProfileFacts {
  readonly type: ProfileType
  readonly title: LocalizedText
  readonly summary: LocalizedText
  readonly technologyKeywords: readonly string[]
  readonly marketKeywords: readonly string[]
  readonly partnershipTypes: readonly PartnershipType[]
}

/** Codes of the programme's two lists. */
export interface KnownKeywords {
  readonly technology: ReadonlySet<string>
  readonly market: ReadonlySet<string>
}

export type ProfileProblemCode =
  | 'keyword-unknown'
  | 'partnership-type-not-allowed'
  | 'summary-missing'
  | 'technology-keyword-missing'
  | 'title-missing'
  | 'too-many-keywords'

export interface ProblemOf<Code extends string> {
  readonly code: Code
  /** Name of the property it concerns. */
  readonly field: string
  readonly values: Readonly<Record<string, string | number>>
}

type ProfileProblem = ProblemOf<ProfileProblemCode>

/** Everything that keeps a profile from being stored. */
export function profileProblems(profile: ProfileFacts, known: KnownKeywords): ProfileProblem[] {
  const problems: ProfileProblem[] = []
  if (LOCALES.every((locale) => !profile.title[locale])) {
    problems.push({ code: 'title-missing', field: 'title', values: {} })
  }
  const allowed = PARTNERSHIP_TYPES_OF[profile.type]
  for (const value of profile.partnershipTypes) {
    if (!allowed.includes(value)) {
      problems.push({
        code: 'partnership-type-not-allowed',
        field: 'partnershipTypes',
        values: { value, type: profile.type },
      })
    }
  }
  problems.push(
    ...keywordProblems('technologyKeywords', profile.technologyKeywords, known.technology),
    ...keywordProblems('marketKeywords', profile.marketKeywords, known.market),
  )
  return problems
}

function keywordProblems(field: string, codes: readonly string[], known: ReadonlySet<string>): ProfileProblem[] {
  if (codes.length > MAX_KEYWORDS) return [{ code: 'too-many-keywords', field, values: { max: MAX_KEYWORDS } }]
  return codes
    .filter((code) => !known.has(code))
    .map((code) => ({ code: 'keyword-unknown', field, values: { value: code } }))
}

/** What a profile lacks for others to read it: title and summary in one language, and a technology. */
export function publicationProblems({
  title,
  summary,
  technologyKeywords,
}: Pick<ProfileFacts, 'title' | 'summary' | 'technologyKeywords'>): ProfileProblem[] {
  const problems: ProfileProblem[] = []
  if (!LOCALES.some((locale) => title[locale] && summary[locale])) {
    problems.push({ code: 'summary-missing', field: 'summary', values: {} })
  }
  if (technologyKeywords.length === 0) {
    problems.push({ code: 'technology-keyword-missing', field: 'technologyKeywords', values: {} })
  }
  return problems
}
