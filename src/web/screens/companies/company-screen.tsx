import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { ScreeningBadge } from '../../shell/screening-badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SyntheticTag } from '../../ui/synthetic-tag.tsx'
import { CompanyView } from './company-view.tsx'
import { useCompanyWords } from './company-words.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { messages } from './messages.ts'
import type { Company } from './shapes.ts'

const route = getRouteApi('/programmes/$programmeId/companies/$companyId')

/** One company for whoever may see it. */
export function CompanyScreen() {
  const params = route.useParams()
  const { data: company, error } = useQuery(query.companies.readCompany.queryOptions({ input: params }))
  if (error && !company) throw error
  if (!company) return <PendingScreen />
  return (
    <>
      <CompanyHead company={company} />
      <CompanyView company={company} />
    </>
  )
}

function CompanyHead({ company }: { company: Company }) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const text = useText()
  const { programme, seesChain } = useProgramme()
  const side = programme.sides.find(({ id }) => id === company.sideId)
  const params = { programmeId: programme.id, companyId: company.id }
  const about = [
    words(`kinds.${company.kind}`),
    side ? text(side.name) : null,
    company.size ? words(`sizes.${company.size}`) : null,
  ]
  return (
    <PageHead
      title={text(company.name)}
      badge={
        <>
          {company.synthetic ? <SyntheticTag /> : null}
          <ScreeningBadge subjectKind="company" subjectId={company.id} />
        </>
      }
      lead={about.filter((part) => part !== null).join(' · ')}
      actions={
        <>
          {company.may.edit ? (
            <LinkButton to="/programmes/$programmeId/companies/$companyId/edit" params={params}>
              {t('company.edit')}
            </LinkButton>
          ) : null}
          {company.may.edit ? (
            <LinkButton
              to="/programmes/$programmeId/companies/$companyId/profiles/new"
              params={params}
              leftSection={<Icon name="plus" />}
            >
              {t('company.newProfile')}
            </LinkButton>
          ) : null}
          {seesChain ? (
            <LinkButton
              to={'/programmes/$programmeId/matching' as '/programmes/$programmeId'}
              params={{ programmeId: programme.id }}
              search={{ company: company.id } as never}
              variant="filled"
              leftSection={<Icon name="match" />}
            >
              {t('company.partners')}
            </LinkButton>
          ) : null}
        </>
      }
    />
  )
}
