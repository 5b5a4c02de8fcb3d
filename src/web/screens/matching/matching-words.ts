import { messages as matchingMessages } from '../../../modules/matching/messages.ts'
import { useMessages } from '../../locale.tsx'

/** The module's own words: reasons, gates, states of a run. */
export const useMatchingWords = () => useMessages(matchingMessages)
