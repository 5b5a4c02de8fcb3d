import { Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../../locale.tsx'
import type { CallView } from './call-view.ts'
import { messages } from './messages.ts'
import styles from './call.module.css'

const PAUSE_MS = 800

/** One text for all. It is sent in a pause of writing; what others write appears when one is not writing oneself. */
export function SharedNotes({
  notes,
  replaced,
  onWrite,
}: {
  notes: CallView['notes']
  replaced: boolean
  onWrite: (text: string) => void
}) {
  const t = useMessages(messages)
  const [text, setText] = useState(notes.text)
  const timer = useRef<number | null>(null)
  const isDirty = text !== notes.text
  useEffect(() => {
    // A newer version is shown unless one's own is about to be sent.
    if (timer.current === null) setText(notes.text)
  }, [notes])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  const write = (next: string) => {
    setText(next)
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      timer.current = null
      onWrite(next)
    }, PAUSE_MS)
  }
  return (
    <div className={styles.notes}>
      <Textarea
        aria-label={t('notes.field')}
        rows={10}
        maxLength={20_000}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <p className={styles.hint} role="status">
        {replaced ? t('notes.replaced') : isDirty ? t('notes.saving') : notes.revision > 0 ? t('notes.saved') : ''}
      </p>
      <p className={styles.hint}>{t('notes.hint')}</p>
    </div>
  )
}
