import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../../locale.tsx'
import { Time } from '../../../ui/time.tsx'
import type { CallView } from './call-view.ts'
import { messages as words } from './messages.ts'
import styles from './call.module.css'

/** What was written, newest at the foot; Enter sends, Shift+Enter begins a line. */
export function Chat({ messages, onSend }: { messages: CallView['messages']; onSend: (text: string) => void }) {
  const t = useMessages(words)
  const [text, setText] = useState('')
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight })
    // A new message is what makes it scroll.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [messages.length])
  const send = () => {
    const trimmed = text.trim()
    if (trimmed === '') return
    onSend(trimmed)
    setText('')
  }
  return (
    <div className={styles.chat}>
      {messages.length === 0 ? (
        <p className={styles.hint}>{t('chat.empty')}</p>
      ) : (
        <ul ref={list} aria-live="polite">
          {messages.map(({ id, name, role, text: written, sentAt }) => (
            <li key={id}>
              <b>{name}</b> <small>{t(`roles.${role}`)}</small>
              <p>{written}</p>
              <small>
                <Time at={sentAt} />
              </small>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Textarea
          aria-label={t('chat.field')}
          placeholder={t('chat.field')}
          rows={2}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // A Korean syllable that is still being composed ends with Enter too.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            send()
          }}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('chat.send')}
        </Button>
      </form>
    </div>
  )
}
