import { useQueries, useQuery } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useLocale, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'

export interface Scope {
  readonly id: string
  readonly label: string
}

const MOST_COMPANIES = 500

/** What a role can be for: the companies of the programme and the interpreters of its events, by name. */
export function useScopes(): { companies: readonly Scope[]; interpreters: readonly Scope[]; isReady: boolean } {
  const text = useText()
  const { locale } = useLocale()
  const { programme, seesChain } = useProgramme()
  const programmeId = programme.id
  const companies = useQuery(
    query.companies.listCompanies.queryOptions({
      input: { programmeId, locale, pageSize: MOST_COMPANIES, sort: 'code' },
    }),
  )
  const events = useQuery(query.events.listEvents.queryOptions({ input: { programmeId } }))
  const lists = useQueries({
    // A company invites its own colleagues and sees no list of interpreters.
    queries: (seesChain ? (events.data?.rows ?? []) : []).map(({ id }) =>
      query.events.listInterpreters.queryOptions({ input: { programmeId, eventId: id } }),
    ),
  })
  const several = (events.data?.rows.length ?? 0) > 1
  return {
    isReady: companies.isSuccess && events.isSuccess && lists.every(({ isSuccess }) => isSuccess),
    companies: (companies.data?.rows ?? []).map(({ id, code, name }) => ({
      id,
      label: text(name).startsWith(code) ? text(name) : `${code} ${text(name)}`,
    })),
    interpreters: lists.flatMap(({ data }, index) =>
      (data?.rows ?? []).map(({ id, name }) => ({
        id,
        label: several ? `${name}, ${text(events.data?.rows[index]?.name ?? {})}` : name,
      })),
    ),
  }
}
