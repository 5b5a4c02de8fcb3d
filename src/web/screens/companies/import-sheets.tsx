import { useState } from 'react'
import { useLocale, useMessages, useNumbers } from '../../locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { SheetOutcome } from './import-outcome.ts'
import styles from './import.module.css'
import { messages } from './messages.ts'
import { sheetTitle } from './sheet-titles.ts'

/** The tables of the file with what each would do, and the first rows of the chosen one as they were understood. */
export function ImportSheets({ sheets }: { sheets: readonly SheetOutcome[] }) {
  const t = useMessages(messages)
  const [chosen, setChosen] = useState<string | null>(null)
  const current = sheets.find(({ sheet }) => sheet === chosen) ?? sheets[0]
  return (
    <Panel title={t('import.tables')} note={t('import.tablesNote')}>
      <ul className={styles.sheets}>
        {sheets.map((sheet) => (
          <SheetCard
            key={sheet.sheet}
            sheet={sheet}
            current={sheet === current}
            onChoose={() => setChosen(sheet.sheet)}
          />
        ))}
      </ul>
      {current ? <Sample sheet={current} /> : null}
    </Panel>
  )
}

function SheetCard({ sheet, current, onChoose }: { sheet: SheetOutcome; current: boolean; onChoose: () => void }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { number } = useNumbers()
  const title = sheetTitle(sheet.sheet, locale)
  const untold = Math.max(0, sheet.rows - sheet.create - sheet.update - sheet.unchanged)
  return (
    <li>
      <button type="button" className={styles.sheet} aria-pressed={current} onClick={onChoose}>
        <span className={styles.sheetName}>
          <b>{title}</b>
          {sheet.title === title ? null : <small>{sheet.title}</small>}
        </span>
        <span className={styles.bar} aria-hidden="true">
          {(
            [
              ['create', sheet.create],
              ['update', sheet.update],
              ['unchanged', sheet.unchanged],
              ['untold', untold],
            ] as const
          ).map(([effect, count]) =>
            count > 0 ? <i key={effect} data-effect={effect} style={{ flexGrow: count }} /> : null,
          )}
        </span>
        <span className={styles.sheetFacts}>
          <span>{t('import.rows', { count: sheet.rows })}</span>
          {sheet.create > 0 ? <span>{t('import.newRows', { count: sheet.create })}</span> : null}
          {sheet.update > 0 ? <span>{t('import.changedRows', { count: sheet.update })}</span> : null}
          {sheet.unchanged > 0 ? <span>{t('import.sameRows', { count: sheet.unchanged })}</span> : null}
        </span>
        <span className={styles.sheetBadges}>
          {sheet.errors > 0 ? (
            <StatusBadge tone="hand">{t('import.errors', { count: sheet.errors })}</StatusBadge>
          ) : null}
          {sheet.warnings > 0 ? <StatusBadge>{t('import.warnings', { count: sheet.warnings })}</StatusBadge> : null}
          {sheet.errors + sheet.warnings === 0 ? <StatusBadge tone="done">{t('import.sound')}</StatusBadge> : null}
        </span>
        <span className="hidden-text">{number(sheet.rows)}</span>
      </button>
    </li>
  )
}

/** The first rows under their headings. */
function Sample({ sheet }: { sheet: SheetOutcome }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const title = sheetTitle(sheet.sheet, locale)
  if (sheet.sample.length === 0) return null
  return (
    // The table is wider than the page: the keyboard has to be able to move it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.sample} role="region" tabIndex={0} aria-label={t('import.sample', { title })}>
      <table>
        <caption className="hidden-text">{t('import.sample', { title })}</caption>
        <thead>
          <tr>
            {sheet.columns.map((column, index) => (
              // Two columns may have one heading.
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.sample.map((row, index) => (
            <tr key={index}>
              {sheet.columns.map((_, at) => (
                <td key={at}>
                  <span>{row[at]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
