import { Button } from '@mantine/core'
import type { Outputs } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { messages as accountMessages } from '../../../modules/accounts/messages.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import type { Column } from '../../ui/data-table.tsx'
import { messages as uiMessages } from '../../ui/messages.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import { messages } from './people-messages.ts'
import styles from './people.module.css'
import type { useScopes } from './people-scopes.ts'

export type PersonRow = Outputs['accounts']['listPeople']['rows'][number]

/** What the list shows of a person's role, and for whom a role is in words. */
export function usePeopleColumns(
  scopes: ReturnType<typeof useScopes>,
  onRevoke: (row: PersonRow) => void,
  onErase: (row: PersonRow) => void,
): { columns: readonly Column<PersonRow>[]; scopeOf: (row: PersonRow) => string } {
  const t = useMessages(messages)
  const words = useMessages(accountMessages)
  const ui = useMessages(uiMessages)
  const { person } = useProgramme()
  const labels = new Map([...scopes.companies, ...scopes.interpreters].map(({ id, label }) => [id, label]))
  const scopeOf = ({ scopeId }: PersonRow): string =>
    scopeId === null ? t('wholeProgramme') : (labels.get(scopeId) ?? (scopes.isReady ? t('unknownScope') : ''))
  const columns: Column<PersonRow>[] = [
    {
      id: 'name',
      head: t('name'),
      sortBy: ({ name }) => name,
      onPhone: 'title',
      cell: ({ id, name, email }) => (
        <span className={styles.person}>
          <b>
            {name}
            {id === person.id ? <small> ({t('you')})</small> : null}
          </b>
          <small>{email}</small>
        </span>
      ),
    },
    {
      id: 'role',
      head: t('role'),
      sortBy: ({ role }) => words(`roles.${role}`),
      cell: ({ role }) => words(`roles.${role}`),
    },
    {
      id: 'scope',
      head: t('scope'),
      sortBy: scopeOf,
      cell: (row) => (row.scopeId === null ? <span className={styles.quiet}>{scopeOf(row)}</span> : scopeOf(row)),
    },
    {
      id: 'language',
      head: t('language'),
      sortBy: ({ locale }) => locale,
      cell: ({ locale }) => ui(`languages.${locale}`),
    },
    {
      id: 'lastSeen',
      head: t('lastSeen'),
      sortBy: ({ lastSeenAt }) => lastSeenAt,
      cell: ({ lastSeenAt }) =>
        lastSeenAt ? <Time at={lastSeenAt} day="short" /> : <StatusBadge>{t('neverSeen')}</StatusBadge>,
    },
    {
      id: 'actions',
      head: t('actions'),
      align: 'end',
      cell: (row) => (
        <span className={styles.deeds}>
          <Button
            size="xs"
            variant="subtle"
            aria-label={t('revokeOf', { name: row.name })}
            onClick={() => onRevoke(row)}
          >
            {t('revoke')}
          </Button>
          {row.id === person.id ? null : (
            <Button
              size="xs"
              variant="subtle"
              aria-label={t('erasure.of', { name: row.name })}
              onClick={() => onErase(row)}
            >
              {t('erasure.open')}
            </Button>
          )}
        </span>
      ),
    },
  ]
  return { columns, scopeOf }
}
