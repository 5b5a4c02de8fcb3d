import { Button } from '@mantine/core'
import { useLocale, useMessages } from '../../locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { type PossibleDuplicate, decisionOf } from './import-outcome.ts'
import styles from './import.module.css'
import { issueSentence } from './issue-sentence.ts'
import { messages } from './messages.ts'
import type { ImportDecision } from './shapes.ts'
import { sheetTitle } from './sheet-titles.ts'

const ANSWERS = ['same', 'another'] as const

/** Rows that look like a company of the programme: is it the same one, or another of that name? */
export function ImportDuplicates({
  duplicates,
  decisions,
  onDecide,
  onCheckAgain,
}: {
  duplicates: readonly PossibleDuplicate[]
  decisions: readonly ImportDecision[]
  onDecide: (decision: ImportDecision) => void
  /** There when decisions wait to be checked. */
  onCheckAgain?: () => void
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const open = duplicates.filter((duplicate) => decisionOf(decisions, duplicate) === null)
  return (
    <Panel
      title={t('import.duplicates')}
      note={
        open.length > 0 ? <StatusBadge tone="hand">{t('import.undecided', { count: open.length })}</StatusBadge> : null
      }
    >
      <ul className={styles.duplicates}>
        {duplicates.map((duplicate) => {
          const { sheet, row } = duplicate
          const decided = decisionOf(decisions, duplicate)
          const name = `same-${sheet}-${row}`
          return (
            <li key={name} data-open={decided === null || undefined}>
              <fieldset>
                <legend>
                  <b>{t('import.place', { sheet: sheetTitle(sheet, locale), row })}</b>{' '}
                  {issueSentence(duplicate, locale)}
                </legend>
                {ANSWERS.map((is) => (
                  <label key={is}>
                    <input
                      type="radio"
                      name={name}
                      checked={decided === is}
                      onChange={() => onDecide({ sheet, row, is })}
                    />
                    {t(`import.answers.${is}`)}
                  </label>
                ))}
              </fieldset>
            </li>
          )
        })}
      </ul>
      <div className={styles.duplicateActions}>
        {open.length > 1
          ? ANSWERS.map((is) => (
              <Button
                key={is}
                size="xs"
                onClick={() => {
                  for (const { sheet, row } of open) onDecide({ sheet, row, is })
                }}
              >
                {t(`import.all.${is}`)}
              </Button>
            ))
          : null}
        {onCheckAgain ? (
          <Button size="xs" variant="filled" onClick={onCheckAgain}>
            {t('import.checkAgain')}
          </Button>
        ) : null}
      </div>
    </Panel>
  )
}
