import { messages as companyMessages } from '../../../modules/companies/messages.ts'
import { useMessages } from '../../locale.tsx'

/** The module's own words: labels of kinds, types, stages; titles of sheets; remarks of an import. */
export const useCompanyWords = () => useMessages(companyMessages)
