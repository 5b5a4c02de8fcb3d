import { Link, getRouteApi } from '@tanstack/react-router'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ViewTabs } from '../../ui/view-tabs.tsx'
import { messages } from './setup-messages.ts'
import { SETTINGS_PARTS } from './settings-search.ts'
import styles from './settings.module.css'
import { SetupBrand } from './setup-brand.tsx'
import { SetupEnd } from './setup-end.tsx'
import { SetupGeneral } from './setup-general.tsx'
import { SetupLists } from './setup-lists.tsx'
import { SetupMails } from './setup-mails.tsx'

const route = getRouteApi('/programmes/$programmeId/settings')

const PARTS = {
  general: SetupGeneral,
  brand: SetupBrand,
  mails: SetupMails,
  lists: SetupLists,
  end: SetupEnd,
} as const

/** What an operator sets up about a programme, part by part. */
export function SettingsScreen() {
  const t = useMessages(messages)
  const { programme, heldRoles } = useProgramme()
  const { part = 'general' } = route.useSearch()
  const Part = PARTS[part]
  if (!heldRoles.includes('operator')) {
    return (
      <>
        <PageHead title={t('title')} />
        <EmptyState title={t('operatorsOnly')}>{t('operatorsOnlyHint')}</EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        <ViewTabs label={t('partsLabel')}>
          {SETTINGS_PARTS.map((each) => (
            <li key={each}>
              <Link
                to="/programmes/$programmeId/settings"
                params={{ programmeId: programme.id }}
                search={each === 'general' ? {} : { part: each }}
                activeOptions={{ exact: true, includeSearch: true }}
                activeProps={{ 'aria-current': undefined }}
                aria-current={each === part ? 'page' : undefined}
                resetScroll={false}
              >
                {t(`parts.${each}`)}
              </Link>
            </li>
          ))}
        </ViewTabs>
      </PageHead>
      <div className={styles.page}>
        <Part />
      </div>
    </>
  )
}
