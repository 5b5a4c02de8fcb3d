import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { query } from '../../api.ts'
import { useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import type { Keyword } from './shapes.ts'

const NONE: readonly Keyword[] = []
/** The lists change by an import, which makes them stale itself. */
const STALE_MS = 300_000

/** Both code lists of the programme. */
export function useKeywords(): readonly Keyword[] {
  const { programme } = useProgramme()
  const { data } = useQuery(
    query.programmes.listKeywords.queryOptions({ input: { programmeId: programme.id }, staleTime: STALE_MS }),
  )
  return data?.rows ?? NONE
}

/** What a keyword is called; its code until the lists are there. */
export function useKeywordName(): (list: Keyword['list'], code: string) => string {
  const rows = useKeywords()
  const text = useText()
  return useMemo(() => {
    const names = new Map(rows.map((row) => [`${row.list} ${row.code}`, row.name]))
    return (list, code) => {
      const name = names.get(`${list} ${code}`)
      return name ? text(name) : code
    }
  }, [rows, text])
}
