import type { NumberWriter } from '../../../../modules/newsroom/domain/print-token.ts'
import { countText, figureText } from '../../../../modules/outcomes/domain/figure-text.ts'

/** Numbers as the public pages write them. */
export const writeNumber: NumberWriter = { figureText, countText }
