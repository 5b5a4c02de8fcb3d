import type { Locale } from '../../../../kernel/locale.ts'
import type { Terms } from '../terms.ts'

/** A clause of our own as data. `{{word}}` is filled from terms and parties; see `fill-template.ts` for the words. */
export interface ClauseTemplate {
  readonly key: string
  /** Left out when it does not apply; always there when absent. */
  readonly appliesTo?: (terms: Terms) => boolean
  readonly heading: Readonly<Record<Locale, string>>
  readonly body: Readonly<Record<Locale, string>>
}
