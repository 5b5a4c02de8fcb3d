import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { messages as accountMessages } from '../../../modules/accounts/messages.ts'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { type Role, useProgramme } from '../../shell/programme-context.ts'
import { sessionQuery } from '../../shell/session.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ErasePerson } from './erase-person.tsx'
import { type PersonRow, usePeopleColumns } from './people-columns.tsx'
import { toCsv } from './people-csv.ts'
import { InviteForm } from './people-invite.tsx'
import { messages } from './people-messages.ts'
import styles from './people.module.css'
import { useScopes } from './people-scopes.ts'

const ROLES = [
  'operator',
  'broker',
  'official',
  'auditor',
  'company-representative',
  'interpreter',
] as const satisfies Role[]

/** Who holds which role; the operator invites people and takes roles back. */
export function PeopleScreen() {
  const t = useMessages(messages)
  const { heldRoles } = useProgramme()
  if (heldRoles.includes('operator')) return <People />
  return (
    <>
      <PageHead title={t('title')} />
      <EmptyState title={t('operatorsOnly')}>{t('operatorsOnlyHint')}</EmptyState>
    </>
  )
}

function People() {
  const t = useMessages(messages)
  const words = useMessages(accountMessages)
  const { programme } = useProgramme()
  const { data: session } = useSuspenseQuery(sessionQuery())
  const scopes = useScopes()
  const [search, setSearch] = useState('')
  const [role, setRole] = useState('')
  const [inviting, setInviting] = useState(false)
  const [leaving, setLeaving] = useState<PersonRow | null>(null)
  const [erasing, setErasing] = useState<PersonRow | null>(null)
  const { data, error, refetch } = useQuery(
    query.accounts.listPeople.queryOptions({ input: { programmeId: programme.id } }),
  )
  const { columns, scopeOf } = usePeopleColumns(scopes, setLeaving, setErasing)
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const sought = search.trim().toLowerCase()
  const found = data.rows.filter(
    (row) =>
      (role === '' || row.role === role) &&
      [row.name, row.email, scopeOf(row)].some((one) => one.toLowerCase().includes(sought)),
  )
  const countOf = (one: Role) => data.rows.filter((row) => row.role === one).length
  const save = () => {
    const head = [t('name'), t('form.email'), t('role'), t('scope'), t('language')]
    const rows = found.map((row) => [row.name, row.email, words(`roles.${row.role}`), scopeOf(row), row.locale])
    saveText(toCsv([head, ...rows]), 'people.csv')
  }
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button variant="filled" onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        }
      />
      <div className={styles.page}>
        {session.mailIsLocal ? <p className={styles.quiet}>{t('localMail')}</p> : null}
        <div>
          <div className={styles.bar}>
            <div className={styles.filters}>
              <TextInput
                type="search"
                aria-label={t('search')}
                placeholder={t('search')}
                leftSection={<Icon name="search" />}
                value={search}
                onChange={(input) => setSearch(input.currentTarget.value)}
              />
              <Select
                aria-label={t('role')}
                value={role}
                onChange={(value) => setRole(value ?? '')}
                data={[
                  { value: '', label: `${t('allRoles')} (${data.rows.length})` },
                  ...ROLES.map((one) => ({ value: one, label: `${words(`roles.${one}`)} (${countOf(one)})` })),
                ]}
              />
            </div>
            <Button leftSection={<Icon name="download" />} onClick={save}>
              {t('export')}
            </Button>
          </div>
          <DataTable
            label={t('table')}
            rows={found}
            columns={columns}
            rowKey={({ grantId }) => grantId}
            initialSort={{ columnId: 'name', direction: 'up' }}
            empty={<p className={styles.quiet}>{t(data.rows.length === 0 ? 'none' : 'noneFound')}</p>}
          />
        </div>
      </div>
      {inviting ? <InviteForm scopes={scopes} onClose={() => setInviting(false)} /> : null}
      <Revocation row={leaving} onClose={() => setLeaving(null)} />
      {erasing ? <ErasePerson row={erasing} onClose={() => setErasing(null)} /> : null}
    </>
  )
}

function saveText(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

function Revocation({ row, onClose }: { row: PersonRow | null; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(accountMessages)
  const client = useQueryClient()
  const { programme } = useProgramme()
  const name = row?.name ?? ''
  const revoke = useMutation({
    ...query.accounts.revokeRole.mutationOptions(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: query.accounts.listPeople.key() })
      notify({ text: t('revoked', { name }) })
    },
    onSettled: onClose,
  })
  return (
    <Confirm
      opened={row !== null}
      title={t('revokeTitle', { name })}
      confirmLabel={t('revoke')}
      serious
      busy={revoke.isPending}
      onCancel={onClose}
      onConfirm={() => {
        if (row) revoke.mutate({ programmeId: programme.id, grantId: row.grantId })
      }}
    >
      {row ? <p>{t('revokeBody', { name, role: words(`roles.${row.role}`) })}</p> : null}
    </Confirm>
  )
}
