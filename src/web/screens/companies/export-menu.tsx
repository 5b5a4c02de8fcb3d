import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '../../api.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'
import styles from './export-menu.module.css'
import { messages } from './messages.ts'
import { saveFile } from './save-file.ts'
import { SHEETS, sheetTitle } from './sheet-titles.ts'

/** The tables out again, as they can be imported: everything as a workbook, or one table as CSV. */
export function ExportMenu() {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const [withContacts, setWithContacts] = useState(false)
  const events = useQuery(query.events.listEvents.queryOptions({ input: { programmeId: programme.id } }))
  // The workbook takes the tables of the newest event along; others are exported from the event itself.
  const eventId = events.data?.rows.at(-1)?.id
  const save = useMutation({
    mutationFn: ({ sheet }: { sheet: string | null }) =>
      api.companies.exportTables({
        programmeId: programme.id,
        locale,
        withContacts,
        ...(eventId === undefined ? {} : { eventId }),
        ...(sheet === null
          ? { format: 'xlsx' }
          : {
              format: 'csv',
              sheet,
            }),
      }),
    onSuccess: (file, { sheet }) => saveFile(file, sheet === null ? 'naru.xlsx' : `${sheet}.csv`),
  })
  const sheets = SHEETS.filter(({ ofEvent, personal }) => !ofEvent && (withContacts || !personal))
  return (
    <Popover
      label={t('export.title')}
      buttonClassName={styles.button}
      button={
        <>
          <Icon name="download" />
          {save.isPending ? t('export.working') : t('export.title')}
          <Icon name="chevron-down" size={12} />
        </>
      }
    >
      <div className={styles.menu}>
        <Checkbox
          label={t('export.withContacts')}
          description={t('export.withContactsHint')}
          checked={withContacts}
          onChange={(event) => setWithContacts(event.currentTarget.checked)}
        />
        <Button
          variant="light"
          justify="flex-start"
          disabled={save.isPending}
          onClick={() => save.mutate({ sheet: null })}
        >
          {t('export.workbook')}
        </Button>
        <p className={styles.head}>{t('export.csv')}</p>
        {sheets.map(({ key }) => (
          <Button
            key={key}
            variant="subtle"
            justify="flex-start"
            disabled={save.isPending}
            onClick={() => save.mutate({ sheet: key })}
          >
            {sheetTitle(key, locale)}
          </Button>
        ))}
      </div>
    </Popover>
  )
}
