import { Button, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import { api, query } from '../../api.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { FilePicker } from '../../ui/file-picker.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCompanyWords } from './company-words.ts'
import styles from './import.module.css'
import { messages } from './messages.ts'
import page from './page.module.css'
import { saveFile } from './save-file.ts'
import { SHEETS, sheetTitle } from './sheet-titles.ts'

export interface FileChoice {
  readonly file: File
  /** For tables that belong to an event. */
  readonly eventId: string | null
  /** What a CSV holds; null lets its headings tell. */
  readonly sheet: string | null
}

/** The server takes 12 MB with everything around the file. */
const MAX_BYTES = 11_000_000

/** Choosing a file, and the templates for those who have none yet. `working` names the file that is being read. */
export function ImportStart({ working, onStart }: { working: string | null; onStart: (choice: FileChoice) => void }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const text = useText()
  const { programme } = useProgramme()
  const { data: events } = useQuery(query.events.listEvents.queryOptions({ input: { programmeId: programme.id } }))
  const [event, setEvent] = useState<string | null>(null)
  const [sheet, setSheet] = useState('')
  const rows = events?.rows ?? []
  const eventId = event ?? (rows.length === 1 ? (rows[0]?.id ?? null) : null)
  if (working !== null) return <Reading fileName={working} />
  return (
    <div className={styles.start}>
      <div className={page.stack}>
        <FilePicker
          label={t('import.choose')}
          accept={['.xlsx', '.csv']}
          maxBytes={MAX_BYTES}
          onPick={(file) =>
            onStart({ file, eventId, sheet: sheet !== '' && file.name.toLowerCase().endsWith('.csv') ? sheet : null })
          }
        />
        <div className={styles.options}>
          {rows.length > 0 ? (
            <Select
              label={t('import.event')}
              description={t('import.eventHint')}
              value={eventId ?? ''}
              data={[
                { value: '', label: t('import.noEvent') },
                ...rows.map(({ id, name }) => ({ value: id, label: text(name) })),
              ]}
              onChange={(id) => setEvent(id ?? '')}
            />
          ) : null}
          <Select
            label={t('import.csvHolds')}
            description={t('import.csvHoldsHint')}
            value={sheet}
            data={[
              { value: '', label: t('import.csvTells') },
              ...SHEETS.map(({ key }) => ({ value: key, label: sheetTitle(key, locale) })),
            ]}
            onChange={(key) => setSheet(key ?? '')}
          />
        </div>
      </div>
      <div className={page.stack}>
        <Templates />
        <Panel title={t('import.rulesTitle')}>
          <ul className={styles.rules}>
            {(['preview', 'whole', 'twice', 'encodings'] as const).map((rule) => (
              <li key={rule}>
                <Icon name="check" size={14} />
                {t(`import.rules.${rule}`)}
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  )
}

/** An empty workbook with headings and notes, in the language of whoever fills it in. */
function Templates() {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const { programme } = useProgramme()
  const download = useMutation({
    mutationFn: (locale: Locale) => api.companies.downloadImportTemplate({ programmeId: programme.id, locale }),
    onSuccess: (file, locale) => saveFile(file, `naru-${locale}.xlsx`),
  })
  return (
    <Panel title={t('import.templates')}>
      <p className={page.quiet}>{t('import.templatesHint')}</p>
      <div className={styles.templates}>
        {LOCALES.map((locale) => (
          <Button
            key={locale}
            leftSection={<Icon name="download" />}
            loading={download.isPending && download.variables === locale}
            onClick={() => download.mutate(locale)}
          >
            {words(`locales.${locale}`)}
          </Button>
        ))}
      </div>
    </Panel>
  )
}

/** While the server reads: nobody knows how long, so the bar only says that it goes on. */
export function Reading({ fileName }: { fileName: string }) {
  const t = useMessages(messages)
  return (
    <div className={styles.reading} role="status">
      <p>
        <b>{t('import.reading', { name: fileName })}</b>
      </p>
      <span className={styles.track} aria-hidden="true">
        <i />
      </span>
      <p className={page.quiet}>{t('import.readingHint')}</p>
    </div>
  )
}
