import type { LocalizedText } from '../../../kernel/locale.ts'

/** One clause in every language of the agreement, side by side. Keys name it across languages ("confidentiality"). */
export interface Clause {
  readonly key: string
  readonly heading: LocalizedText
  readonly body: LocalizedText
}
