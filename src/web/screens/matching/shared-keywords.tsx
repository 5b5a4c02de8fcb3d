import { useQuery } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import styles from './profile-texts.module.css'
import type { ExplainedMatch } from './shapes.ts'

/** The keywords of a profile; those that both sides chose are lit with their reason. */
export function SharedKeywords({
  profile,
  match,
  active,
}: {
  profile: { readonly technologyKeywords: readonly string[]; readonly marketKeywords: readonly string[] }
  match: ExplainedMatch
  active: number | null
}) {
  const text = useText()
  const { programme } = useProgramme()
  const { data } = useQuery(
    query.programmes.listKeywords.queryOptions({ input: { programmeId: programme.id }, staleTime: 300_000 }),
  )
  const keywords = [
    ...profile.technologyKeywords.map((code) => ({ list: 'technology', code })),
    ...profile.marketKeywords.map((code) => ({ list: 'market', code })),
  ]
  if (keywords.length === 0) return null
  return (
    <ul className={styles.keywords}>
      {keywords.map(({ list, code }) => {
        const name = data?.rows.find((row) => row.list === list && row.code === code)?.name
        const reasons = match.reasons.flatMap((reason, index) =>
          reason.code === 'keyword' && reason.values.list === list && reason.values.code === code ? [index] : [],
        )
        return (
          <li
            key={`${list} ${code}`}
            data-shared={reasons.length > 0 || undefined}
            data-reasons={reasons.join(' ')}
            data-lit={(active !== null && reasons.includes(active)) || undefined}
          >
            {name ? text(name) : code}
          </li>
        )
      })}
    </ul>
  )
}
