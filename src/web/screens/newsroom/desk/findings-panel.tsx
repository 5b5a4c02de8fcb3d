import { Button } from '@mantine/core'
import { textIn } from '../../../../kernel/locale.ts'
import { useLocale, useMessages, useNumbers } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { messages } from '../messages.ts'
import { useDesk } from './desk-context.ts'
import styles from './desk.module.css'
import type { KeyedFinding } from './finding-marks.ts'
import { FindingSentence } from './finding-sentence.tsx'
import type { WrittenWords } from './use-article-words.ts'

/** Everything that keeps the article from being published, language by language, and the numbers typed by hand. */
export function FindingsPanel({
  findings,
  isChecking,
  written,
  onOpen,
}: {
  findings: readonly KeyedFinding[]
  isChecking: boolean
  written: WrittenWords
  onOpen: (key: number) => void
}) {
  const t = useMessages(messages)
  return (
    <Panel title={t('findings.title')} note={isChecking ? t('findings.checking') : String(findings.length)}>
      {findings.length === 0 ? (
        <p className={styles.agrees}>
          <Icon name="check" /> {t('findings.agrees')}
        </p>
      ) : (
        <ul className={styles.findings}>
          {findings.map(({ key, finding }) => (
            <li key={key}>
              <small>{t(`desk.languages.${finding.locale}`)}</small>
              <p>
                <FindingSentence finding={finding} />
              </p>
              <Button size="xs" color="signal" onClick={() => onOpen(key)}>
                {t('findings.open')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ManualNumbers written={written} />
    </Panel>
  )
}

function ManualNumbers({ written }: { written: WrittenWords }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { number } = useNumbers()
  const { mayEdit } = useDesk()
  const { manualNumbers } = written.words
  if (manualNumbers.length === 0) return null
  return (
    <>
      <h3 className={styles.subhead}>{t('findings.manualList')}</h3>
      <ul className={styles.manual}>
        {manualNumbers.map((manual) => (
          <li key={manual.value}>
            <b>{number(manual.value)}</b> <span>{textIn(manual.reason, locale)}</span>
            {mayEdit ? (
              <button
                type="button"
                aria-label={t('findings.manualRemove', { value: number(manual.value) })}
                onClick={() => written.change({ manualNumbers: manualNumbers.filter((one) => one !== manual) })}
              >
                <Icon name="close" />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
