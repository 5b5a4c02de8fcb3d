import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useProgramme } from '../../shell/programme-context.ts'

export const USUAL_BEST = 3

/** Every company that has published something, and the best of each. */
export function useShores(perCompany: number = USUAL_BEST) {
  const { programme } = useProgramme()
  return useQuery({
    ...query.matching.readShores.queryOptions({ input: { programmeId: programme.id, perCompany } }),
    placeholderData: keepPreviousData,
  })
}
