import { Switch } from '@mantine/core'
import { useId, useMemo, useState, useSyncExternalStore } from 'react'
import { LOCALES, type Locale } from '../../../../kernel/locale.ts'
import { useLocale, useMessages } from '../../../locale.tsx'
import { messages } from '../messages.ts'
import type { TextOfLanguage } from '../shapes.ts'
import { blocksOfDocument, bodyDocument, lineDocument, textOfNode } from './body-document.ts'
import { LanguageContext } from './desk-context.ts'
import styles from './desk.module.css'
import type { KeyedFinding } from './finding-marks.ts'
import { TextEditor } from './text-editor.tsx'
import type { WrittenWords } from './use-article-words.ts'

const EMPTY: TextOfLanguage = { title: '', subtitle: '', body: [] }

/**
 * The article in three languages, the reader's first; each keeps its own undo while another is written. A wide screen
 * can show them beside one another.
 */
export function LanguageTabs({
  language,
  onLanguage,
  written,
  findings,
  onFinding,
}: {
  language: Locale
  onLanguage: (language: Locale) => void
  written: WrittenWords
  findings: readonly KeyedFinding[]
  onFinding: (key: number) => void
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const id = useId()
  const isWide = useIsWide()
  const [wantsColumns, setWantsColumns] = useState(false)
  const asColumns = wantsColumns && isWide
  const ordered = [locale, ...LOCALES.filter((other) => other !== locale)]
  const ofLanguage = (one: Locale) => findings.filter(({ finding }) => finding.locale === one)
  const head = (one: Locale) => (
    <>
      <span>{t(`desk.languages.${one}`)}</span>
      <small data-hand={ofLanguage(one).length > 0 || undefined}>
        {t('desk.marks', { count: ofLanguage(one).length })}
      </small>
    </>
  )
  const step = (one: Locale, by: number) => {
    const next = ordered[(ordered.indexOf(one) + by + ordered.length) % ordered.length] ?? one
    onLanguage(next)
    document.querySelector<HTMLElement>(`#${CSS.escape(`${id}-tab-${next}`)}`)?.focus()
  }
  return (
    <div>
      <div className={styles.tabs}>
        {asColumns ? null : (
          <div className={styles.tabList} role="tablist" aria-label={t('desk.languageTabs')}>
            {ordered.map((one) => (
              <button
                key={one}
                type="button"
                role="tab"
                id={`${id}-tab-${one}`}
                aria-controls={`${id}-panel-${one}`}
                aria-selected={one === language}
                tabIndex={one === language ? 0 : -1}
                onClick={() => onLanguage(one)}
                onKeyDown={(event) => {
                  if (event.key === 'ArrowRight') step(one, 1)
                  if (event.key === 'ArrowLeft') step(one, -1)
                }}
              >
                {head(one)}
              </button>
            ))}
          </div>
        )}
        {isWide ? (
          <Switch
            className={styles.asColumns ?? ''}
            label={t('desk.columns')}
            checked={wantsColumns}
            onChange={(input) => setWantsColumns(input.currentTarget.checked)}
          />
        ) : null}
      </div>
      <div className={asColumns ? styles.columns : undefined}>
        {ordered.map((one) => (
          <div
            key={`${one} ${written.epoch}`}
            {...(asColumns
              ? { role: 'group', 'aria-labelledby': `${id}-head-${one}`, onFocusCapture: () => onLanguage(one) }
              : { role: 'tabpanel', 'aria-labelledby': `${id}-tab-${one}`, hidden: one !== language })}
            id={`${id}-panel-${one}`}
            className={styles.language}
          >
            {asColumns ? (
              <p className={styles.columnHead} id={`${id}-head-${one}`}>
                {head(one)}
              </p>
            ) : null}
            <LanguageContext value={one}>
              <LanguageTexts language={one} written={written} findings={findings} onFinding={onFinding} />
            </LanguageContext>
          </div>
        ))}
      </div>
    </div>
  )
}

const WIDE = '(min-width: 1200px)'

/** Whether there is room for three columns; follows the window. */
const useIsWide = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const media = matchMedia(WIDE)
      media.addEventListener('change', onChange)
      return () => media.removeEventListener('change', onChange)
    },
    () => matchMedia(WIDE).matches,
  )

function LanguageTexts({
  language,
  written,
  findings,
  onFinding,
}: {
  language: Locale
  written: WrittenWords
  findings: readonly KeyedFinding[]
  onFinding: (key: number) => void
}) {
  const t = useMessages(messages)
  const { content } = written.words
  const text = content[language] ?? EMPTY
  const change = (part: Partial<TextOfLanguage>) =>
    written.change({ content: { ...content, [language]: { ...text, ...part } } })
  const at = useFindingsAt(language, findings)
  return (
    <>
      <TextEditor
        shape="title"
        place="title"
        label={t('desk.headline')}
        initial={lineDocument(text.title)}
        findings={at.title}
        onChange={(document) => change({ title: textOfNode(document).trim() })}
        onFinding={onFinding}
      />
      <TextEditor
        shape="line"
        place="subtitle"
        label={t('desk.subtitle')}
        initial={lineDocument(text.subtitle)}
        findings={at.subtitle}
        onChange={(document) => change({ subtitle: textOfNode(document).trim() })}
        onFinding={onFinding}
      />
      <TextEditor
        shape="body"
        place="body"
        label={t('desk.body')}
        initial={bodyDocument(text.body)}
        findings={at.body}
        onChange={(document) => change({ body: blocksOfDocument(document) })}
        onFinding={onFinding}
      />
    </>
  )
}

/** The findings of one language by the text they are in; they stay the same objects while nothing changes. */
function useFindingsAt(language: Locale, findings: readonly KeyedFinding[]) {
  return useMemo(() => {
    const at = (name: string) =>
      findings.filter(({ finding }) => finding.locale === language && finding.place.split('.')[0] === name)
    return { title: at('title'), subtitle: at('subtitle'), body: at('body') }
  }, [language, findings])
}
