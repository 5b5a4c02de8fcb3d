import { useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { messages } from '../messages.ts'
import { useOwnCompanies } from '../own-companies.ts'
import { CompanyHome } from './company-home.tsx'
import styles from './home.module.css'
import { MeetingsCard } from './meetings-card.tsx'
import { PersonalGuide } from './personal-guide.tsx'

/** Where a representative or an interpreter lands: what comes next, what waits, each with one clear way on. */
export function HomeScreen() {
  const t = useMessages(messages)
  const { person, programme } = useProgramme()
  const [companyId] = useOwnCompanies()
  return (
    <>
      <PageHead title={t('home.hello', { name: person.name })} />
      <div className={styles.page}>
        <PersonalGuide companyId={companyId} />
        {companyId ? (
          <CompanyHome companyId={companyId} />
        ) : programme.closedStages.includes('scheduling') ? null : (
          <MeetingsCard />
        )}
      </div>
    </>
  )
}
