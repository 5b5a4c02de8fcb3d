import type { NumberWriter } from '../../../../modules/newsroom/contract.ts'
import { countText, figureText } from '../../../../modules/outcomes/contract.ts'

/** Numbers as the public pages write them. */
export const writeNumber: NumberWriter = { figureText, countText }
