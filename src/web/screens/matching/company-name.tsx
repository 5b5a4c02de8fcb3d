import { Link } from '@tanstack/react-router'
import { useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { SyntheticTag } from '../../ui/synthetic-tag.tsx'
import styles from './company-name.module.css'
import type { CompanyRow } from './shapes.ts'

/** Name and code in one line, for choices; a name that holds its code already does not repeat it. */
export const nameWithCode = (name: string, code: string): string => (name.includes(code) ? name : `${name} · ${code}`)

/** A company by its name, leading to its page; synthetic ones say so. */
export function CompanyName({ company, plain = false }: { company: CompanyRow; plain?: boolean }) {
  const text = useText()
  const { programme } = useProgramme()
  return (
    <span className={styles.name}>
      {plain ? (
        <span>{text(company.name)}</span>
      ) : (
        <Link
          to="/programmes/$programmeId/companies/$companyId"
          params={{ programmeId: programme.id, companyId: company.id }}
        >
          {text(company.name)}
        </Link>
      )}
      {text(company.name).includes(company.code) ? null : <span className={styles.code}>{company.code}</span>}
      {company.synthetic ? <SyntheticTag /> : null}
    </span>
  )
}
