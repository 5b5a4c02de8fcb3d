import { Button } from '@mantine/core'
import { useLocale, useMessages } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import { messages } from './messages.ts'
import type { EventDetails } from './shapes.ts'

/** One table of the event as it can be imported again. */
export function ExportLink({ event, sheet }: { event: EventDetails; sheet: 'participants' | 'interpreters' }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const search = new URLSearchParams({ locale, format: 'xlsx', sheet, eventId: event.id })
  return (
    <Button
      component="a"
      leftSection={<Icon name="download" />}
      href={`/api/v1/programmes/${event.programmeId}/export?${search}`}
      download
    >
      {t('participants.export')}
    </Button>
  )
}
