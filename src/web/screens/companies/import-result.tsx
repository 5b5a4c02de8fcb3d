import { Button } from '@mantine/core'
import { useLocale, useMessages } from '../../locale.tsx'
import { useHasScreen, ProgrammeLink } from '../../shell/programme-link.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Time } from '../../ui/time.tsx'
import { importOutcome } from './import-outcome.ts'
import styles from './import.module.css'
import { messages } from './messages.ts'
import type { ImportBatch } from './shapes.ts'
import { sheetTitle } from './sheet-titles.ts'

/** What was done, and where it can be seen. */
export function ImportResult({ batch, onAnother }: { batch: ImportBatch; onAnother: () => void }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const hasScreen = useHasScreen()
  const outcome = importOutcome(batch)
  const places = (
    [
      ['/companies', 'import.toCompanies'],
      ['/matching', 'import.toMatching'],
      ['/event', 'import.toEvent'],
      ['/requests', 'import.toRequests'],
    ] as const
  ).filter(
    ([path]) => hasScreen(path) && (path === '/companies' || path === '/matching' || touches(outcome.sheets, path)),
  )
  return (
    <section className={styles.result} aria-labelledby="result-title">
      <span className={styles.done}>
        <Icon name="check" size={24} />
      </span>
      <div>
        <h2 id="result-title">{t('import.applied', { create: outcome.create, update: outcome.update })}</h2>
        <p>
          {batch.fileName} · {batch.appliedAt ? <Time at={batch.appliedAt} day="full" /> : null}
        </p>
        <ul className={styles.resultSheets}>
          {outcome.sheets.map((sheet) => (
            <li key={sheet.sheet}>
              <b>{sheetTitle(sheet.sheet, locale)}</b>{' '}
              {t('import.sheetResult', { create: sheet.create, update: sheet.update, unchanged: sheet.unchanged })}
            </li>
          ))}
        </ul>
        <div className={styles.next}>
          {places.map(([path, label]) => (
            <ProgrammeLink key={path} path={path} current={false}>
              {t(label)} <Icon name="arrow-right" size={14} />
            </ProgrammeLink>
          ))}
          <Button size="xs" onClick={onAnother}>
            {t('import.another')}
          </Button>
        </div>
      </div>
    </section>
  )
}

/** Whether the file held something that is shown at the path. */
const touches = (sheets: readonly { readonly sheet: string }[], path: string): boolean =>
  sheets.some(({ sheet }) =>
    path === '/event'
      ? sheet === 'participants' || sheet === 'interpreters'
      : sheet === 'requests' || sheet === 'never-meet',
  )
