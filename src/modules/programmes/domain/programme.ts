import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { isTimeZone } from '../../../kernel/time-zone.ts'

export interface NewSide {
  /** Short and stable: "gyeonggi". Unique within the programme. */
  readonly code: string
  readonly name: LocalizedText
  /** ISO 3166-1 alpha-2 in upper case. */
  readonly country: string
  readonly timeZone: string
  /** ISO 639-1; the first is the side's own. */
  readonly languages: readonly string[]
}

export interface NewProgramme {
  /** In addresses: lower case, digits and hyphens. */
  readonly slug: string
  readonly name: LocalizedText
  readonly operatorName: LocalizedText
  readonly hostName?: LocalizedText
  readonly description?: LocalizedText
  /** Made up for trying Naru out. */
  readonly demo?: boolean
  readonly sides: readonly NewSide[]
}

export interface Side extends NewSide {
  readonly id: Id
  /** In the order they were given, from 0. */
  readonly position: number
}

export interface Programme {
  readonly id: Id
  readonly slug: string
  readonly name: LocalizedText
  readonly operatorName: LocalizedText
  readonly hostName: LocalizedText
  readonly description: LocalizedText
  readonly demo: boolean
  readonly sides: readonly Side[]
  /** When it was archived: since then it can be read and not written. */
  readonly archivedAt: Instant | null
  /** Parts it does without; codes of `FEATURES`. */
  readonly featuresOff: readonly string[]
  readonly brand: Brand
}

/** How a programme looks to those outside: on its public pages, in its mails and documents. */
export interface Brand {
  /** Empty: the name of the programme's operator. */
  readonly name: LocalizedText
  /** `#rrggbb`; null: ours. */
  readonly accent: string | null
  /** sha256 of the picture, which names its version; null: none. */
  readonly logo: string | null
}

/** What an operator may say anew of a programme; its address and sides stay. */
export type ProgrammeWords = Pick<Programme, 'name' | 'operatorName' | 'hostName' | 'description'>

const SLUG = /^[a-z0-9][a-z0-9-]{1,62}$/
const SIDE_CODE = /^[a-z0-9][a-z0-9-]{0,30}$/

/** Whether a programme can be as described: two sides or more, told apart, each with a clock and a language. */
export function decideProgramme({ slug, name, operatorName, sides }: NewProgramme): Result<void> {
  if (!SLUG.test(slug)) return refuse('invalid', 'programmes.slug-malformed', { slug })
  const words = decideWords({ name, operatorName })
  if (!words.ok) return words
  if (sides.length < 2) return refuse('invalid', 'programmes.too-few-sides')
  for (const side of sides) {
    const decided = decideSide(side)
    if (!decided.ok) return decided
  }
  const twice = sides.find(({ code }, at) => sides.findIndex((side) => side.code === code) !== at)
  return twice ? refuse('invalid', 'programmes.side-twice', { code: twice.code }) : ok(undefined)
}

/** Refuses with `programmes.name-missing`. */
export const decideWords = ({ name, operatorName }: Pick<NewProgramme, 'name' | 'operatorName'>): Result<void> =>
  isEmpty(name) || isEmpty(operatorName) ? refuse('invalid', 'programmes.name-missing') : ok(undefined)

function decideSide({ code, name, country, timeZone, languages }: NewSide): Result<void> {
  if (!SIDE_CODE.test(code)) return refuse('invalid', 'programmes.side-code-malformed', { code })
  if (isEmpty(name)) return refuse('invalid', 'programmes.name-missing')
  if (!/^[A-Z]{2}$/.test(country)) return refuse('invalid', 'programmes.country-unknown', { code })
  if (!isTimeZone(timeZone)) return refuse('invalid', 'programmes.time-zone-unknown', { code, timeZone })
  if (languages.length === 0) return refuse('invalid', 'programmes.languages-missing', { code })
  return ok(undefined)
}

const isEmpty = (text: LocalizedText): boolean => Object.keys(text).length === 0
