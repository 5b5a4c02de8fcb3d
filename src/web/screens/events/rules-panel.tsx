import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EventForm } from './event-form.tsx'
import { useEventWords } from './event-words.ts'
import { messages } from './messages.ts'
import { NewEvent } from './new-event.tsx'
import page from './page.module.css'
import styles from './rules-panel.module.css'
import type { EventDetails } from './shapes.ts'
import { useRefreshEvent } from './use-event.ts'

/** The rules in words, and the way to change them. */
export function RulesPanel({ event }: { event: EventDetails }) {
  const t = useMessages(messages)
  const words = useEventWords()
  const refresh = useRefreshEvent()
  const [editing, setEditing] = useState(false)
  const [creating, setCreating] = useState(false)
  const update = useMutation({
    ...query.events.updateEvent.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      setEditing(false)
      notify({ text: t('rules.saved') })
    },
    onError: () => refresh(),
  })
  const hours = event.requestExpiryHours
  const { programmeId, id: eventId, revision, status } = event
  return (
    <Panel title={t('rules.title')}>
      <dl className={styles.rules}>
        <div>
          <dt>{t('rules.mode')}</dt>
          <dd>{words(`requestModes.${event.requestMode}`)}</dd>
        </div>
        <div>
          <dt>{t('rules.whoMayMeet')}</dt>
          <dd>{words(`whoMayMeet.${event.whoMayMeet}`)}</dd>
        </div>
        <div>
          <dt>{t('rules.expiry')}</dt>
          <dd>{hours % 24 === 0 ? t('rules.expiryDays', { days: hours / 24 }) : t('rules.expiryHours', { hours })}</dd>
        </div>
        <div>
          <dt>{t('rules.quota')}</dt>
          <dd>{t('rules.quotaValue', { count: event.maxRequestsPerParticipant })}</dd>
        </div>
      </dl>
      {event.may.edit ? (
        <div className={page.actions}>
          <Button onClick={() => setEditing(true)}>{t('rules.edit')}</Button>
          <Button variant="subtle" onClick={() => setCreating(true)}>
            {t('rules.another')}
          </Button>
        </div>
      ) : null}
      {creating ? <NewEvent onClose={() => setCreating(false)} /> : null}
      {editing ? (
        <EventForm
          rules={{ ...event, name: event.name as LocalizedText }}
          title={t('rules.edit')}
          saveLabel={t('rules.save')}
          busy={update.isPending}
          error={update.error}
          onClose={() => setEditing(false)}
          onSave={({ name, requestMode, requestExpiryHours, maxRequestsPerParticipant, whoMayMeet }) =>
            update.mutate({
              programmeId,
              eventId,
              revision,
              status,
              name,
              requestMode,
              requestExpiryHours,
              maxRequestsPerParticipant,
              whoMayMeet,
            })
          }
        />
      ) : null}
    </Panel>
  )
}
