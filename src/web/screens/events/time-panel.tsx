import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { BlockForm } from './block-form.tsx'
import { EventTimeline } from './event-timeline.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Block, EventDetails, Interpreter, Participant } from './shapes.ts'
import { useRefreshEvent } from './use-event.ts'

/** The blocks on the axis of time; to add one and to remove one. */
export function TimePanel({
  event,
  participants,
  interpreters,
}: {
  event: EventDetails
  participants: readonly Participant[]
  interpreters: readonly Interpreter[]
}) {
  const t = useMessages(messages)
  const refresh = useRefreshEvent()
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Block | null>(null)
  const remove = useMutation({
    ...query.events.removeBlock.mutationOptions(),
    onSuccess: async () => {
      await refresh()
      notify({ text: t('time.removed') })
    },
    onSettled: () => setLeaving(null),
  })
  const add = event.may.edit ? (
    <Button variant={event.blocks.length === 0 ? 'filled' : 'default'} onClick={() => setAdding(true)}>
      {t('time.add')}
    </Button>
  ) : null
  const slotsOf = (block: Block) => event.timeslots.filter(({ blockId }) => blockId === block.id).length
  return (
    <Panel
      title={t('time.title')}
      note={
        event.blocks.length > 0
          ? t('time.note', { blocks: event.blocks.length, slots: event.timeslots.length })
          : undefined
      }
    >
      {event.blocks.length === 0 ? (
        <EmptyState title={t('time.none')} action={add}>
          {t('time.noneHint')}
        </EmptyState>
      ) : (
        <div className={page.form}>
          <EventTimeline
            event={event}
            participants={participants}
            interpreters={interpreters}
            onRemove={event.may.edit ? setLeaving : undefined}
          />
          <div>{add}</div>
        </div>
      )}
      {adding ? <BlockForm event={event} onClose={() => setAdding(false)} /> : null}
      <Confirm
        opened={leaving !== null}
        title={t('time.removeTitle')}
        confirmLabel={t('time.remove')}
        serious
        busy={remove.isPending}
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving) remove.mutate({ programmeId: event.programmeId, eventId: event.id, blockId: leaving.id })
        }}
      >
        {leaving ? <p>{t('time.removeBody', { slots: slotsOf(leaving) })}</p> : null}
      </Confirm>
    </Panel>
  )
}
