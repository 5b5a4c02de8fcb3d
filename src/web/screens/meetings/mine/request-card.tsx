import { Button } from '@mantine/core'
import { useMessages, useText } from '../../../locale.tsx'
import { Time } from '../../../ui/time.tsx'
import { codeBeside } from '../code-beside.ts'
import { usePairWords } from '../language-words.ts'
import { messages } from '../messages.ts'
import type { MeetingRequest } from '../shapes.ts'
import styles from './request-card.module.css'

/** A request that waits for one's answer, with its two answers as large as the decision. */
export function RequestCard({
  request,
  busy,
  onAccept,
  onDecline,
}: {
  request: MeetingRequest
  busy: boolean
  onAccept: () => void
  onDecline: () => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const pairWords = usePairWords()
  const { host, note, wish, score, languagePair, expiresAt, may } = request
  const name = text(host.name)
  const facts = [
    ...(wish === 'must' ? [t('mine.must')] : []),
    ...(score === null ? [] : [t('mine.match', { score: Math.round(score) })]),
    ...(languagePair ? [t('mine.interpreted', { pair: pairWords(languagePair) })] : []),
  ]
  return (
    <li className={styles.card}>
      <div className={styles.words}>
        <h3>
          {name} <small>{codeBeside(host.code, name)}</small>
        </h3>
        {facts.length > 0 ? <p>{facts.join(' · ')}</p> : null}
        {note ? <blockquote>{note}</blockquote> : null}
      </div>
      <p className={styles.until}>
        {t('mine.until')} <Time at={expiresAt} day="short" />
      </p>
      <div className={styles.answers}>
        {may.accept ? (
          <Button
            size="md"
            variant="filled"
            loading={busy}
            aria-label={`${t('deeds.accept')}: ${name}`}
            onClick={onAccept}
          >
            {t('deeds.accept')}
          </Button>
        ) : null}
        {may.decline ? (
          <Button size="md" disabled={busy} aria-label={`${t('deeds.decline')}: ${name}`} onClick={onDecline}>
            {t('deeds.decline')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
