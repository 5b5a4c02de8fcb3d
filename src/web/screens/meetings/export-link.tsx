import { Button } from '@mantine/core'
import { useLocale, useMessages } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import { messages } from './messages.ts'

/** The requests of the event as a table that can be imported again. */
export function ExportLink({ programmeId, eventId }: { programmeId: string; eventId: string }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const search = new URLSearchParams({ locale, format: 'xlsx', sheet: 'requests', eventId })
  return (
    <Button
      component="a"
      leftSection={<Icon name="download" />}
      href={`/api/v1/programmes/${programmeId}/export?${search}`}
      download
    >
      {t('table.export')}
    </Button>
  )
}
