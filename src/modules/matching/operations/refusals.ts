import { refuse } from '../../../kernel/result.ts'

/** The same whether the thing is not there or not for this person to know of. */
export const absent = () => refuse('absent', 'matching.absent')
