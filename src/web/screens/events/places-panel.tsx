import { Button, NumberInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { EventDetails } from './shapes.ts'
import { useRefreshEvent } from './use-event.ts'

const MOST = 2000

/** How many tables and online places there are. */
export function PlacesPanel({ event }: { event: EventDetails }) {
  const t = useMessages(messages)
  const refresh = useRefreshEvent()
  const count = (kind: 'table' | 'online') => event.places.filter((place) => place.kind === kind).length
  const [tables, setTables] = useState<number | string>(count('table'))
  const [online, setOnline] = useState<number | string>(count('online'))
  const save = useMutation({
    ...query.events.setPlaces.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('places.saved') })
    },
  })
  const changed = Number(tables) !== count('table') || Number(online) !== count('online')
  return (
    <Panel title={t('places.title')} note={t('places.atOnce', { count: event.places.length })}>
      <div className={page.form}>
        <p className={page.quiet}>{t('places.hint')}</p>
        {event.may.edit ? null : (
          <p>
            {t('capacity.countTable', { count: count('table') })},{' '}
            {t('capacity.countOnline', { count: count('online') })}
          </p>
        )}
        <div className={page.row} hidden={!event.may.edit}>
          <NumberInput
            label={t('places.tables')}
            value={tables}
            min={0}
            max={MOST}
            allowDecimal={false}
            onChange={setTables}
          />
          <NumberInput
            label={t('places.online')}
            value={online}
            min={0}
            max={MOST}
            allowDecimal={false}
            onChange={setOnline}
          />
        </div>
        {save.error ? <ProblemNotice error={save.error} compact /> : null}
        {event.may.edit ? (
          <div className={page.actions}>
            <Button
              disabled={!changed || tables === '' || online === ''}
              loading={save.isPending}
              onClick={() =>
                save.mutate({
                  programmeId: event.programmeId,
                  eventId: event.id,
                  tables: Number(tables),
                  online: Number(online),
                })
              }
            >
              {t('places.save')}
            </Button>
          </div>
        ) : null}
      </div>
    </Panel>
  )
}
