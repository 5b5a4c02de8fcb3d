import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../locale.tsx'
import { AskForm } from './ask-form.tsx'
import { FromMatchesForm } from './from-matches-form.tsx'
import { messages } from './messages.ts'

/** The operator's two ways to ask on behalf of companies: one pair, or the best matches of all. */
export function AskActions({ eventId }: { eventId: string }) {
  const t = useMessages(messages)
  const [opened, setOpened] = useState<'one' | 'best' | null>(null)
  const close = () => setOpened(null)
  return (
    <>
      <Button onClick={() => setOpened('one')}>{t('ask.open')}</Button>
      <Button variant="filled" onClick={() => setOpened('best')}>
        {t('best.open')}
      </Button>
      {opened === 'one' ? <AskForm eventId={eventId} onClose={close} /> : null}
      {opened === 'best' ? <FromMatchesForm eventId={eventId} onClose={close} /> : null}
    </>
  )
}
