import { useMemo } from 'react'
import { useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import type { HomeZone } from '../../ui/time.tsx'

/** Both sides' zones with that of one side first: the clock its people live by. */
export function useZonesFrom(sideId: string | undefined): readonly HomeZone[] {
  const text = useText()
  const { programme } = useProgramme()
  return useMemo(
    () =>
      programme.sides
        .toSorted((a, b) => Number(b.id === sideId) - Number(a.id === sideId) || a.position - b.position)
        .map((side) => ({ name: text(side.name), zone: side.timeZone })),
    [programme, sideId, text],
  )
}
