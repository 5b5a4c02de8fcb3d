import type { ReactNode } from 'react'
import { LOCALES } from '../../../kernel/locale.ts'
import { useMessages } from '../../locale.tsx'
import { ProgrammeLink } from '../../shell/programme-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CompanyContacts } from './company-contacts.tsx'
import { CompanyFacts } from './company-facts.tsx'
import { useCompanyPaths } from './company-paths.ts'
import styles from './company-view.module.css'
import { messages } from './messages.ts'
import page from './page.module.css'
import { ProfileCard } from './profile-card.tsx'
import type { Company } from './shapes.ts'
import { SideBySide } from './side-by-side.tsx'

/** One company as this reader may see it: facts and contacts at the side, what it says of itself and its profiles. */
export function CompanyView({ company, note }: { company: Company; note?: ReactNode }) {
  const t = useMessages(messages)
  const paths = useCompanyPaths(company.id)
  const description = company.description
  return (
    <div className={page.page}>
      {note}
      <div className={page.columns}>
        <div className={styles.aside}>
          <CompanyFacts company={company} />
          <CompanyContacts company={company} />
        </div>
        <div className={page.stack}>
          {LOCALES.some((locale) => description[locale]) ? (
            <Panel title={t('company.about')}>
              <SideBySide rows={[{ id: 'description', label: null, text: description }]} />
            </Panel>
          ) : null}
          <section className={page.stack} aria-labelledby="profiles">
            <h2 id="profiles" className={styles.heading}>
              {t('company.profiles')} <span>{company.profiles.length}</span>
            </h2>
            {company.profiles.map((profile) => (
              <ProfileCard key={profile.id} profile={profile} mayEdit={company.may.edit} />
            ))}
            {company.profiles.length === 0 ? (
              <div className={styles.none}>
                <EmptyState
                  title={t('company.noProfile')}
                  action={
                    company.may.edit ? (
                      <ProgrammeLink path={paths.newProfile} current={false}>
                        {t('company.newProfile')}
                      </ProgrammeLink>
                    ) : null
                  }
                >
                  {t(company.may.edit ? 'company.noProfileHint' : 'company.noProfileYet')}
                </EmptyState>
              </div>
            ) : null}
          </section>
        </div>
      </div>
    </div>
  )
}
