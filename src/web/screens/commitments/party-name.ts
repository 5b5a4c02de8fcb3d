import { useCallback } from 'react'
import { useText } from '../../locale.tsx'
import type { Commitment } from './shapes.ts'

type Party = Commitment['parties'][number]

/** The name of a party in the reader's language, else its legal name. */
export function usePartyName(): (parties: readonly Party[], partyId: string) => string {
  const text = useText()
  return useCallback(
    (parties, partyId) => {
      const party = parties.find(({ id }) => id === partyId)
      return party ? text(party.name) || party.legalName : ''
    },
    [text],
  )
}
