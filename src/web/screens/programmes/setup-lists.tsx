import { useQuery } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { messages } from './setup-messages.ts'
import styles from './settings.module.css'

const LISTS = ['technology', 'market'] as const

/** The code lists as they are, and the way to bring in more of them by sheet. */
export function SetupLists() {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const { data } = useQuery(query.programmes.listKeywords.queryOptions({ input: { programmeId: programme.id } }))
  const action = (
    <LinkButton to="/programmes/$programmeId/companies/import" params={{ programmeId: programme.id }}>
      {t('listsImport')}
    </LinkButton>
  )
  return (
    <>
      <Panel title={t('lists')}>
        <p className={styles.quiet}>{t('listsHint')}</p>
        <p className={styles.quiet}>{t('listsTemplate')}</p>
        {data?.rows.length === 0 ? <EmptyState title={t('listsEmpty')} action={action} /> : action}
      </Panel>
      {LISTS.map((list) => {
        const rows = data?.rows.filter((row) => row.list === list) ?? []
        return rows.length === 0 ? null : (
          <Panel key={list} title={t(list)} note={t('keywords', { count: rows.length })}>
            <ul className={styles.codes}>
              {rows.map((row) => (
                <li key={row.code} data-below={row.parentCode === null ? undefined : true}>
                  <code>{row.code}</code> {text(row.name)}
                </li>
              ))}
            </ul>
          </Panel>
        )
      })}
    </>
  )
}
