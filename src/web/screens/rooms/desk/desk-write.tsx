import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type RefObject, useId, useState } from 'react'
import { query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { Kbd } from '../../../ui/keyboard.tsx'
import { notify } from '../../../ui/notices.tsx'
import { messages } from './desk-messages.ts'
import styles from './desk.module.css'

const MOST_LETTERS = 1000

/** A message to everybody of a meeting. */
export function DeskWrite({
  programmeId,
  requestId,
  fieldRef,
}: {
  programmeId: string
  requestId: string
  fieldRef: RefObject<HTMLTextAreaElement | null>
}) {
  const t = useMessages(messages)
  const hint = useId()
  const [text, setText] = useState('')
  const { mutate, isPending } = useMutation(
    query.rooms.writeFromDesk.mutationOptions({
      onSuccess: ({ mailed }) => {
        setText('')
        notify({ text: t('sent', { count: mailed }) })
      },
    }),
  )
  return (
    <form
      className={styles.write}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) mutate({ programmeId, requestId, text })
      }}
    >
      <label>
        <span>
          {t('write')} <Kbd>M</Kbd>
        </span>
        <textarea
          ref={fieldRef}
          rows={2}
          maxLength={MOST_LETTERS}
          value={text}
          aria-describedby={hint}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <small id={hint}>{t('writeHint')}</small>
      <Button type="submit" disabled={!text.trim()} loading={isPending}>
        {t('send')}
      </Button>
    </form>
  )
}
