import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Time } from '../../ui/time.tsx'
import { RecordCounts } from './record-counts.tsx'
import { messages } from './setup-messages.ts'
import styles from './settings.module.css'
import { SetupRemoval } from './setup-removal.tsx'
import { useRereadProgramme } from './use-reread-programme.ts'

/** Taking out what was a mistake, and closing what is over; both can be undone. */
export const SetupEnd = () => (
  <>
    <SetupRemoval />
    <Removals />
    <Archive />
  </>
)

function Removals() {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const reread = useRereadProgramme()
  const programmeId = programme.id
  const { data } = useQuery(query.programmes.listRemovals.queryOptions({ input: { programmeId } }))
  const restore = useMutation({ ...query.programmes.restoreRemoval.mutationOptions(), meta: { quiet: true } })
  return (
    <Panel title={t('lately')}>
      {data?.rows.length === 0 ? <p className={styles.quiet}>{t('latelyEmpty')}</p> : null}
      {restore.error ? <ProblemNotice error={restore.error} compact /> : null}
      <ul className={styles.list}>
        {data?.rows.map(({ id, kind, name, removedAt, restoredAt }) => (
          <li key={id}>
            <span>
              <b>{text(name)}</b> <small>{t(kind === 'event' ? 'whatEvent' : 'whatCompany')}</small>
              <small>
                <Time at={removedAt} day="short" />
              </small>
            </span>
            {restoredAt ? (
              <span className={styles.quiet}>{t('wasPutBack')}</span>
            ) : (
              <Button
                size="xs"
                aria-label={t('putBackOf', { name: text(name) })}
                loading={restore.isPending}
                onClick={() =>
                  restore.mutate(
                    { programmeId, removalId: id },
                    { onSuccess: () => reread(t('isBack', { name: text(name) })) },
                  )
                }
              >
                {t('putBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Archive() {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const reread = useRereadProgramme()
  const [asked, setAsked] = useState(false)
  const programmeId = programme.id
  const { data } = useQuery(query.programmes.previewArchive.queryOptions({ input: { programmeId } }))
  const archive = useMutation({
    ...query.programmes.archiveProgramme.mutationOptions(),
    onSuccess: () => reread(t('archived')),
    onSettled: () => setAsked(false),
  })
  const restore = useMutation({
    ...query.programmes.restoreProgramme.mutationOptions(),
    onSuccess: () => reread(t('broughtBack')),
  })
  return (
    <Panel title={t('archive')}>
      <p className={styles.quiet}>{t('archiveHint')}</p>
      <h3>{t('archiveHolds')}</h3>
      <RecordCounts rows={data?.rows ?? []} />
      {programme.archivedAt ? (
        <div className={styles.form}>
          <p>
            {t('isArchived')} <Time at={programme.archivedAt} day="short" />
          </p>
          <Button variant="filled" loading={restore.isPending} onClick={() => restore.mutate({ programmeId })}>
            {t('bringBack')}
          </Button>
        </div>
      ) : (
        <Button onClick={() => setAsked(true)}>{t('archiveDeed')}</Button>
      )}
      <Confirm
        opened={asked}
        title={t('archiveTitle', { name: text(programme.name) })}
        confirmLabel={t('archiveDeed')}
        busy={archive.isPending}
        onCancel={() => setAsked(false)}
        onConfirm={() => archive.mutate({ programmeId })}
      >
        <p>{t('archiveHint')}</p>
      </Confirm>
    </Panel>
  )
}
