import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { LOCALES, type Locale, type LocalizedText } from '../../../kernel/locale.ts'
import { useLocale, useMessages, useNumbers } from '../../locale.tsx'
import { messages as uiMessages } from '../../ui/messages.ts'
import { messages } from './messages.ts'
import styles from './side-by-side.module.css'

export interface TextRow {
  readonly id: string
  /** Null: needs no heading of its own. */
  readonly label: string | null
  readonly text: LocalizedText
  /** Large, as the title of what follows. */
  readonly isTitle?: boolean
}

/**
 * Texts in ko, ru and en in columns, row by row level with each other, the reader's language first; on a phone one
 * language at a time behind tabs. A language without any text takes no column; a line says that it is missing.
 */
export function SideBySide({ rows }: { rows: readonly TextRow[] }) {
  const { locale } = useLocale()
  const t = useMessages(messages)
  const names = useMessages(uiMessages)
  const { list } = useNumbers()
  const [chosen, setChosen] = useState<Locale | null>(null)
  const shown = rows.filter(({ text }) => LOCALES.some((language) => text[language]))
  const ordered = [locale, ...LOCALES.filter((other) => other !== locale)]
  const filled = ordered.filter((language) => shown.some(({ text }) => text[language]))
  const empty = ordered.filter((language) => !filled.includes(language))
  const current = chosen ?? filled[0]
  if (current === undefined) return null
  return (
    <div className={styles.texts}>
      {filled.length > 1 ? (
        <SegmentedControl
          className={styles.tabs ?? ''}
          aria-label={t('texts.language')}
          fullWidth
          value={current}
          onChange={(value) => setChosen(value as Locale)}
          data={filled.map((language) => ({ value: language, label: names(`languages.${language}`) }))}
        />
      ) : null}
      <div className={styles.grid} style={{ gridTemplateColumns: `repeat(${filled.length}, minmax(0, 1fr))` }}>
        {filled.map((language) => (
          <div
            key={language}
            lang={language}
            className={styles.column}
            data-current={language === current || undefined}
            style={{ gridRow: `span ${shown.length + 1}` }}
          >
            <p className={styles.language} lang={locale}>
              {names(`languages.${language}`)}
            </p>
            {shown.map((row) => (
              <div key={row.id} className={styles.text}>
                {row.label === null ? null : <h4 lang={locale}>{row.label}</h4>}
                {row.text[language] ? (
                  <p className={row.isTitle ? styles.title : undefined}>{row.text[language]}</p>
                ) : (
                  <p className={styles.missing} lang={locale}>
                    {t('texts.missing')}
                  </p>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      {empty.length > 0 ? (
        <p className={styles.missing}>
          {t('texts.missingIn', { languages: list(empty.map((language) => names(`languages.${language}`))) })}
        </p>
      ) : null}
    </div>
  )
}
