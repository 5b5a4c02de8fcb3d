import { ActionIcon } from '@mantine/core'
import type { Locale } from '../../../../kernel/locale.ts'
import { printCommitment, type Token } from '../../../../modules/newsroom/contract.ts'
import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { messages } from '../messages.ts'
import { useDesk } from './desk-context.ts'
import styles from './desk.module.css'
import { insertToken } from './editor-schema.ts'
import { writeNumber } from './write-number.ts'

/** What the records give: figures with their value now and promises as they stand, to be put where the cursor is. */
export function FiguresPanel({ language }: { language: Locale }) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const { desk, mayEdit, openToken } = useDesk()
  const put = usePut(language)
  return (
    <>
      <Panel title={t('figures.title')} note={String(desk.figures.length)}>
        <p className={styles.quiet}>{t(desk.figures.length === 0 ? 'figures.none' : 'figures.hint')}</p>
        <ul className={styles.figures}>
          {desk.figures.map(({ id, value, unit, counted }) => (
            <li key={id}>
              <button
                type="button"
                disabled={!mayEdit}
                aria-label={`${t('figures.insert', { name: text(counted.name) })}: ${writeNumber.figureText(value, unit, locale)}`}
                onClick={() => put({ kind: 'figure', id, part: null })}
              >
                <b>{writeNumber.figureText(value, unit, locale)}</b>
                <span>{text(counted.name)}</span>
              </button>
              <ActionIcon
                aria-label={t('figures.how', { name: text(counted.name) })}
                onClick={() => openToken({ token: { kind: 'figure', id, part: null }, language, inText: null })}
              >
                <Icon name="info" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('figures.promises')} note={String(desk.commitments.length)}>
        <p className={styles.quiet}>
          {t(desk.commitments.length === 0 ? 'figures.noPromises' : 'figures.promisesHint')}
        </p>
        <ul className={styles.figures}>
          {desk.commitments.map((commitment) => (
            <li key={commitment.id}>
              <button
                type="button"
                disabled={!mayEdit}
                title={t('figures.insertPromise')}
                onClick={() => put({ kind: 'commitment', id: commitment.id, part: null })}
              >
                <span>{printCommitment(commitment, locale)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

/** Puts a token into the text that had the cursor last, else at the end of the body. */
function usePut(language: Locale): (token: Token) => void {
  const { editors } = useDesk()
  return (token) => {
    const body = editors.at(`${language}.body`)
    const last = editors.lastOf(language)
    if (last) insertToken(last, token)
    else if (body) {
      body.commands.focus('end')
      insertToken(body, token)
    }
  }
}
