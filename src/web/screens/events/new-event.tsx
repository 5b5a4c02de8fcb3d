import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { notify } from '../../ui/notices.tsx'
import { EventForm } from './event-form.tsx'
import { messages } from './messages.ts'

/** Creates an event and goes on to it. */
export function NewEvent({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const programmeId = programme.id
  const client = useQueryClient()
  const navigate = useNavigate()
  const create = useMutation({
    ...query.events.createEvent.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: query.events.listEvents.key() })
      notify({ text: t('rules.created') })
      onClose()
      await navigate({ to: '/programmes/$programmeId/events/$eventId', params: { programmeId, eventId: id } })
    },
  })
  return (
    <EventForm
      title={t('list.create')}
      saveLabel={t('rules.create')}
      busy={create.isPending}
      error={create.error}
      onSave={(rules) => create.mutate({ programmeId, ...rules })}
      onClose={onClose}
    />
  )
}
