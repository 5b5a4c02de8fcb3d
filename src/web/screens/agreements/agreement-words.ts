import { messages as agreementMessages } from '../../../modules/agreements/messages.ts'
import { useMessages } from '../../locale.tsx'

/** The module's own words: types, states, levels of signature, sentences of the check. */
export const useAgreementWords = () => useMessages(agreementMessages)
