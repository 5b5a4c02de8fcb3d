import { createContext, useContext } from 'react'
import type { Outputs } from '../api.ts'

export type Programme = Outputs['programmes']['readProgramme']
export type Role = Outputs['accounts']['readSession']['grants'][number]['role']
export type Person = NonNullable<Outputs['accounts']['readSession']['person']>

export interface ProgrammeView {
  readonly programme: Programme
  readonly person: Person
  readonly grants: Outputs['accounts']['readSession']['grants']
  /** What the person may act as: a broker counts as an operator, an auditor as an official. */
  readonly roles: readonly Role[]
  /** As they were given. */
  readonly heldRoles: readonly Role[]
  /** Operators and officials see the whole chain, others their own pages. */
  readonly seesChain: boolean
}

export const ProgrammeContext = createContext<ProgrammeView | null>(null)

/** The programme that is open, who looks at it and in which roles. */
export function useProgramme(): ProgrammeView {
  const view = useContext(ProgrammeContext)
  if (!view) throw new Error('useProgramme outside a programme')
  return view
}
