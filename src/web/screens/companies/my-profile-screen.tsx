import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SyntheticTag } from '../../ui/synthetic-tag.tsx'
import { CompanyView } from './company-view.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { messages } from './messages.ts'
import styles from './my-profile-screen.module.css'
import type { Company } from './shapes.ts'

/** A representative's own company: what the others read of it, and the way to change it. */
export function MyProfileScreen() {
  const t = useMessages(messages)
  const { grants } = useProgramme()
  const own = grants.flatMap(({ role, scopeId }) => (role === 'company-representative' && scopeId ? [scopeId] : []))
  const [chosen, setChosen] = useState<string | null>(null)
  const companyId = chosen ?? own[0]
  if (companyId === undefined) {
    return (
      <>
        <PageHead title={t('mine.title')} />
        <EmptyState title={t('mine.none')}>{t('mine.noneHint')}</EmptyState>
      </>
    )
  }
  return <OwnCompany companyId={companyId} own={own} onChoose={setChosen} />
}

function OwnCompany({
  companyId,
  own,
  onChoose,
}: {
  companyId: string
  own: readonly string[]
  onChoose: (companyId: string) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const { data: company, error } = useQuery(
    query.companies.readCompany.queryOptions({ input: { programmeId: programme.id, companyId } }),
  )
  if (error && !company) throw error
  if (!company) return <PendingScreen />
  const params = { programmeId: programme.id, companyId }
  return (
    <>
      <PageHead
        title={text(company.name)}
        badge={company.synthetic ? <SyntheticTag /> : null}
        lead={t('mine.lead')}
        actions={
          company.may.edit ? (
            <>
              <LinkButton to="/programmes/$programmeId/my/profile/$companyId/edit" params={params}>
                {t('mine.edit')}
              </LinkButton>
              <LinkButton
                to="/programmes/$programmeId/my/profile/$companyId/profiles/new"
                params={params}
                variant="filled"
                leftSection={<Icon name="plus" />}
              >
                {t('company.newProfile')}
              </LinkButton>
            </>
          ) : null
        }
      >
        {own.length > 1 ? <CompanyChoice own={own} value={companyId} onChoose={onChoose} /> : null}
      </PageHead>
      <CompanyView company={company} note={<State company={company} />} />
    </>
  )
}

/** One sentence on where the company stands: whether others can read it, and what is to be done when not. */
function State({ company }: { company: Company }) {
  const t = useMessages(messages)
  const published = company.profiles.filter(({ status }) => status === 'published').length
  const drafts = company.profiles.filter(({ status }) => status === 'draft').length
  const waits = published === 0
  return (
    <p className={styles.state} data-hand={waits || undefined}>
      <Icon name={waits ? 'warning' : 'check'} />
      {waits ? t(drafts > 0 ? 'mine.waitsForOperator' : 'mine.nothingYet') : t('mine.visible', { count: published })}
    </p>
  )
}

/** A person may speak for several companies. */
function CompanyChoice({
  own,
  value,
  onChoose,
}: {
  own: readonly string[]
  value: string
  onChoose: (companyId: string) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const { data } = useQuery(
    query.companies.listCompanies.queryOptions({ input: { programmeId: programme.id, pageSize: 500 } }),
  )
  return (
    <Select
      aria-label={t('mine.choose')}
      value={value}
      data={own.map((id) => {
        const row = data?.rows.find((one) => one.id === id)
        return { value: id, label: row ? text(row.name) : id }
      })}
      onChange={(id) => {
        if (id) onChoose(id)
      }}
    />
  )
}
